-- Which claims tell of one event: made when the warehouse is built, from all its articles (pipelines/store/joining).
CREATE TABLE event_claims (
    fact_id    VARCHAR PRIMARY KEY,
    fact_table VARCHAR NOT NULL CHECK (fact_table IN ('visits', 'agreements')),
    event_id   VARCHAR NOT NULL
);
COMMENT ON TABLE event_claims IS 'Which claims of visits and of agreements tell of one event; the views visits_resolved and agreements_resolved group by it.';
COMMENT ON COLUMN event_claims.fact_id IS 'Stable id: the same input gives the same id on every run and machine.';
COMMENT ON COLUMN event_claims.fact_table IS 'Its table: visits or agreements.';
COMMENT ON COLUMN event_claims.event_id IS 'The event: the fact_id of one of its claims.';
