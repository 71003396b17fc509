-- Real visits, calls and meetings between two countries.
SELECT *, least(visitor_country, host_country) AS country_a, greatest(visitor_country, host_country) AS country_b
FROM visits_resolved
WHERE visitor_country IS NOT NULL AND host_country IS NOT NULL
ORDER BY event_start NULLS LAST, event_end NULLS LAST, fact_ids[1];
