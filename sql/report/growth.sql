-- Levels that growth times the base level does not give; 3 % is left to rounding. One claim of the base that fits is enough.
-- A base that the text leaves unsaid is taken to be the same period a year earlier (`base_assumed`).
WITH level AS (
    SELECT * FROM trade_volume_resolved
    WHERE amount_bound = 'exact' AND modality = 'actual' AND period_start IS NOT NULL AND amount > 0
), grown AS (
    SELECT r.* REPLACE (coalesce(t.amount, r.amount) AS amount), t.change_ratio AS told, t.fact_id AS told_by,
           t.change_base_start IS NULL AS base_assumed,
           coalesce(t.change_base_start, (r.period_start - INTERVAL 1 YEAR)::DATE) AS base_start,
           coalesce(t.change_base_end, last_day(r.period_end) - INTERVAL 1 YEAR)::DATE AS base_end
    FROM level r, unnest(r.fact_ids) AS told(fact_id) JOIN trade_volume t ON t.fact_id = told.fact_id
    WHERE t.change_ratio > 0 AND coalesce(t.amount_bound, 'exact') = 'exact'
)
SELECT least(g.reporter, g.partner) AS country_a, greatest(g.reporter, g.partner) AS country_b, g.reporter, g.partner, g.flow,
       g.product, g.currency, g.period_start, g.period_end, g.period_precision, g.amount, g.told AS change_ratio,
       g.base_assumed, b.period_start AS base_start, b.period_end AS base_end, b.period_precision AS base_precision,
       b.amount AS base_amount, g.amount / b.amount AS computed_ratio, [g.told_by, b.fact_ids[1]] AS fact_ids
FROM grown g
JOIN level b ON (b.reporter, b.partner, b.flow, b.product, b.currency) = (g.reporter, g.partner, g.flow, g.product, g.currency)
            AND b.product_text IS NOT DISTINCT FROM g.product_text
            AND b.period_start = g.base_start AND last_day(b.period_end) = last_day(g.base_end)
LEFT JOIN trade_volume fits ON fits.fact_id IN b.fact_ids AND abs(g.amount - fits.amount * g.told) <= 0.03 * g.amount
WHERE fits.fact_id IS NULL
ORDER BY country_a, country_b, g.flow, g.period_start, g.period_end, g.product, g.told_by;
