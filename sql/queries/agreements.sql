-- What a pair has signed, agreed and planned, with the words that say so.
-- Parameters: $country_a, $country_b.
SELECT a.kind, coalesce(a.title, a.subject) AS about, a.status, a.document_count, a.quantity, a.unit, a.amount, a.currency,
       a.event_start, a.event_end, s.evidence, s.outlet, coalesce(s.url, s.source) AS source
FROM agreements a JOIN fact_sources s USING (fact_id)
WHERE list_contains(a.parties, $country_a) AND list_contains(a.parties, $country_b)
  AND s.duplicate_of IS NULL  -- reprints of one article tell it once
ORDER BY a.status, a.event_start NULLS LAST, a.kind, a.fact_id;
