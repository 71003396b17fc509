-- One row per document, deal or arrangement between the parties that the text reports.
CREATE TABLE agreements (
    {provenance}
    parties         VARCHAR[] NOT NULL CHECK (len(parties) > 0),
    party_names     VARCHAR[] NOT NULL,
    kind            VARCHAR NOT NULL CHECK (kind IN ('treaty', 'agreement', 'memorandum', 'contract', 'roadmap', 'programme', 'declaration', 'sister_cities', 'package', 'arrangement', 'project')),
    title           VARCHAR,
    subject         VARCHAR,
    sectors         VARCHAR[] NOT NULL,
    status          VARCHAR CHECK (status IN ('signed', 'agreed', 'planned', 'proposed', 'in_force', 'implemented', 'rejected')),
    document_count  INTEGER CHECK (document_count > 0),
    quantity        DOUBLE CHECK (quantity > 0),
    unit            VARCHAR,
    amount          DECIMAL(18, 2) CHECK (amount > 0),
    currency        VARCHAR,
    event_start     DATE,
    event_end       DATE,
    event_precision VARCHAR CHECK (event_precision IN ('day', 'month', 'quarter', 'season', 'half_year', 'year', 'range')),
    place           VARCHAR,
    place_country   VARCHAR,
    cameo_code      VARCHAR CHECK (cameo_code IN ('030', '031', '032', '057', '060', '120')),
    plover_event    VARCHAR CHECK (plover_event IN ('AGREE', 'SUPPORT', 'COOPERATE', 'REJECT')),
    CHECK (event_start <= event_end)
);
COMMENT ON TABLE agreements IS 'One row per document, deal or arrangement between countries, as one article reports it. A package and the documents named in it are separate rows.';
COMMENT ON COLUMN agreements.parties IS 'ISO3 (or bloc) codes of the parties, sorted.';
COMMENT ON COLUMN agreements.party_names IS 'Companies and institutions that are parties.';
COMMENT ON COLUMN agreements.kind IS 'treaty, agreement, memorandum, contract, roadmap, programme, declaration, sister_cities, package, arrangement or project.';
COMMENT ON COLUMN agreements.title IS 'Quoted title.';
COMMENT ON COLUMN agreements.subject IS 'What it is about, in the words of the text.';
COMMENT ON COLUMN agreements.sectors IS 'Sectors it concerns: trade, industry, agriculture, energy, transport, ...';
COMMENT ON COLUMN agreements.status IS 'signed, agreed, planned, proposed, in_force, implemented or rejected; NULL where the text leaves it open.';
COMMENT ON COLUMN agreements.document_count IS 'How many documents the row speaks of.';
COMMENT ON COLUMN agreements.quantity IS 'Quantity in units of the thing (a million tonnes is 1000000).';
COMMENT ON COLUMN agreements.unit IS 'Unit of the quantity as in the text.';
COMMENT ON COLUMN agreements.amount IS 'Sum in units of the currency.';
COMMENT ON COLUMN agreements.currency IS 'ISO 4217.';
COMMENT ON COLUMN agreements.event_start IS 'When signed or agreed: first day; NULL where undated.';
COMMENT ON COLUMN agreements.event_end IS 'Last day, inclusive; of a plan the day by which it is to be done.';
COMMENT ON COLUMN agreements.event_precision IS 'day, month, quarter, season, half_year, year or range.';
COMMENT ON COLUMN agreements.place IS 'Where signed, nominative.';
COMMENT ON COLUMN agreements.place_country IS 'ISO3 of that place.';
COMMENT ON COLUMN agreements.cameo_code IS 'CAMEO event code by kind and status: 057 sign formal agreement (signed or in force), 030, 031 and 032 express intent to cooperate (agreed, planned or proposed: an arrangement, a contract or project, a document), 060 engage in material cooperation (implemented), 120 reject; NULL where the status is.';
COMMENT ON COLUMN agreements.plover_event IS 'PLOVER event type: SUPPORT where signed or in force, AGREE where agreed, planned or proposed, COOPERATE where implemented, REJECT where rejected.';
