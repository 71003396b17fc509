-- Turnover of a pair by year, each figure with the words it was read from and where they were published.
-- Parameters: $country_a, $country_b (ISO 3166-1 alpha-3, in any order).
SELECT year(t.period_start) AS year, t.amount, t.currency, t.amount_bound, t.change_ratio, t.modality,
       s.evidence, s.outlet, s.published_start, coalesce(s.url, s.source) AS source
FROM trade_volume t JOIN fact_sources s USING (fact_id)
WHERE t.reporter = least($country_a, $country_b) AND t.partner = greatest($country_a, $country_b)
  AND s.duplicate_of IS NULL  -- reprints of one article tell it once
  AND t.flow = 'turnover' AND t.product IN ('all', 'goods', 'goods_and_services') AND t.period_precision = 'year'
ORDER BY year, t.modality, t.amount, t.fact_id;
