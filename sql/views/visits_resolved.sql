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
)
SELECT kind, pair[1] AS visitor_country, pair[2] AS host_country,
       any_value(visitor ORDER BY confidence DESC, fact_id) AS visitor,
       any_value(visitor_role ORDER BY confidence DESC, fact_id) AS visitor_role,
       any_value(delegation ORDER BY confidence DESC, fact_id) AS delegation,
       any_value(host ORDER BY confidence DESC, fact_id) AS host,
       any_value(place ORDER BY confidence DESC, fact_id) AS place,
       any_value(level ORDER BY confidence DESC, fact_id) AS level,
       any_value(visit_type ORDER BY confidence DESC, fact_id) AS visit_type,
       arg_min(event_start, event_end - event_start) AS event_start,
       arg_min(event_end, event_end - event_start) AS event_end,
       arg_max(status, (coalesce(published_start, DATE '1900-01-01'), fact_id)) AS status,
       list(DISTINCT status) AS statuses,
       count(DISTINCT original) AS document_count,
       list(fact_id ORDER BY published_start, fact_id) AS fact_ids
FROM numbered
GROUP BY kind, pair, who, event_number;
COMMENT ON VIEW visits_resolved IS 'One row per real visit, call or meeting over all documents; status as the latest article tells it, with all fact ids.';
