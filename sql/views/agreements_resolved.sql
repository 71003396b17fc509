-- One row per real agreement: claims of the same parties and kind with the same title, or subject, or quantity.
CREATE OR REPLACE VIEW agreements_resolved AS
WITH claims AS (
    SELECT a.*, d.published_start, coalesce(d.duplicate_of, d.document_id) AS original,
           coalesce(nullif(lower(regexp_replace(coalesce(a.title, a.subject, ''), '[^\p{L}\d]+', ' ', 'g')), ''),
                    a.quantity::VARCHAR, a.amount::VARCHAR, a.document_count::VARCHAR, lower(a.evidence)) AS what
    FROM agreements a JOIN documents d USING (document_id)
)
SELECT parties, kind, what,
       any_value(title ORDER BY confidence DESC, fact_id) AS title,
       any_value(subject ORDER BY confidence DESC, fact_id) AS subject,
       arg_max(status, (coalesce(published_start, DATE '1900-01-01'), fact_id)) AS status,
       list_sort(list(DISTINCT status)) AS statuses,
       min(event_start) AS event_start,
       max(event_end) AS event_end,
       any_value(document_count ORDER BY confidence DESC, fact_id) AS document_count,
       any_value(quantity ORDER BY confidence DESC, fact_id) AS quantity,
       any_value(unit ORDER BY confidence DESC, fact_id) AS unit,
       any_value(amount ORDER BY confidence DESC, fact_id) AS amount,
       any_value(currency ORDER BY confidence DESC, fact_id) AS currency,
       count(DISTINCT original) AS article_count,
       list(fact_id ORDER BY published_start, fact_id) AS fact_ids
FROM claims
GROUP BY parties, kind, what;
COMMENT ON VIEW agreements_resolved IS 'One row per real agreement over all documents; status as the latest article tells it, with all fact ids.';
COMMENT ON COLUMN agreements_resolved.what IS 'What tells it from others: its title or subject, else its quantity, sum or number of documents, else its words.';
COMMENT ON COLUMN agreements_resolved.statuses IS 'Every status that some article tells, in alphabetical order.';
COMMENT ON COLUMN agreements_resolved.article_count IS 'Articles that tell it; near-duplicates count once.';
COMMENT ON COLUMN agreements_resolved.fact_ids IS 'All claims of it, in order of publication.';
