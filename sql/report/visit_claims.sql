-- Every claim of a visit, for the page of the article that makes it.
SELECT fact_id, kind, visitor, visitor_role, visitor_country, delegation, host, host_role, host_country, place, level,
       visit_type, status, event_start, event_end, event_precision
FROM visits
ORDER BY fact_id;
