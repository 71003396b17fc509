-- Targets against actuals: each aim or forecast of turnover beside the yearly figure it speaks of, or the latest known.
WITH actual AS (
    SELECT reporter, partner, product, currency, period_start, period_end, amount
    FROM trade_volume_resolved
    WHERE flow = 'turnover' AND modality = 'actual' AND period_precision = 'year' AND amount IS NOT NULL
)
SELECT t.reporter, t.partner, t.product, t.modality, t.period_end AS to_be_reached_by, t.amount AS aim, t.currency,
       a.period_end AS actual_until, a.amount AS actual, round(a.amount / t.amount, 3) AS reached, t.fact_ids
FROM trade_volume_resolved t
LEFT JOIN actual a ON a.reporter = t.reporter AND a.partner = t.partner AND a.product = t.product AND a.currency = t.currency
                  AND (t.period_end IS NULL OR a.period_end <= t.period_end)
WHERE t.flow = 'turnover' AND t.modality IN ('target', 'expected') AND t.amount IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY t.fact_ids ORDER BY a.period_end DESC NULLS LAST) = 1
ORDER BY t.reporter, t.partner, to_be_reached_by NULLS LAST, aim;
