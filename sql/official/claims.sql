-- Different amounts that articles claim for one figure, to be set beside official figures; near-duplicates count once.
SELECT reporter, partner, flow, product, product_text, currency, period_start, period_end, amount, amount_bound,
       any_value(amount_from) AS amount_from, any_value(amount_to) AS amount_to,
       count(DISTINCT original) AS article_count,
       list(fact_id ORDER BY copied, published_start, fact_id) AS fact_ids
FROM trade_volume_claims
WHERE amount IS NOT NULL AND modality = 'actual' AND flow IN ('turnover', 'export', 'import')
GROUP BY ALL
ORDER BY reporter, partner, period_start NULLS LAST, period_end, flow, product, product_text NULLS FIRST, currency, amount,
         amount_bound;
