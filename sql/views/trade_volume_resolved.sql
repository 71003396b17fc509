-- One row per figure of a pair, flow, product, period and modality: every claim beside the value they settle on.
-- The value is that of the best claim: statistics above officials and companies above outlets and experts, an exact
-- figure above a bound, the later document above the earlier; copies of one article count once.
CREATE OR REPLACE VIEW trade_volume_resolved AS
WITH claims AS (
    SELECT t.*, coalesce(d.duplicate_of, d.document_id) AS original, d.published_start,
           row_number() OVER (
               PARTITION BY t.reporter, t.partner, t.flow, t.product, t.product_text, t.currency,
                            t.period_start, t.period_end, t.modality
               ORDER BY (t.amount IS NULL), list_position(['statistics', 'official', 'company', 'outlet', 'expert'], t.attribution_kind),
                        (t.amount_bound <> 'exact'), d.published_start DESC NULLS LAST, t.confidence DESC, t.fact_id
           ) AS rank
    FROM trade_volume t JOIN documents d USING (document_id)
)
SELECT reporter, partner, flow, product, product_text, currency, period_start, period_end,
       any_value(period_precision) AS period_precision, modality,
       max(amount) FILTER (rank = 1) AS amount,
       max(amount_bound) FILTER (rank = 1) AS amount_bound,
       arg_min(change_ratio, rank) FILTER (change_ratio IS NOT NULL) AS change_ratio,
       arg_min(share, rank) FILTER (share IS NOT NULL) AS share,
       count(DISTINCT original) AS document_count,
       count(*) AS claim_count,
       min(amount) AS amount_low,
       max(amount) AS amount_high,
       coalesce(max(amount) FILTER (amount_bound = 'exact') - min(amount) FILTER (amount_bound = 'exact')
                > 0.005 * max(abs(amount)) FILTER (amount_bound = 'exact'), false) AS conflict,
       list(fact_id ORDER BY rank) AS fact_ids
FROM claims
GROUP BY reporter, partner, flow, product, product_text, currency, period_start, period_end, modality;
COMMENT ON VIEW trade_volume_resolved IS 'One row per pair, flow, product, period and modality over all documents: agreed value, lowest and highest claim, conflict flag, fact ids.';
