-- The search index of a library: made from the rest of it, and made again at will.
-- Only a library large enough to need it has one. Its documents are numbered
--   passages    by passage.place,
--   headings    by 2^31 + heading.id,
--   indicators  by 2^32 + indicator.id,
-- so that they come in the order of places, the newest bulletin first.

CREATE VIRTUAL TABLE gram USING fts5 (
    pairs, content = '', columnsize = 0, tokenize = 'ascii', detail = full
);

CREATE VIRTUAL TABLE letter USING fts5 (
    letters, content = '', columnsize = 0, tokenize = 'ascii', detail = none
);

-- In how many passages a pair or a character occurs, where it is more than a handful.
CREATE TABLE gram_count (gram TEXT PRIMARY KEY, passages INTEGER NOT NULL) WITHOUT ROWID;

-- Where the figures of an indicator are, the newest first.
CREATE TABLE named (
    indicator_id INTEGER NOT NULL,
    place INTEGER NOT NULL,
    figure_id INTEGER NOT NULL,
    PRIMARY KEY (indicator_id, place, figure_id)
) WITHOUT ROWID;

-- What is written above chapters and sections, each wording once, with its pinyin.
CREATE TABLE heading (
    id INTEGER PRIMARY KEY,
    folded TEXT NOT NULL UNIQUE,
    sounds TEXT NOT NULL
);

CREATE TABLE headed (
    heading_id INTEGER NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (heading_id, place)
) WITHOUT ROWID;

-- Where a chapter begins, or what stands before or behind the chapters.
CREATE TABLE chapter_start (
    place INTEGER PRIMARY KEY,
    bulletin_id INTEGER NOT NULL,
    chapter_id INTEGER
);

CREATE INDEX figure_number ON figure (CAST (base_value AS REAL)) WHERE base_value <> '';
CREATE INDEX figure_range ON figure (bulletin_id, id) WHERE value_high <> '';
