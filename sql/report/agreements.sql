-- Real agreements between two or more countries.
SELECT *
FROM agreements_resolved
WHERE len(parties) > 1
ORDER BY event_start NULLS LAST, event_end NULLS LAST, fact_ids[1];
