-- One row per figure of a pair, flow, product, currency, period and modality: every claim beside the value they settle on.
-- trade_volume_resolved adds the flags.
CREATE OR REPLACE VIEW trade_volume_levels AS
WITH ranked AS (
    SELECT *, row_number() OVER (
               PARTITION BY reporter, partner, flow, product, product_text, currency, period_start, period_end, modality
               ORDER BY (amount IS NULL), copied,
                        coalesce(list_position(['statistics', 'official'], attribution_kind), 3),
                        coalesce(list_position(['exact', 'about'], amount_bound), 3),
                        published_start DESC NULLS LAST, confidence DESC, fact_id
           ) AS rank
    FROM trade_volume_claims
)
SELECT reporter, partner, flow, any_value(seller) AS seller, any_value(buyer) AS buyer, product, product_text, currency,
       period_start, period_end, any_value(period_precision) AS period_precision, modality,
       max(amount) FILTER (rank = 1) AS amount,
       max(amount_bound) FILTER (rank = 1) AS amount_bound,
       max(amount_from) FILTER (rank = 1) AS amount_from,
       max(amount_to) FILTER (rank = 1) AS amount_to,
       arg_min(change_ratio, rank) FILTER (change_ratio IS NOT NULL) AS change_ratio,
       arg_min(share, rank) FILTER (share IS NOT NULL) AS share,
       count(DISTINCT original) AS document_count,
       count(*) AS claim_count,
       min(amount) AS amount_low,
       max(amount) AS amount_high,
       -- Undated figures may be of different times.
       coalesce(max(amount_from) > min(amount_to), false) AND period_end IS NOT NULL AS conflict,
       list(fact_id ORDER BY rank) AS fact_ids
FROM ranked
GROUP BY reporter, partner, flow, product, product_text, currency, period_start, period_end, modality;
COMMENT ON VIEW trade_volume_levels IS 'What the claims of one figure settle on, before they are held against other figures; trade_volume_resolved adds the flags and is the view to ask.';
COMMENT ON COLUMN trade_volume_levels.amount_from IS 'Least that the words of the value taken leave room for.';
COMMENT ON COLUMN trade_volume_levels.amount_to IS 'Most that the words of the value taken leave room for.';
COMMENT ON COLUMN trade_volume_levels.seller IS 'Where the goods come from: the reporter of an export, the partner of an import; of a turnover or balance the reporter.';
COMMENT ON COLUMN trade_volume_levels.buyer IS 'Where they go to.';
COMMENT ON COLUMN trade_volume_levels.claim_count IS 'Claims, those of near-duplicates among them.';
COMMENT ON COLUMN trade_volume_levels.amount_low IS 'Lowest claim.';
COMMENT ON COLUMN trade_volume_levels.amount_high IS 'Highest claim.';
COMMENT ON COLUMN trade_volume_levels.conflict IS 'True where two claims exclude each other.';
COMMENT ON COLUMN trade_volume_levels.fact_ids IS 'All claims, the one whose value is taken first.';
