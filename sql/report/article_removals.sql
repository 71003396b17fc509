-- What cleaning took out of a stretch of articles. Parameters: $first, $last.
SELECT document_id, reason, removed_text, raw_start, raw_end
FROM removed_spans
WHERE document_id BETWEEN $first AND $last
ORDER BY document_id, raw_start, raw_end;
