-- One row per figure: the value that its claims settle on, and every way in which it cannot be so.
CREATE OR REPLACE VIEW trade_volume_resolved AS
WITH flagged AS (
    SELECT fact_id, kind FROM trade_volume_flags, unnest(fact_ids) AS told(fact_id)
), flags AS (
    SELECT l.fact_ids[1] AS level_id, list_sort(list(DISTINCT f.kind)) AS flags
    FROM trade_volume_levels l, unnest(l.fact_ids) AS told(fact_id) JOIN flagged f ON f.fact_id = told.fact_id
    GROUP BY level_id
)
SELECT l.* EXCLUDE (seller, buyer, amount_from, amount_to, fact_ids), coalesce(f.flags, []) AS flags, l.fact_ids
FROM trade_volume_levels l LEFT JOIN flags f ON f.level_id = l.fact_ids[1];
COMMENT ON VIEW trade_volume_resolved IS 'One row per pair, flow, product, currency, period and modality over all documents: the value that its claims settle on, the lowest and highest claim, the ways in which it cannot be so, all fact ids. The value is that of the best claim: an article above its near-duplicates, official statistics above officials above companies, experts and outlets (attribution_kind), exact above about above bounds, a later publication above an earlier one, then the higher confidence. Nothing is averaged.';
COMMENT ON COLUMN trade_volume_resolved.amount IS 'Value of the best claim, in units of the currency; NULL where only growth or share is stated.';
COMMENT ON COLUMN trade_volume_resolved.amount_bound IS 'How that claim puts it: exact, about, at_least or at_most.';
COMMENT ON COLUMN trade_volume_resolved.change_ratio IS 'Growth by the best claim that states one.';
COMMENT ON COLUMN trade_volume_resolved.share IS 'Share by the best claim that states one.';
COMMENT ON COLUMN trade_volume_resolved.document_count IS 'Articles that tell it; near-duplicates count once.';
COMMENT ON COLUMN trade_volume_resolved.claim_count IS 'Claims, those of near-duplicates among them.';
COMMENT ON COLUMN trade_volume_resolved.amount_low IS 'Lowest claim.';
COMMENT ON COLUMN trade_volume_resolved.amount_high IS 'Highest claim.';
COMMENT ON COLUMN trade_volume_resolved.conflict IS 'True where two claims exclude each other, further apart than their words leave room for; "more than 400" does not exclude 447. False for undated figures, which may be of different times.';
COMMENT ON COLUMN trade_volume_resolved.flags IS 'Every kind of contradiction that the figure is part of; trade_volume_flags has each with all its figures. Empty where none is found.';
COMMENT ON COLUMN trade_volume_resolved.fact_ids IS 'All claims, the one whose value is taken first.';
