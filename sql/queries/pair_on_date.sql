-- Everything said about a pair that touches a day: trade of the period, visits, agreements.
-- Parameters: $country_a, $country_b, $day.
SELECT fact_table, status, description, start_day, end_day, p.evidence, s.outlet, coalesce(s.url, s.source) AS source
FROM pair_timeline p JOIN fact_sources s USING (fact_id, fact_table)
WHERE country_a = least($country_a, $country_b) AND country_b = greatest($country_a, $country_b)
  AND start_day <= $day::DATE AND coalesce(end_day, start_day) >= $day::DATE
ORDER BY start_day, fact_table, fact_id;
