-- Figures that cannot all be true, with every figure that takes part.
SELECT *
FROM trade_volume_flags
ORDER BY country_a, country_b, flow, period_start, period_end, product, kind, fact_ids;
