-- One row per real event: the claims that event_claims joins, with the way of its status through time.
CREATE OR REPLACE VIEW visits_resolved AS
WITH claims AS (
    SELECT v.*, e.event_id, d.published_start, coalesce(d.duplicate_of, d.document_id) AS original,
           list_position(['planned', 'ongoing', 'cancelled', 'held'], v.status) AS step
    FROM visits v JOIN documents d USING (document_id) JOIN event_claims e USING (fact_id)
), events AS (
    SELECT event_id,
           -- Sides, people and place come from one claim, the one that tells most: mixed, they could name the wrong country.
           -- Talks in the course of a visit are part of it.
           arg_max({'kind': kind, 'visitor_country': visitor_country, 'host_country': host_country, 'visitor': visitor,
                    'visitor_role': visitor_role, 'delegation': delegation, 'host': host, 'host_role': host_role},
                   (kind = 'visit', (visitor IS NOT NULL)::INTEGER + (host IS NOT NULL)::INTEGER, confidence, fact_id)) AS best,
           any_value(place ORDER BY (kind = 'visit') DESC, confidence DESC, fact_id) AS place,
           any_value(level ORDER BY (kind = 'visit') DESC, confidence DESC, fact_id) AS level,
           any_value(visit_type ORDER BY confidence DESC, fact_id) AS visit_type,
           arg_min(event_start, (event_end - event_start, event_start, fact_id)) FILTER (event_start IS NOT NULL) AS event_start,
           arg_min(event_end, (event_end - event_start, event_start, fact_id)) FILTER (event_end IS NOT NULL) AS event_end,
           -- What has begun is no plan any more; else the latest article tells.
           CASE WHEN bool_or(status = 'held') THEN 'held' WHEN bool_or(status = 'ongoing') THEN 'ongoing'
                ELSE arg_max(status, (coalesce(published_start, DATE '0001-01-01'), step, fact_id)) END AS status,
           list_sort(list(DISTINCT status)) AS statuses,
           list({'status': status, 'published': published_start, 'document_id': document_id, 'fact_id': fact_id}
                ORDER BY published_start NULLS FIRST, step, fact_id) AS status_history,
           count(DISTINCT original) AS document_count,
           list(fact_id ORDER BY published_start NULLS FIRST, step, fact_id) AS fact_ids
    FROM claims
    GROUP BY event_id
)
SELECT best.kind, best.visitor_country, best.host_country, best.visitor, best.visitor_role, best.delegation, best.host,
       best.host_role, place, level, visit_type, event_start, event_end, status, statuses, status_history, document_count,
       fact_ids, event_id
FROM events;
COMMENT ON VIEW visits_resolved IS 'One row per real visit, call or meeting over all documents: who, where, when, and how its status went through time, with the documents that say so. Claims are joined by event_claims.';
COMMENT ON COLUMN visits_resolved.status IS 'held or ongoing where some article tells so, else what the latest article tells.';
COMMENT ON COLUMN visits_resolved.statuses IS 'Every status that some article tells, in alphabetical order.';
COMMENT ON COLUMN visits_resolved.status_history IS 'Every status with the day its article came out, the article and the claim, in order of publication.';
COMMENT ON COLUMN visits_resolved.document_count IS 'Articles that tell it; near-duplicates count once.';
COMMENT ON COLUMN visits_resolved.event_start IS 'First day by the claim that dates it most exactly; NULL where none does.';
COMMENT ON COLUMN visits_resolved.event_end IS 'Last day by the same claim, inclusive.';
COMMENT ON COLUMN visits_resolved.fact_ids IS 'All claims of the event, in order of publication.';
COMMENT ON COLUMN visits_resolved.event_id IS 'The event in event_claims.';
