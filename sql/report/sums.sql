-- Turnovers that the two ways of the same pair, product and period do not add up to; 2 % is left to rounding.
-- Two ways that give what another article calls the turnover are sound: that is a conflict of figures, shown as such.
WITH level AS (
    SELECT *, CASE WHEN flow = 'import' THEN partner ELSE reporter END AS seller,
           least(reporter, partner) AS country_a, greatest(reporter, partner) AS country_b
    FROM trade_volume_resolved
    WHERE amount_bound = 'exact' AND modality = 'actual' AND product_text IS NULL AND period_start IS NOT NULL
)
SELECT t.country_a, t.country_b, t.product, t.currency, t.period_start, t.period_end, t.period_precision,
       t.amount AS turnover, x.amount AS one_way, y.amount AS other_way,
       [t.fact_ids[1], x.fact_ids[1], y.fact_ids[1]] AS fact_ids
FROM level t
JOIN level x ON (x.country_a, x.country_b, x.product, x.currency, x.period_start, x.period_end)
              = (t.country_a, t.country_b, t.product, t.currency, t.period_start, t.period_end)
            AND x.flow IN ('export', 'import') AND x.seller = t.country_a
JOIN level y ON (y.country_a, y.country_b, y.product, y.currency, y.period_start, y.period_end)
              = (t.country_a, t.country_b, t.product, t.currency, t.period_start, t.period_end)
            AND y.flow IN ('export', 'import') AND y.seller = t.country_b
LEFT JOIN trade_volume told ON told.fact_id IN t.fact_ids
                           AND abs(x.amount + y.amount - told.amount) <= 0.02 * abs(told.amount)
WHERE t.flow = 'turnover' AND told.fact_id IS NULL
ORDER BY t.country_a, t.country_b, t.period_start, t.period_end, t.product, x.fact_ids[1], y.fact_ids[1];
