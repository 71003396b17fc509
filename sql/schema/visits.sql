-- One row per contact between officials of different countries.
CREATE TABLE visits (
    {provenance}
    kind            VARCHAR NOT NULL CHECK (kind IN ('visit', 'phone_call', 'meeting', 'video_call')),
    visitor         VARCHAR,
    visitor_role    VARCHAR,
    visitor_country VARCHAR,
    delegation      VARCHAR,
    host            VARCHAR,
    host_role       VARCHAR,
    host_country    VARCHAR,
    place           VARCHAR,
    place_country   VARCHAR,
    level           VARCHAR CHECK (level IN ('head_of_state', 'head_of_government', 'minister', 'parliament', 'deputy_or_agency', 'regional', 'business', 'other')),
    visit_type      VARCHAR CHECK (visit_type IN ('state', 'official', 'working', 'private', 'transit')),
    occasion        VARCHAR,
    event_start     DATE,
    event_end       DATE,
    event_precision VARCHAR CHECK (event_precision IN ('day', 'month', 'quarter', 'season', 'half_year', 'year', 'range')),
    duration_days   INTEGER CHECK (duration_days > 0),
    status          VARCHAR NOT NULL CHECK (status IN ('held', 'ongoing', 'planned', 'cancelled')),
    cameo_code      VARCHAR NOT NULL CHECK (cameo_code IN ('040', '041', '042', '043', '044')),
    plover_event    VARCHAR CHECK (plover_event IN ('CONSULT', 'AGREE')),
    plover_mode     VARCHAR CHECK (plover_mode IN ('visit', 'phone', 'third-party')),
    CHECK (visitor_country <> host_country),
    CHECK (event_start <= event_end)
);
COMMENT ON TABLE visits IS 'One row per visit, call or meeting of officials of different countries, as one article tells it.';
COMMENT ON COLUMN visits.kind IS 'visit, phone_call, meeting (talks not told as a visit of one to the other, or in a third country), video_call.';
COMMENT ON COLUMN visits.visitor IS 'Who went: canonical name, nominative, first name and surname; NULL for a delegation without a named head.';
COMMENT ON COLUMN visits.visitor_role IS 'Role as a slug: president, prime_minister, defence_minister, ...';
COMMENT ON COLUMN visits.visitor_country IS 'ISO3 of the one who went.';
COMMENT ON COLUMN visits.delegation IS 'The words that name a delegation.';
COMMENT ON COLUMN visits.host IS 'The counterpart, where named.';
COMMENT ON COLUMN visits.host_role IS 'Role of the counterpart as a slug.';
COMMENT ON COLUMN visits.host_country IS 'ISO3 of the other side; of a visit the country visited.';
COMMENT ON COLUMN visits.place IS 'City where it took place, nominative.';
COMMENT ON COLUMN visits.place_country IS 'ISO3 of that place; for a meeting in a third country that country.';
COMMENT ON COLUMN visits.level IS 'head_of_state, head_of_government, minister, parliament, deputy_or_agency, regional, business or other.';
COMMENT ON COLUMN visits.visit_type IS 'state, official, working, private or transit; NULL where unsaid.';
COMMENT ON COLUMN visits.occasion IS 'Summit, forum or conference that it belongs to.';
COMMENT ON COLUMN visits.event_start IS 'First day of the event; NULL where the text does not date it.';
COMMENT ON COLUMN visits.event_end IS 'Last day, inclusive.';
COMMENT ON COLUMN visits.event_precision IS 'day, month, quarter, season, half_year, year or range.';
COMMENT ON COLUMN visits.duration_days IS 'Length in days where the text tells it.';
COMMENT ON COLUMN visits.status IS 'held, ongoing, planned or cancelled, as seen from the date of the article.';
COMMENT ON COLUMN visits.cameo_code IS 'CAMEO event code of the kind of contact, whatever its status: 041 phone, 042 visit, 043 host a visit, 044 meeting in a third place, 040 otherwise.';
COMMENT ON COLUMN visits.plover_event IS 'PLOVER event type: CONSULT where it was held or goes on, AGREE where it is planned; NULL where it was cancelled, which is no event.';
COMMENT ON COLUMN visits.plover_mode IS 'PLOVER mode of a CONSULT: visit, phone (or other remote medium), third-party (in a third country); NULL for other talks.';
