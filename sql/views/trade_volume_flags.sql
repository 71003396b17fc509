-- Figures that cannot all be true, a row each, by rules that stand here once: report, queries and the column
-- trade_volume_resolved.flags show what this view finds.
-- What differs by less than its words leave room for (trade_volume_claims.amount_from, amount_to) is no contradiction.
CREATE OR REPLACE VIEW trade_volume_flags AS
WITH claim AS MATERIALIZED (
    SELECT c.*, told.level_id,
           {'reporter': reporter, 'partner': partner, 'flow': flow, 'product': product, 'period_start': period_start,
            'period_end': period_end, 'period_precision': period_precision, 'amount': amount,
            'amount_bound': amount_bound, 'change_ratio': change_ratio, 'fact_id': c.fact_id} AS part
    FROM trade_volume_claims c
    JOIN (SELECT fact_ids[1] AS level_id, unnest(fact_ids) AS fact_id FROM trade_volume_levels) told ON told.fact_id = c.fact_id
    WHERE amount IS NOT NULL
), settled AS MATERIALIZED (
    SELECT *, fact_ids[1] AS level_id, least(reporter, partner) AS country_a, greatest(reporter, partner) AS country_b,
           {'reporter': reporter, 'partner': partner, 'flow': flow, 'product': product, 'period_start': period_start,
            'period_end': period_end, 'period_precision': period_precision, 'amount': amount,
            'amount_bound': amount_bound, 'change_ratio': change_ratio, 'fact_id': fact_ids[1]} AS part
    FROM trade_volume_levels
    WHERE amount IS NOT NULL
), level AS MATERIALIZED (
    SELECT * FROM settled WHERE modality = 'actual' AND period_start IS NOT NULL AND flow <> 'balance'
), exact AS MATERIALIZED (
    SELECT * FROM level WHERE amount_bound = 'exact' AND amount > 0
),
-- Claims of one figure that exclude each other.
conflicting_levels AS (
    SELECT 'conflicting_levels' AS kind, level_id, arg_max(c.amount, abs(c.amount - s.amount)) AS other_amount,
           NULL::BOOLEAN AS base_assumed, list(c.part ORDER BY list_position(s.fact_ids, c.fact_id)) AS parts
    FROM settled s JOIN claim c USING (level_id)
    WHERE s.conflict
    GROUP BY level_id
),
-- Claims of one figure a thousandfold or a millionfold apart with the same digits: a million read or printed as a billion.
scale_slip AS (
    SELECT 'scale_slip' AS kind, s.level_id, arg_max(b.amount, b.fact_id) AS other_amount, NULL::BOOLEAN AS base_assumed,
           [arg_max(a.part, b.fact_id), arg_max(b.part, b.fact_id)] AS parts
    FROM settled s
    JOIN claim a ON a.fact_id = s.level_id
    JOIN claim b ON b.level_id = s.level_id AND b.amount / a.amount > 0
        AND abs(log10((b.amount / a.amount)::DOUBLE)) BETWEEN 2.98 AND 6.02
        AND abs(log10((b.amount / a.amount)::DOUBLE) - 3 * round(log10((b.amount / a.amount)::DOUBLE) / 3)) < 0.005
    GROUP BY s.level_id
),
-- A level that growth times the base level does not give, beyond 3 % (5 % where it grew by half or more, which is told in
-- round factors). One claim of the base that fits is enough. A base left unsaid is the same period a year earlier.
grown AS (
    SELECT n.* REPLACE (c.amount AS amount), c.part AS told, c.change_ratio AS factor,
           CASE WHEN c.change_ratio < 1.5 THEN 0.03 ELSE 0.05 END AS room,
           c.change_base_start IS NULL AS base_assumed,
           coalesce(c.change_base_start, (n.period_start - INTERVAL 1 YEAR)::DATE) AS base_start,
           coalesce(c.change_base_end, last_day(n.period_end) - INTERVAL 1 YEAR)::DATE AS base_end
    FROM exact n JOIN claim c ON c.level_id = n.level_id
    WHERE c.change_ratio > 0 AND c.amount_bound = 'exact' AND NOT c.copied
), growth AS (
    SELECT 'growth' AS kind, g.level_id, b.amount * g.factor AS other_amount, g.base_assumed, [g.told, b.part] AS parts
    FROM grown g
    JOIN exact b ON (b.reporter, b.partner, b.flow, b.product, b.currency) = (g.reporter, g.partner, g.flow, g.product, g.currency)
                AND b.product_text IS NOT DISTINCT FROM g.product_text
                AND b.period_start = g.base_start AND last_day(b.period_end) = last_day(g.base_end)
    ANTI JOIN claim fits ON fits.level_id = b.level_id
                        AND g.amount BETWEEN fits.amount_from * g.factor * (1 - g.room) AND fits.amount_to * g.factor * (1 + g.room)
),
-- A turnover that the two ways do not add up to, by the sum that comes nearest, beyond 2 %. Ways that give what another
-- article calls the turnover are sound: that is a conflict of figures.
added AS (
    SELECT t.level_id, x.amount + y.amount AS other_amount, [t.part, x.part, y.part] AS parts
    FROM exact t
    JOIN exact x ON (x.country_a, x.country_b, x.product, x.currency, x.period_start, x.period_end)
                  = (t.country_a, t.country_b, t.product, t.currency, t.period_start, t.period_end)
                AND x.flow IN ('export', 'import') AND x.seller = t.country_a AND x.product_text IS NULL
    JOIN exact y ON (y.country_a, y.country_b, y.product, y.currency, y.period_start, y.period_end)
                  = (t.country_a, t.country_b, t.product, t.currency, t.period_start, t.period_end)
                AND y.flow IN ('export', 'import') AND y.seller = t.country_b AND y.product_text IS NULL
    WHERE t.flow = 'turnover' AND t.product_text IS NULL
    QUALIFY row_number() OVER (PARTITION BY t.level_id ORDER BY abs(x.amount + y.amount - t.amount), x.level_id, y.level_id) = 1
), sum_of_ways AS (
    SELECT 'sum_of_ways' AS kind, a.level_id, a.other_amount, NULL::BOOLEAN AS base_assumed, a.parts
    FROM added a
    ANTI JOIN claim fits ON fits.level_id = a.level_id
                        AND a.other_amount BETWEEN 0.98 * fits.amount_from AND 1.02 * fits.amount_to
),
-- A balance that export less import does not give, beyond 2 % of the larger of them; whose the surplus is, texts often leave unsaid.
balance_of_ways AS (
    SELECT 'balance_of_ways' AS kind, b.level_id, x.amount - m.amount AS other_amount, NULL::BOOLEAN AS base_assumed,
           [b.part, x.part, m.part] AS parts
    FROM settled b
    JOIN exact x ON (x.product, x.currency, x.period_start, x.period_end) = (b.product, b.currency, b.period_start, b.period_end)
                AND x.flow IN ('export', 'import') AND x.seller = b.reporter AND x.buyer = b.partner AND x.product_text IS NULL
    JOIN exact m ON (m.product, m.currency, m.period_start, m.period_end) = (b.product, b.currency, b.period_start, b.period_end)
                AND m.flow IN ('export', 'import') AND m.seller = b.partner AND m.buyer = b.reporter AND m.product_text IS NULL
    WHERE b.flow = 'balance' AND b.modality = 'actual' AND b.amount_bound = 'exact' AND b.product_text IS NULL
    QUALIFY row_number() OVER (PARTITION BY b.level_id ORDER BY abs(abs(x.amount - m.amount) - abs(b.amount)), x.level_id, m.level_id) = 1
        AND abs(abs(x.amount - m.amount) - abs(b.amount)) > 0.02 * greatest(x.amount, m.amount) + 0.01 * abs(b.amount)
),
-- A year that its two halves, four quarters or twelve months, all of them told, do not add up to, beyond 2 %.
pieces AS (
    SELECT y.level_id, y.amount_from, y.amount_to, sum(p.amount) AS other_amount,
           list_prepend(any_value(y.part), list(p.part ORDER BY p.period_start)) AS parts
    FROM exact y
    JOIN exact p ON (p.reporter, p.partner, p.flow, p.product, p.currency) = (y.reporter, y.partner, y.flow, y.product, y.currency)
                AND p.product_text IS NOT DISTINCT FROM y.product_text
                AND year(p.period_start) = year(y.period_start) AND year(p.period_end) = year(y.period_start)
                AND p.period_precision IN ('half_year', 'quarter', 'month')
    WHERE y.period_precision = 'year'
    GROUP BY y.level_id, y.amount_from, y.amount_to, p.period_precision
    HAVING count(*) = CASE p.period_precision WHEN 'half_year' THEN 2 WHEN 'quarter' THEN 4 ELSE 12 END
), sum_of_periods AS (
    SELECT 'sum_of_periods' AS kind, level_id, other_amount, NULL::BOOLEAN AS base_assumed, parts
    FROM pieces
    WHERE other_amount NOT BETWEEN 0.98 * amount_from AND 1.02 * amount_to
),
-- A part that is more than its whole: some months than the year, one product than all goods, one way than the turnover.
part_exceeds_whole AS (
    SELECT 'part_exceeds_whole' AS kind, p.level_id, min(w.amount) AS other_amount, NULL::BOOLEAN AS base_assumed,
           [p.part, arg_min(w.part, (w.amount, w.level_id))] AS parts
    FROM level p
    JOIN level w ON (w.country_a, w.country_b, w.currency) = (p.country_a, p.country_b, p.currency) AND w.level_id <> p.level_id
                AND w.period_start <= p.period_start AND w.period_end >= p.period_end
                AND p.amount_from > w.amount_to
                AND (w.flow = 'turnover' OR (w.flow, w.reporter) = (p.flow, p.reporter))
                AND (w.product = p.product AND w.product_text IS NOT DISTINCT FROM p.product_text
                     OR w.product IN ('all', 'goods_and_services') AND w.product_text IS NULL
                     OR w.product = 'goods' AND p.product NOT IN ('all', 'services', 'goods_and_services') AND w.product_text IS NULL)
                -- the very same thing in the very same period is one level, not a part
                AND (w.flow, w.product, w.period_start, w.period_end) <> (p.flow, p.product, p.period_start, p.period_end)
                -- nothing said of the product may leave services out
                AND NOT (w.product = 'all' AND p.product IN ('services', 'goods_and_services'))
    GROUP BY p.level_id, p.part
),
-- What one side calls its export beside what the other calls its import. Imports carry freight and insurance (CIF), exports
-- do not (FOB): 6 % by the IMF's rule, up to 20 % seen. More, or imports below exports by over 5 %, is no matter of that.
mirror AS (
    SELECT 'mirror' AS kind, x.level_id, m.amount AS other_amount, NULL::BOOLEAN AS base_assumed, [x.part, m.part] AS parts
    FROM exact x
    JOIN exact m ON (m.seller, m.buyer, m.product, m.currency, m.period_start, m.period_end)
                  = (x.seller, x.buyer, x.product, x.currency, x.period_start, x.period_end)
                AND m.product_text IS NOT DISTINCT FROM x.product_text
    WHERE x.flow = 'export' AND m.flow = 'import'
      AND NOT (m.amount_to >= 0.95 * x.amount_from AND m.amount_from <= 1.20 * x.amount_to)
),
-- One figure, to the digit, told in one article of the way from A to B and in another of the way back.
swapped_countries AS (
    SELECT 'swapped_countries' AS kind, a.level_id, any_value(b.amount) AS other_amount, NULL::BOOLEAN AS base_assumed,
           [any_value(a.part), arg_min(b.part, b.fact_id)] AS parts
    FROM claim a
    JOIN claim b ON (b.seller, b.buyer, b.product, b.currency, b.period_start, b.period_end, b.amount, b.modality)
                  = (a.buyer, a.seller, a.product, a.currency, a.period_start, a.period_end, a.amount, a.modality)
                AND b.product_text IS NOT DISTINCT FROM a.product_text AND b.original <> a.original
    WHERE a.flow IN ('export', 'import') AND b.flow IN ('export', 'import') AND a.seller < a.buyer AND a.digit_count >= 3
    GROUP BY a.level_id
), found AS (
    FROM conflicting_levels UNION ALL FROM scale_slip UNION ALL FROM growth UNION ALL FROM sum_of_ways
    UNION ALL FROM balance_of_ways UNION ALL FROM sum_of_periods UNION ALL FROM part_exceeds_whole UNION ALL FROM mirror
    UNION ALL FROM swapped_countries
)
SELECT f.kind, s.country_a, s.country_b, s.reporter, s.partner, s.flow, s.product, s.product_text, s.currency,
       s.period_start, s.period_end, s.period_precision, s.modality, f.parts[1].amount AS amount,
       f.other_amount::DECIMAL(18, 2) AS other_amount, (f.parts[1].amount / f.other_amount)::DOUBLE AS ratio, f.base_assumed,
       format('{:,.1f} against {:,.1f} million {} ({:+.1f} %)', f.parts[1].amount / 1e6, f.other_amount / 1e6,
              coalesce(s.currency, '?'), (f.parts[1].amount / f.other_amount - 1) * 100) AS explanation,
       f.parts, list_transform(f.parts, lambda p: p.fact_id) AS fact_ids
FROM found f JOIN settled s USING (level_id);
COMMENT ON VIEW trade_volume_flags IS 'Figures that cannot all be true, one row a contradiction: which rule it breaks, the figure, what the others make of it, and every figure that takes part with its fact id.';
COMMENT ON COLUMN trade_volume_flags.kind IS 'conflicting_levels, scale_slip, growth, sum_of_ways, balance_of_ways, sum_of_periods, part_exceeds_whole, mirror or swapped_countries; docs/reconciliation.md explains each.';
COMMENT ON COLUMN trade_volume_flags.country_a IS 'The country of the pair that is earlier in the alphabet.';
COMMENT ON COLUMN trade_volume_flags.country_b IS 'The other country of the pair.';
COMMENT ON COLUMN trade_volume_flags.amount IS 'The figure that is held against the others.';
COMMENT ON COLUMN trade_volume_flags.other_amount IS 'What it is held against: the claim farthest off, base level times growth, the sum of the parts, the whole, the figure of the other side.';
COMMENT ON COLUMN trade_volume_flags.ratio IS 'amount over other_amount.';
COMMENT ON COLUMN trade_volume_flags.base_assumed IS 'Of growth: true where the text leaves the base unsaid and the same period a year earlier is taken; else NULL.';
COMMENT ON COLUMN trade_volume_flags.explanation IS 'The two amounts and their difference in figures.';
COMMENT ON COLUMN trade_volume_flags.parts IS 'Every figure that takes part, the one held against the others first.';
COMMENT ON COLUMN trade_volume_flags.fact_ids IS 'Their fact ids in the same order.';
