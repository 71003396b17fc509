-- Contradictions: figures that cannot all be true, each with every claim that takes part and its words.
SELECT f.kind, f.country_a, f.country_b, f.period_start, f.period_end, f.explanation, t.flow, t.amount, s.evidence, s.outlet,
       coalesce(s.url, s.source) AS source
FROM trade_volume_flags f, unnest(f.fact_ids) WITH ORDINALITY AS told(fact_id, place)
JOIN trade_volume t ON t.fact_id = told.fact_id JOIN fact_sources s ON s.fact_id = told.fact_id
ORDER BY f.country_a, f.country_b, f.period_start NULLS LAST, f.kind, f.fact_ids, told.place;
