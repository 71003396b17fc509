-- Where every fact stands: its article, its sentence, its words; what a link needs to lead there.
SELECT s.fact_id, s.fact_table, s.document_id, s.evidence, s.sentence, s.evidence_start, s.evidence_end, s.attribution,
       s.attribution_kind, s.rule, s.confidence, s.outlet, s.source, s.duplicate_of, s.published_start, s.published_end,
       s.sentence_start, s.sentence_end, d.published_precision
FROM fact_sources s JOIN documents d USING (document_id)
ORDER BY s.document_id, s.evidence_start, s.fact_table, s.fact_id;
