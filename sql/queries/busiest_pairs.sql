-- Which pairs the articles speak of most: facts by table, and the days they span.
SELECT country_a, country_b, count(*) AS facts,
       count(*) FILTER (fact_table = 'trade_volume') AS trade_volume,
       count(*) FILTER (fact_table = 'visits') AS visits,
       count(*) FILTER (fact_table = 'agreements') AS agreements,
       min(start_day) AS first_day, max(coalesce(end_day, start_day)) AS last_day, count(DISTINCT document_id) AS documents
FROM pair_timeline
WHERE country_a IS NOT NULL AND country_b IS NOT NULL
GROUP BY country_a, country_b
ORDER BY facts DESC, country_a, country_b;
