-- Everything known of a pair of countries, in date order. The first country is the one earlier in the alphabet.
CREATE OR REPLACE VIEW pair_timeline AS
SELECT least(reporter, partner) AS country_a, greatest(reporter, partner) AS country_b,
       period_start AS start_day, period_end AS end_day, 'trade_volume' AS fact_table, modality AS status,
       concat_ws(' ', reporter, flow, CASE WHEN flow = 'turnover' THEN 'with' WHEN flow = 'import' THEN 'from' ELSE 'to' END, partner,
                 nullif(product, 'all'), amount::VARCHAR, currency,
                 CASE WHEN change_ratio IS NOT NULL THEN 'x' || round(change_ratio, 3) END,
                 CASE WHEN share IS NOT NULL THEN round(share * 100, 1) || ' %' END) AS description,
       fact_id, document_id, evidence, confidence
FROM trade_volume
UNION ALL BY NAME
SELECT least(visitor_country, host_country) AS country_a, greatest(visitor_country, host_country) AS country_b,
       event_start AS start_day, event_end AS end_day, 'visits' AS fact_table, status,
       concat_ws(' ', kind, coalesce(visitor, delegation, visitor_role), '(' || visitor_country || ')', '-',
                 coalesce(host, host_role), '(' || host_country || ')', place) AS description,
       fact_id, document_id, evidence, confidence
FROM visits
UNION ALL BY NAME
SELECT pairs.country_a, pairs.country_b, event_start AS start_day, event_end AS end_day, 'agreements' AS fact_table, status,
       concat_ws(' ', kind, coalesce(title, subject), document_count::VARCHAR, quantity::VARCHAR, unit, amount::VARCHAR, currency) AS description,
       fact_id, document_id, evidence, confidence
FROM agreements, LATERAL (
    SELECT x AS country_a, y AS country_b
    FROM unnest(parties) AS first(x), unnest(parties) AS second(y) WHERE x < y
) AS pairs
ORDER BY country_a, country_b, start_day NULLS LAST, fact_id;
COMMENT ON VIEW pair_timeline IS 'Everything known of a pair of countries in date order: trade, visits, agreements, each with its fact id and evidence.';
COMMENT ON COLUMN pair_timeline.country_a IS 'The country of the pair that is earlier in the alphabet.';
COMMENT ON COLUMN pair_timeline.country_b IS 'The other country of the pair.';
COMMENT ON COLUMN pair_timeline.start_day IS 'First day of the period or event; NULL where the text does not date it.';
COMMENT ON COLUMN pair_timeline.end_day IS 'Last day, inclusive.';
COMMENT ON COLUMN pair_timeline.fact_table IS 'Table of the fact: trade_volume, visits or agreements.';
COMMENT ON COLUMN pair_timeline.status IS 'Modality of a figure, status of a visit or agreement.';
COMMENT ON COLUMN pair_timeline.description IS 'The fact in one line.';
COMMENT ON COLUMN pair_timeline.document_id IS 'The article that makes the claim.';
