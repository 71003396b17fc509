-- One row an article, cleaned and dated. Every offset of every other table points into its `text`.
CREATE TABLE documents (
    document_id         VARCHAR PRIMARY KEY,
    source              VARCHAR NOT NULL,
    url                 VARCHAR,
    outlet              VARCHAR,
    title               VARCHAR,
    dateline_place      VARCHAR,
    language            VARCHAR NOT NULL,
    published_start     DATE,
    published_end       DATE,
    published_precision VARCHAR CHECK (published_precision IN ('day', 'month', 'quarter', 'season', 'half_year', 'year', 'range')),
    published_method    VARCHAR CHECK (published_method IN ('metadata', 'dateline', 'inferred')),
    published_evidence  VARCHAR,
    text                VARCHAR NOT NULL,
    raw_length          INTEGER NOT NULL CHECK (raw_length >= 0),
    text_length         INTEGER NOT NULL CHECK (text_length = length(text)),
    duplicate_of        VARCHAR,
    ingested_at         TIMESTAMP NOT NULL,
    blocks              STRUCT(start_offset INTEGER, end_offset INTEGER, kind VARCHAR)[] NOT NULL,
    offset_runs         STRUCT(clean_start INTEGER, raw_start INTEGER, length INTEGER)[] NOT NULL,
    CHECK (published_start <= published_end)
);
COMMENT ON TABLE documents IS 'One row an article, cleaned and dated; the text that every fact and mention cites.';
COMMENT ON COLUMN documents.document_id IS 'SHA-256 of the raw bytes in hex: the same article has the same id everywhere.';
COMMENT ON COLUMN documents.source IS 'Path it was read from, relative to the input folder.';
COMMENT ON COLUMN documents.url IS 'Address of the page, from the sidecar; NULL where none is told.';
COMMENT ON COLUMN documents.outlet IS 'Who published it (БЕЛТА, Sputnik Азербайджан, ...).';
COMMENT ON COLUMN documents.title IS 'Headline as cleaned.';
COMMENT ON COLUMN documents.dateline_place IS 'City of the dateline, nominative.';
COMMENT ON COLUMN documents.language IS 'ISO 639-1 code of the text; facts are read from ru only.';
COMMENT ON COLUMN documents.published_start IS 'First day on which it may have been published; NULL where nothing tells.';
COMMENT ON COLUMN documents.published_end IS 'Last day on which it may have been published, inclusive.';
COMMENT ON COLUMN documents.published_precision IS 'Grain of the date: day, month, year, ...';
COMMENT ON COLUMN documents.published_method IS 'metadata (sidecar, address), dateline, or inferred from the text.';
COMMENT ON COLUMN documents.published_evidence IS 'The words the date was read from.';
COMMENT ON COLUMN documents.text IS 'Clean text.';
COMMENT ON COLUMN documents.raw_length IS 'Length of the decoded raw text in code points.';
COMMENT ON COLUMN documents.text_length IS 'Length of the clean text in code points.';
COMMENT ON COLUMN documents.duplicate_of IS 'document_id of the first of its near-duplicate group; NULL for that first one and for originals.';
COMMENT ON COLUMN documents.ingested_at IS 'When this row was made (UTC); says nothing about the article.';
COMMENT ON COLUMN documents.blocks IS 'Title, headings, paragraphs, list items and table rows: half-open offsets into text.';
COMMENT ON COLUMN documents.offset_runs IS 'The way back to the raw text: clean_start .. +length stands at raw_start in the decoded raw text.';
