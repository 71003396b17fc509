-- One row per real agreement: the claims that event_claims joins, with the way of its status through time.
CREATE OR REPLACE VIEW agreements_resolved AS
WITH claims AS (
    SELECT a.*, e.event_id, d.published_start, coalesce(d.duplicate_of, d.document_id) AS original,
           coalesce(nullif(lower(regexp_replace(coalesce(a.title, a.subject, ''), '[^\p{L}\d]+', ' ', 'g')), ''),
                    a.quantity::VARCHAR, a.amount::VARCHAR, a.document_count::VARCHAR, lower(a.evidence)) AS what,
           coalesce(list_position(['proposed', 'planned', 'agreed', 'signed', 'in_force', 'implemented', 'rejected'], a.status), 0) AS step,
           coalesce(d.published_start, DATE '0001-01-01') AS told_on
    FROM agreements a JOIN documents d USING (document_id) JOIN event_claims e USING (fact_id)
)
SELECT parties, kind,
       any_value(what ORDER BY confidence DESC, fact_id) AS what,
       any_value(title ORDER BY confidence DESC, fact_id) AS title,
       any_value(subject ORDER BY confidence DESC, fact_id) AS subject,
       -- Nothing turns back into a plan: what was signed stays so until it is in force or given up.
       CASE WHEN NOT bool_or(step > 2) THEN arg_max(status, (told_on, step, fact_id))
            WHEN arg_max(status, (told_on, step, fact_id)) FILTER (step > 2) = 'rejected' THEN 'rejected'
            ELSE arg_max(status, step) FILTER (step BETWEEN 3 AND 6) END AS status,
       list_sort(list(DISTINCT status)) AS statuses,
       list({'status': status, 'published': published_start, 'document_id': document_id, 'fact_id': fact_id}
            ORDER BY published_start NULLS FIRST, step, fact_id) AS status_history,
       coalesce(min(event_start) FILTER (status = 'signed'), min(event_start)) AS event_start,
       coalesce(min(event_end) FILTER (status = 'signed'), max(event_end)) AS event_end,
       any_value(document_count ORDER BY confidence DESC, fact_id) AS document_count,
       any_value(quantity ORDER BY confidence DESC, fact_id) AS quantity,
       any_value(unit ORDER BY confidence DESC, fact_id) AS unit,
       any_value(amount ORDER BY confidence DESC, fact_id) AS amount,
       any_value(currency ORDER BY confidence DESC, fact_id) AS currency,
       count(DISTINCT original) AS article_count,
       list(fact_id ORDER BY published_start NULLS FIRST, step, fact_id) AS fact_ids,
       event_id
FROM claims
GROUP BY event_id, parties, kind;
COMMENT ON VIEW agreements_resolved IS 'One row per real agreement over all documents, and how its status went through time, with the documents that say so. Claims are joined by event_claims.';
COMMENT ON COLUMN agreements_resolved.what IS 'What tells it from others: its title or subject, else its quantity, sum or number of documents, else its words.';
COMMENT ON COLUMN agreements_resolved.status IS 'How far it came: what was signed is no plan any more, what is in force stays so; rejected where the latest article says so.';
COMMENT ON COLUMN agreements_resolved.statuses IS 'Every status that some article tells, in alphabetical order.';
COMMENT ON COLUMN agreements_resolved.status_history IS 'Every status with the day its article came out, the article and the claim, in order of publication.';
COMMENT ON COLUMN agreements_resolved.event_start IS 'First day of the signing where some article dates it, else of the earliest date told.';
COMMENT ON COLUMN agreements_resolved.event_end IS 'Last day of the signing, else of the latest date told; of a plan the day by which it is to be done.';
COMMENT ON COLUMN agreements_resolved.article_count IS 'Articles that tell it; near-duplicates count once.';
COMMENT ON COLUMN agreements_resolved.fact_ids IS 'All claims of it, in order of publication.';
COMMENT ON COLUMN agreements_resolved.event_id IS 'The agreement in event_claims.';
