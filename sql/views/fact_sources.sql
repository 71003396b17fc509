-- Any fact id to its document, sentence, evidence, and where that stands in the raw file.
CREATE OR REPLACE VIEW fact_sources AS
WITH facts AS (
    SELECT 'trade_volume' AS fact_table, fact_id, document_id, sentence_start, sentence_end, evidence_start, evidence_end,
           evidence, attribution, attribution_kind, rule, confidence
    FROM trade_volume
    UNION ALL BY NAME
    SELECT 'visits' AS fact_table, fact_id, document_id, sentence_start, sentence_end, evidence_start, evidence_end,
           evidence, attribution, attribution_kind, rule, confidence
    FROM visits
    UNION ALL BY NAME
    SELECT 'agreements' AS fact_table, fact_id, document_id, sentence_start, sentence_end, evidence_start, evidence_end,
           evidence, attribution, attribution_kind, rule, confidence
    FROM agreements
), placed AS (
    SELECT f.*, d.source, d.url, d.outlet, d.title, d.published_start, d.published_end, d.duplicate_of,
           substring(d.text, f.sentence_start + 1, f.sentence_end - f.sentence_start) AS sentence,
           list_filter(d.offset_runs, lambda r: r.clean_start <= f.evidence_start)[-1] AS first_run,
           list_filter(d.offset_runs, lambda r: r.clean_start < f.evidence_end)[-1] AS last_run
    FROM facts f JOIN documents d USING (document_id)
)
SELECT fact_table, fact_id, document_id, source, url, outlet, title, published_start, published_end, sentence, sentence_start, sentence_end,
       evidence, evidence_start, evidence_end,
       first_run.raw_start + least(evidence_start - first_run.clean_start, first_run.length) AS raw_start,
       last_run.raw_start + least(evidence_end - last_run.clean_start, last_run.length) AS raw_end,
       attribution, attribution_kind, rule, confidence, duplicate_of
FROM placed;
COMMENT ON VIEW fact_sources IS 'Any fact id to its document, sentence and evidence, and to the place of the evidence in the decoded raw file.';
COMMENT ON COLUMN fact_sources.fact_table IS 'Table of the fact: trade_volume, visits or agreements.';
COMMENT ON COLUMN fact_sources.document_id IS 'The article that makes the claim.';
COMMENT ON COLUMN fact_sources.title IS 'Headline of the article.';
COMMENT ON COLUMN fact_sources.sentence IS 'The whole sentence that the evidence stands in.';
COMMENT ON COLUMN fact_sources.raw_start IS 'Where the evidence begins in the decoded raw text (code points).';
COMMENT ON COLUMN fact_sources.raw_end IS 'Where it ends, exclusive.';
