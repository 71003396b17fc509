-- A stretch of articles by id, whole. Parameters: $first, $last.
SELECT * EXCLUDE (ingested_at, offset_runs)
FROM documents
WHERE document_id BETWEEN $first AND $last
ORDER BY document_id;
