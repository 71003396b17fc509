-- Every claim about trade, for the page of the article that makes it.
SELECT fact_id, reporter, partner, flow, product, product_text, amount, currency, amount_bound, change_ratio, share,
       period_start, period_end, period_precision, modality
FROM trade_volume
ORDER BY fact_id;
