-- Every claim about trade with what its words leave room for, so that each rule that compares figures stands once.
-- Room: half a unit of the last digit told ("447,1 млн" is 447.05 to 447.15), at least 0.25 % and at most 2.5 % of the
-- figure; "about" a tenth. Bounds speak of the size: a deficit of "more than 100 million" lies below -100 million.
CREATE OR REPLACE VIEW trade_volume_claims AS
WITH told AS (
    SELECT t.*, coalesce(d.duplicate_of, d.document_id) AS original, d.duplicate_of IS NOT NULL AS copied, d.published_start,
           CASE WHEN t.flow = 'import' THEN t.partner ELSE t.reporter END AS seller,
           CASE WHEN t.flow = 'import' THEN t.reporter ELSE t.partner END AS buyer,
           sign(t.amount) AS side, abs(t.amount)::DOUBLE AS size,
           abs(t.amount)::DECIMAL(18, 0)::VARCHAR AS digits
    FROM trade_volume t JOIN documents d USING (document_id)
), sized AS (
    SELECT *, least(greatest(pow(10, length(digits) - length(rtrim(digits, '0'))) / 2, 0.0025 * size), 0.025 * size) AS room
    FROM told
), bounded AS (
    SELECT *,
           CASE amount_bound WHEN 'about' THEN 0.9 * size WHEN 'at_most' THEN 0 ELSE size - room END AS least_size,
           CASE amount_bound WHEN 'about' THEN 1.1 * size WHEN 'at_least' THEN 'infinity'::DOUBLE ELSE size + room END AS most_size
    FROM sized
)
SELECT fact_id, document_id, original, copied, published_start, attribution_kind, confidence,
       reporter, partner, flow, seller, buyer, product, product_text, currency, period_start, period_end, period_precision,
       modality, amount, amount_bound, length(rtrim(digits, '0')) AS digit_count,
       CASE WHEN side < 0 THEN -most_size ELSE least_size END AS amount_from,
       CASE WHEN side < 0 THEN -least_size ELSE most_size END AS amount_to,
       change_ratio, change_base_start, change_base_end, share
FROM bounded;
COMMENT ON VIEW trade_volume_claims IS 'Every claim of trade_volume with its article, its direction and what its words leave room for: two claims of one thing agree where their stretches amount_from .. amount_to touch.';
COMMENT ON COLUMN trade_volume_claims.original IS 'document_id of the article, of a near-duplicate that of its original.';
COMMENT ON COLUMN trade_volume_claims.copied IS 'True where the article is a near-duplicate of another.';
COMMENT ON COLUMN trade_volume_claims.seller IS 'Where the goods come from: the reporter of an export, the partner of an import; of a turnover or balance the reporter.';
COMMENT ON COLUMN trade_volume_claims.buyer IS 'Where they go to.';
COMMENT ON COLUMN trade_volume_claims.digit_count IS 'Digits told of the amount, without closing zeros: 4 in "447,1 млн".';
COMMENT ON COLUMN trade_volume_claims.amount_from IS 'Least that the words leave room for: half a unit of the last digit below, at least 0.25 % and at most 2.5 %; a tenth for about; zero for at_most.';
COMMENT ON COLUMN trade_volume_claims.amount_to IS 'Most that the words leave room for, by the same rule; infinity for at_least.';
