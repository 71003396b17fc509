-- Who visited whom: every real event of a pair in date order, with the number of articles that tell it.
-- Parameters: $country_a, $country_b.
SELECT event_start, event_end, kind, coalesce(visitor, delegation, visitor_role) AS who, visitor_country, host, host_country,
       place, level, visit_type, status, document_count, fact_ids
FROM visits_resolved
WHERE least(visitor_country, host_country) = least($country_a, $country_b)
  AND greatest(visitor_country, host_country) = greatest($country_a, $country_b)
ORDER BY event_start NULLS LAST, kind, who;
