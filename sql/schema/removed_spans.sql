-- What cleaning took out, a row each.
CREATE TABLE removed_spans (
    document_id  VARCHAR NOT NULL,
    raw_start    INTEGER NOT NULL CHECK (raw_start >= 0),
    raw_end      INTEGER NOT NULL,
    reason       VARCHAR NOT NULL,
    removed_text VARCHAR NOT NULL,
    CHECK (raw_start < raw_end)
);
COMMENT ON TABLE removed_spans IS 'What cleaning took out of the raw text, and why: nothing is lost in silence.';
COMMENT ON COLUMN removed_spans.document_id IS 'The article it was taken from.';
COMMENT ON COLUMN removed_spans.raw_start IS 'Where it began in the decoded raw text (code points).';
COMMENT ON COLUMN removed_spans.raw_end IS 'Where it ended, exclusive.';
COMMENT ON COLUMN removed_spans.reason IS 'Why: navigation, photo_caption, related_links, boilerplate, ...';
COMMENT ON COLUMN removed_spans.removed_text IS 'The words taken out.';
