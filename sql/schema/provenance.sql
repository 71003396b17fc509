-- The columns every fact table opens with; {table} is put in for each. Not a table of its own.
-- columns
    fact_id           VARCHAR PRIMARY KEY,
    document_id       VARCHAR NOT NULL,
    sentence_start    INTEGER NOT NULL CHECK (sentence_start >= 0),
    sentence_end      INTEGER NOT NULL,
    evidence_start    INTEGER NOT NULL CHECK (evidence_start >= 0),
    evidence_end      INTEGER NOT NULL,
    evidence          VARCHAR NOT NULL,
    attribution       VARCHAR,
    attribution_kind  VARCHAR NOT NULL CHECK (attribution_kind IN ('statistics', 'official', 'company', 'expert', 'outlet')),
    rule              VARCHAR NOT NULL,
    confidence        DOUBLE NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    extractor_version VARCHAR NOT NULL,
-- comments
COMMENT ON COLUMN {table}.fact_id IS 'Stable id: the same input gives the same id on every run and machine.';
COMMENT ON COLUMN {table}.document_id IS 'The article that makes this claim.';
COMMENT ON COLUMN {table}.sentence_start IS 'Start of the sentence in documents.text (code points).';
COMMENT ON COLUMN {table}.sentence_end IS 'End of the sentence, exclusive.';
COMMENT ON COLUMN {table}.evidence_start IS 'Start of the words the row was read from, in documents.text.';
COMMENT ON COLUMN {table}.evidence_end IS 'End of those words, exclusive.';
COMMENT ON COLUMN {table}.evidence IS 'Those words: documents.text[evidence_start:evidence_end].';
COMMENT ON COLUMN {table}.attribution IS 'Who states it in the text, canonical name; NULL when the outlet does.';
COMMENT ON COLUMN {table}.attribution_kind IS 'statistics, official, company, expert or outlet.';
COMMENT ON COLUMN {table}.rule IS 'Name of the rule that produced the row.';
COMMENT ON COLUMN {table}.confidence IS 'How far the reading is to be trusted, 0..1; ranks rows, is no probability.';
COMMENT ON COLUMN {table}.extractor_version IS 'Digest of the code and word lists that read the row.';
