-- What became of planned agreements: each that some article announced or proposed, and its latest status.
SELECT parties, kind, coalesce(title, subject) AS about, status AS latest_status, list_sort(statuses) AS statuses,
       event_start, event_end, article_count, fact_ids
FROM agreements_resolved
WHERE list_has_any(statuses, ['planned', 'proposed'])
ORDER BY parties, kind, about;
