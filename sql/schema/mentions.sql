-- One row a mention: people, roles, organizations, countries, places, money, percents, ratios, quantities, dates.
CREATE TABLE mentions (
    mention_id     VARCHAR PRIMARY KEY,
    document_id    VARCHAR NOT NULL,
    mention_start  INTEGER NOT NULL CHECK (mention_start >= 0),
    mention_end    INTEGER NOT NULL,
    surface        VARCHAR NOT NULL,
    kind           VARCHAR NOT NULL CHECK (kind IN ('person', 'role', 'organization', 'country', 'place', 'money', 'percent', 'ratio', 'quantity', 'date')),
    canonical_id   VARCHAR,
    canonical_name VARCHAR,
    value          DOUBLE,
    value_high     DOUBLE,
    unit           VARCHAR,
    currency       VARCHAR,
    date_start     DATE,
    date_end       DATE,
    date_precision VARCHAR CHECK (date_precision IN ('day', 'month', 'quarter', 'season', 'half_year', 'year', 'range')),
    form           VARCHAR,
    "case"         VARCHAR,
    bound          VARCHAR CHECK (bound IN ('exact', 'about', 'at_least', 'at_most')),
    country        VARCHAR,
    role           VARCHAR,
    person         VARCHAR,
    CHECK (mention_start < mention_end),
    CHECK (date_start <= date_end)
);
COMMENT ON TABLE mentions IS 'One row a mention in an article, with what it stands for.';
COMMENT ON COLUMN mentions.mention_id IS 'Stable id: the same input gives the same id on every run and machine.';
COMMENT ON COLUMN mentions.document_id IS 'The article it stands in.';
COMMENT ON COLUMN mentions.mention_start IS 'First code point in documents.text.';
COMMENT ON COLUMN mentions.mention_end IS 'End in documents.text, exclusive.';
COMMENT ON COLUMN mentions.surface IS 'The words as they stand in documents.text.';
COMMENT ON COLUMN mentions.kind IS 'person, role, organization, country, place, money, percent, ratio, quantity or date.';
COMMENT ON COLUMN mentions.canonical_id IS 'ISO code of a country, bloc or currency; a stable slug for people, roles, organizations, places.';
COMMENT ON COLUMN mentions.canonical_name IS 'Russian name in the nominative.';
COMMENT ON COLUMN mentions.value IS 'Money in units of its currency, percent as written, ratio as a factor, quantity in units of the thing.';
COMMENT ON COLUMN mentions.value_high IS 'Upper end of a range; NULL for a single figure.';
COMMENT ON COLUMN mentions.unit IS 'Unit of a quantity as in the text.';
COMMENT ON COLUMN mentions.currency IS 'ISO 4217; NULL where the words leave it open.';
COMMENT ON COLUMN mentions.date_start IS 'First day, resolved from the date of the article; NULL where unresolved.';
COMMENT ON COLUMN mentions.date_end IS 'Last day, inclusive.';
COMMENT ON COLUMN mentions.date_precision IS 'How the text expressed it: day, month, quarter, season, half_year, year or range.';
COMMENT ON COLUMN mentions.form IS 'How it is said: noun, adjective, capital, abbreviation, deadline, ...';
COMMENT ON COLUMN mentions."case" IS 'Grammatical case of the head word where it is unambiguous.';
COMMENT ON COLUMN mentions.bound IS 'What words beside a figure make of it: exact, about, at_least, at_most.';
COMMENT ON COLUMN mentions.country IS 'Whose it is: ISO 3166-1 alpha-3 or bloc code of a role, person, organization or place.';
COMMENT ON COLUMN mentions.role IS 'Role of a person, or the role itself, as a slug.';
COMMENT ON COLUMN mentions.person IS 'Canonical name of a person, or of the one who holds a role.';
