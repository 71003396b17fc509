-- What the claims of one pair, flow, product and period settle on.
SELECT *
FROM trade_volume_resolved
ORDER BY reporter, partner, flow, product, product_text NULLS FIRST, currency, period_start, period_end, modality;
