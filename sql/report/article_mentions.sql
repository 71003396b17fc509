-- Mentions of a stretch of articles. Parameters: $first, $last.
SELECT document_id, mention_start, mention_end, kind, canonical_id, canonical_name, value, value_high, unit, currency,
       date_start, date_end, date_precision
FROM mentions
WHERE document_id BETWEEN $first AND $last
ORDER BY document_id, mention_start, mention_end DESC, kind, mention_id;
