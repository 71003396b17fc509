-- One row per real event: claims of the same people and countries whose dates touch are one event.
-- A claim without a date of its own is placed by the date of its article, within a fortnight.
CREATE OR REPLACE VIEW visits_resolved AS
WITH claims AS (
    SELECT v.*, d.published_start, coalesce(d.duplicate_of, d.document_id) AS original,
           CASE WHEN v.kind = 'visit' THEN [v.visitor_country, v.host_country]
                ELSE list_sort([v.visitor_country, v.host_country]) END AS pair,
           CASE WHEN v.kind = 'visit' THEN coalesce(v.visitor, v.delegation, '')
                ELSE array_to_string(list_sort([coalesce(v.visitor, ''), coalesce(v.host, '')]), '|') END AS who,
           coalesce(v.event_start, v.event_end, d.published_start - 14) AS from_day,
           coalesce(v.event_end, v.event_start, d.published_end + 14) AS to_day
    FROM visits v JOIN documents d USING (document_id)
), stepped AS (
    SELECT *, coalesce(from_day > max(to_day) OVER (
                  PARTITION BY kind, pair, who ORDER BY from_day, to_day, fact_id
                  ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), false) AS apart
    FROM claims
), numbered AS (
    SELECT *, sum(apart::INTEGER) OVER (PARTITION BY kind, pair, who ORDER BY from_day, to_day, fact_id
                                        ROWS UNBOUNDED PRECEDING) AS event_number
    FROM stepped
), events AS (
    SELECT kind, pair, who, event_number,
           -- Sides, people and place come from one claim, the one that tells most: mixed, they could name the wrong country.
           arg_max({'visitor_country': visitor_country, 'host_country': host_country, 'visitor': visitor,
                    'visitor_role': visitor_role, 'delegation': delegation, 'host': host, 'host_role': host_role},
                   ((visitor IS NOT NULL)::INTEGER + (host IS NOT NULL)::INTEGER, confidence, fact_id)) AS best,
           any_value(place ORDER BY confidence DESC, fact_id) AS place,
           any_value(level ORDER BY confidence DESC, fact_id) AS level,
           any_value(visit_type ORDER BY confidence DESC, fact_id) AS visit_type,
           arg_min(event_start, event_end - event_start) AS event_start,
           arg_min(event_end, event_end - event_start) AS event_end,
           arg_max(status, (coalesce(published_start, DATE '1900-01-01'), fact_id)) AS status,
           list_sort(list(DISTINCT status)) AS statuses,
           count(DISTINCT original) AS document_count,
           list(fact_id ORDER BY published_start, fact_id) AS fact_ids
    FROM numbered
    GROUP BY kind, pair, who, event_number
)
SELECT kind, best.visitor_country, best.host_country, best.visitor, best.visitor_role, best.delegation, best.host, best.host_role,
       place, level, visit_type, event_start, event_end, status, statuses, document_count, fact_ids
FROM events;
COMMENT ON VIEW visits_resolved IS 'One row per real visit, call or meeting over all documents; status as the latest article tells it, with all fact ids.';
COMMENT ON COLUMN visits_resolved.statuses IS 'Every status that some article tells, in alphabetical order.';
COMMENT ON COLUMN visits_resolved.fact_ids IS 'All claims of the event, in order of publication.';
