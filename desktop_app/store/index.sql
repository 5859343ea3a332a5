-- The search index of a library: made from the rest of it, and made again at will.
-- Only a library large enough to need it has one.

-- Of which kind the index is: one that another version of the program made is made anew.
CREATE TABLE search_index (kind INTEGER NOT NULL);

-- Documents are passages, numbered by place: the newest bulletin comes first.
CREATE VIRTUAL TABLE gram USING fts5 (
    pairs, content = '', columnsize = 0, tokenize = 'ascii', detail = full
);

CREATE VIRTUAL TABLE letter USING fts5 (
    letters, content = '', columnsize = 0, tokenize = 'ascii', detail = none
);

-- In how many passages a pair or a character occurs, where it is more than a few.
CREATE TABLE gram_count (gram TEXT PRIMARY KEY, passages INTEGER NOT NULL) WITHOUT ROWID;

-- What is written above chapters and sections, each wording once, with its pinyin.
CREATE TABLE heading (
    id INTEGER PRIMARY KEY,
    folded TEXT NOT NULL,
    sounds TEXT NOT NULL,
    UNIQUE (folded, sounds)
);

-- What indicators and headings are found by: their pairs, of a heading its characters too, and
-- their syllables, each alone and with the first letter of the next.
-- Documents are indicators by their id, and headings by 2^32 + heading.id. There are so few that
-- what holds all the pairs is looked at, whether it holds them side by side.
CREATE VIRTUAL TABLE wording USING fts5 (
    grams, content = '', columnsize = 0, tokenize = 'ascii', detail = none
);

-- Where they are, the newest first. A document is a figure, numbered 2^20 * place + figure.id, with
-- the id of its indicator for its only token; or a heading, with figure 0 and the token h<heading.id>.
CREATE VIRTUAL TABLE named USING fts5 (
    name, content = '', columnsize = 0, tokenize = 'ascii', detail = none
);

-- Where a chapter begins, or what stands before or behind the chapters.
CREATE TABLE chapter_start (
    place INTEGER PRIMARY KEY,
    bulletin_id INTEGER NOT NULL,
    chapter_id INTEGER
);

CREATE INDEX figure_number ON figure (CAST (base_value AS REAL)) WHERE base_value <> '';
CREATE INDEX figure_range ON figure (bulletin_id, id) WHERE value_high <> '';
