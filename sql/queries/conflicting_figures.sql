-- Conflicting figures: claims of one pair, flow, product and period that differ by more than half a percent.
SELECT r.reporter, r.partner, r.flow, r.product, r.period_start, r.period_end, r.currency, r.amount_low, r.amount_high,
       t.amount, t.attribution, s.evidence, s.outlet, s.published_start, coalesce(s.url, s.source) AS source
FROM (SELECT *, unnest(fact_ids) AS fact_id FROM trade_volume_resolved WHERE conflict) r
JOIN trade_volume t USING (fact_id) JOIN fact_sources s USING (fact_id)
ORDER BY r.reporter, r.partner, r.flow, r.product, r.period_start, t.amount, t.fact_id;
