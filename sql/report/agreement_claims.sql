-- Every claim of an agreement, for the page of the article that makes it.
SELECT fact_id, kind, parties, party_names, title, subject, status, document_count, quantity, unit, amount, currency,
       event_start, event_end, event_precision
FROM agreements
ORDER BY fact_id;
