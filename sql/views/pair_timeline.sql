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
