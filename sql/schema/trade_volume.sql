-- One row per figure, or per growth statement, about trade between countries.
CREATE TABLE trade_volume (
    {provenance}
    reporter          VARCHAR NOT NULL,
    partner           VARCHAR NOT NULL,
    flow              VARCHAR NOT NULL CHECK (flow IN ('turnover', 'export', 'import', 'balance')),
    product           VARCHAR NOT NULL CHECK (product IN ('all', 'goods', 'services', 'goods_and_services', 'agri_food', 'oil', 'oil_products', 'gas', 'machinery', 'fertilizers', 'other')),
    product_text      VARCHAR,
    amount            DECIMAL(18, 2),
    currency          VARCHAR,
    amount_bound      VARCHAR CHECK (amount_bound IN ('exact', 'about', 'at_least', 'at_most')),
    change_ratio      DOUBLE CHECK (change_ratio >= 0),
    change_base_start DATE,
    change_base_end   DATE,
    share             DOUBLE CHECK (share BETWEEN 0 AND 1),
    period_start      DATE,
    period_end        DATE,
    period_precision  VARCHAR CHECK (period_precision IN ('day', 'month', 'quarter', 'season', 'half_year', 'year', 'range')),
    modality          VARCHAR NOT NULL CHECK (modality IN ('actual', 'expected', 'target')),
    CHECK (reporter <> partner),
    CHECK (flow <> 'turnover' OR reporter < partner),
    CHECK (amount IS NOT NULL OR change_ratio IS NOT NULL OR share IS NOT NULL),
    CHECK ((amount IS NULL) = (amount_bound IS NULL)),
    CHECK (period_start <= period_end),
    CHECK (change_base_start <= change_base_end)
);
COMMENT ON TABLE trade_volume IS 'One row per figure, or per growth statement, about trade between countries, as one article claims it.';
COMMENT ON COLUMN trade_volume.reporter IS 'ISO3 (or EU, EAEU, CIS): the side from which export and import are seen; for turnover the first of the pair in the alphabet.';
COMMENT ON COLUMN trade_volume.partner IS 'ISO3, bloc code, or WLD for the world.';
COMMENT ON COLUMN trade_volume.flow IS 'turnover, export, import or balance.';
COMMENT ON COLUMN trade_volume.product IS 'all (nothing said), goods, services, goods_and_services, agri_food, oil, oil_products, gas, machinery, fertilizers, other.';
COMMENT ON COLUMN trade_volume.product_text IS 'The words that name the product.';
COMMENT ON COLUMN trade_volume.amount IS 'In units of the currency (447.1 million dollars is 447100000.00); NULL where only growth or share is stated. A deficit of the reporter is a negative balance.';
COMMENT ON COLUMN trade_volume.currency IS 'ISO 4217.';
COMMENT ON COLUMN trade_volume.amount_bound IS 'exact, about, at_least or at_most.';
COMMENT ON COLUMN trade_volume.change_ratio IS 'Level over base level: +5.3 % is 1.053, 1.6 times is 1.6, down by a quarter is 0.75.';
COMMENT ON COLUMN trade_volume.change_base_start IS 'First day of the period compared with; NULL where the text leaves it unsaid.';
COMMENT ON COLUMN trade_volume.change_base_end IS 'Last day of the period compared with, inclusive.';
COMMENT ON COLUMN trade_volume.share IS 'Share of the turnover, or of the whole named in the text, 0..1.';
COMMENT ON COLUMN trade_volume.period_start IS 'First day that the figure covers.';
COMMENT ON COLUMN trade_volume.period_end IS 'Last day, inclusive; of a target the time by which it is to be reached.';
COMMENT ON COLUMN trade_volume.period_precision IS 'day, month, quarter, season, half_year, year or range.';
COMMENT ON COLUMN trade_volume.modality IS 'actual, expected (a forecast) or target.';
