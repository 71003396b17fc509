-- Where every fact stands: its article, its sentence, its words; what a link needs to lead there.
SELECT s.fact_id, s.fact_table, s.document_id, s.evidence, s.sentence, s.evidence_start, s.evidence_end, s.attribution,
       s.attribution_kind, s.rule, s.confidence, s.outlet, s.source, s.duplicate_of, s.published_start, s.published_end,
       d.published_precision,
       coalesce(t.sentence_start, v.sentence_start, a.sentence_start) AS sentence_start,
       coalesce(t.sentence_end, v.sentence_end, a.sentence_end) AS sentence_end
FROM fact_sources s JOIN documents d USING (document_id)
LEFT JOIN trade_volume t ON s.fact_table = 'trade_volume' AND t.fact_id = s.fact_id
LEFT JOIN visits v ON s.fact_table = 'visits' AND v.fact_id = s.fact_id
LEFT JOIN agreements a ON s.fact_table = 'agreements' AND a.fact_id = s.fact_id
ORDER BY s.document_id, s.evidence_start, s.fact_table, s.fact_id;
