-- What became of planned visits: each event that some article announced, and how the latest article tells it.
SELECT kind, coalesce(visitor, delegation, visitor_role) AS who, visitor_country, host_country, place, event_start, event_end,
       status AS latest_status, list_sort(statuses) AS statuses, document_count, fact_ids
FROM visits_resolved
WHERE list_contains(statuses, 'planned')
ORDER BY event_start NULLS LAST, visitor_country, host_country, who;
