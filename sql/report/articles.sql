-- Every article without its text: what lists need.
SELECT document_id, source, url, outlet, title, language, published_start, published_end, published_precision, duplicate_of
FROM documents
ORDER BY published_start DESC NULLS LAST, source, document_id;
