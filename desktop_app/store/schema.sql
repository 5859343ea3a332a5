-- The library: bulletins as understood, one SQLite file that any tool may read.
-- Offsets count code points, from 0, ends exclusive: source_* into bulletin.source,
-- read_* into bulletin.hans and bulletin.hant, which are of the same length.
-- For everyday questions use the views `figures` and `passages`.

CREATE TABLE bulletin (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE, -- names the document across rebuilds
    title TEXT NOT NULL,
    place TEXT NOT NULL, -- a path: 辽宁省/鞍山市/铁东区
    place_code TEXT NOT NULL, -- GB/T 2260
    year INTEGER,
    publisher TEXT NOT NULL,
    published TEXT NOT NULL,
    url TEXT NOT NULL,
    accessed TEXT NOT NULL,
    format TEXT NOT NULL,
    encoding TEXT NOT NULL,
    sha256 TEXT NOT NULL, -- of the file the text came from
    source TEXT NOT NULL, -- the text as it came
    hans TEXT NOT NULL, -- the reading text, one paragraph a line, in Simplified characters
    hant TEXT NOT NULL, -- the same in Traditional characters
    edits TEXT NOT NULL, -- JSON [[start, end, text], ...]: the source with these is the reading text
    receipt TEXT NOT NULL -- JSON: what was read and what was not
);

CREATE TABLE section (
    bulletin_id INTEGER NOT NULL REFERENCES bulletin (id),
    id INTEGER NOT NULL,
    parent_id INTEGER,
    chapter_id INTEGER NOT NULL, -- the level 1 section it belongs to; of a chapter, itself
    level INTEGER NOT NULL, -- 1 chapter, 2 section or item, 3 sub-item
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    source_start INTEGER NOT NULL,
    source_end INTEGER NOT NULL,
    read_start INTEGER NOT NULL,
    read_end INTEGER NOT NULL,
    title_read_start INTEGER NOT NULL,
    title_read_end INTEGER NOT NULL,
    PRIMARY KEY (bulletin_id, id)
) WITHOUT ROWID;

CREATE TABLE layout (
    year_bits INTEGER NOT NULL -- a year has room for 2^year_bits passages
);
INSERT INTO layout VALUES (13);

CREATE TABLE passage (
    -- Newer bulletins first, each one's passages in the order of the text:
    -- (2100 - year) * 2^year_bits and a number that is free in that year.
    place INTEGER PRIMARY KEY,
    bulletin_id INTEGER NOT NULL REFERENCES bulletin (id),
    id INTEGER NOT NULL,
    section_id INTEGER,
    chapter_id INTEGER,
    kind TEXT NOT NULL, -- title, heading, body, table, note
    source_start INTEGER NOT NULL,
    source_end INTEGER NOT NULL,
    read_start INTEGER NOT NULL,
    read_end INTEGER NOT NULL,
    label_length INTEGER NOT NULL, -- of the item number it begins with: 2 in `1.就业`
    folded TEXT NOT NULL, -- for searching: Simplified, half width, lower case, same length
    sounds TEXT NOT NULL, -- of a heading: its pinyin, initials first (`zh zonghe`)
    first_figure INTEGER, -- the figures printed in it, by their ids
    last_figure INTEGER,
    UNIQUE (bulletin_id, id)
);

CREATE TABLE indicator (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    folded TEXT NOT NULL, -- for searching, as a passage's
    sounds TEXT NOT NULL, -- its pinyin, initials first (`dqsczz diqushengchanzongzhi`)
    figures INTEGER NOT NULL -- how many figures of the library it names
);
CREATE INDEX indicator_folded ON indicator (folded);

CREATE TABLE figure (
    bulletin_id INTEGER NOT NULL REFERENCES bulletin (id),
    id INTEGER NOT NULL,
    section_id INTEGER,
    indicator TEXT NOT NULL,
    value TEXT NOT NULL, -- decimal as printed (2.0 stays 2.0), no thousands separators
    unit TEXT NOT NULL,
    kind TEXT NOT NULL, -- level, count, amount, share, ratio, index, rank, range, change_rate
    printed TEXT NOT NULL, -- number and unit, the characters of the source
    source_start INTEGER NOT NULL,
    source_end INTEGER NOT NULL,
    read_start INTEGER NOT NULL,
    read_end INTEGER NOT NULL,
    value_high TEXT NOT NULL, -- the upper end of a range
    region TEXT NOT NULL,
    change TEXT NOT NULL, -- signed
    change_unit TEXT NOT NULL,
    change_approx TEXT NOT NULL, -- 近, 约, 以上: the word of approximation of the change
    change_start INTEGER NOT NULL, -- where the change is printed in the source; 0 to 0: nowhere
    change_end INTEGER NOT NULL,
    change_read_start INTEGER NOT NULL,
    change_read_end INTEGER NOT NULL,
    compared_with TEXT NOT NULL,
    basis TEXT NOT NULL,
    basis_source TEXT NOT NULL,
    status TEXT NOT NULL,
    scope TEXT NOT NULL,
    period TEXT NOT NULL,
    approx TEXT NOT NULL,
    notes TEXT NOT NULL, -- JSON array of strings
    doubtful INTEGER NOT NULL, -- 1: the number touches unproven damage
    base_value TEXT NOT NULL, -- without 万 and 亿
    base_unit TEXT NOT NULL,
    PRIMARY KEY (bulletin_id, id)
) WITHOUT ROWID;

CREATE TABLE repair (
    bulletin_id INTEGER NOT NULL REFERENCES bulletin (id),
    id INTEGER NOT NULL,
    source_start INTEGER NOT NULL,
    source_end INTEGER NOT NULL,
    damaged TEXT NOT NULL,
    repaired TEXT NOT NULL,
    certainty TEXT NOT NULL, -- certain, likely, unknown, editorial
    rule TEXT NOT NULL,
    PRIMARY KEY (bulletin_id, id)
) WITHOUT ROWID;

CREATE TABLE finding (
    bulletin_id INTEGER NOT NULL REFERENCES bulletin (id),
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    verdict TEXT NOT NULL, -- 一致, 四舍五入差, 不一致, 待核实
    message TEXT NOT NULL,
    stated TEXT NOT NULL,
    readings TEXT NOT NULL, -- JSON [[formula, computed], ...], with a message where it is words
    spans TEXT NOT NULL, -- JSON [[start, end], ...] into the source
    said TEXT NOT NULL, -- JSON [[id, {name: value}], ...]: the message for every language
    PRIMARY KEY (bulletin_id, id)
) WITHOUT ROWID;

CREATE VIEW passages AS
-- One row a paragraph, in the order of the text.
SELECT
    b.key AS bulletin,
    b.title AS bulletin_title,
    b.place AS place,
    b.year AS year,
    c.number AS chapter_number,
    c.title AS chapter,
    s.number AS section_number,
    s.title AS section,
    p.id AS passage_id,
    p.kind AS kind,
    substr(b.hans, p.read_start + 1, p.read_end - p.read_start) AS text,
    substr(b.hant, p.read_start + 1, p.read_end - p.read_start) AS text_traditional,
    p.source_start AS source_start,
    p.source_end AS source_end
FROM passage AS p
INNER JOIN bulletin AS b ON b.id = p.bulletin_id
LEFT JOIN section AS s ON s.bulletin_id = p.bulletin_id AND s.id = p.section_id
LEFT JOIN section AS c ON c.bulletin_id = p.bulletin_id AND c.id = p.chapter_id
ORDER BY p.bulletin_id, p.read_start;

CREATE VIEW figures AS
-- One row a figure with its chapter and the paragraph it is printed in, in the order of the text.
SELECT
    b.key AS bulletin,
    b.title AS bulletin_title,
    b.place AS place,
    b.year AS year,
    c.number AS chapter_number,
    c.title AS chapter,
    s.number AS section_number,
    s.title AS section,
    f.id AS figure_id,
    f.indicator AS indicator,
    f.region AS region,
    f.value AS value,
    f.value_high AS value_high,
    f.unit AS unit,
    f.kind AS kind,
    f.change AS change,
    f.change_unit AS change_unit,
    f.change_approx AS change_approx,
    f.compared_with AS compared_with,
    f.basis AS basis,
    f.basis_source AS basis_source,
    f.status AS status,
    f.scope AS scope,
    f.period AS period,
    f.approx AS approx,
    f.doubtful AS doubtful,
    f.base_value AS base_value,
    f.base_unit AS base_unit,
    f.printed AS printed,
    substr(b.hans, p.read_start + 1, p.read_end - p.read_start) AS passage,
    f.source_start AS source_start,
    f.source_end AS source_end
FROM figure AS f
INNER JOIN bulletin AS b ON b.id = f.bulletin_id
LEFT JOIN section AS s ON s.bulletin_id = f.bulletin_id AND s.id = f.section_id
LEFT JOIN section AS c ON c.bulletin_id = s.bulletin_id AND c.id = s.chapter_id
LEFT JOIN passage AS p
    ON p.bulletin_id = f.bulletin_id
    AND f.read_start >= p.read_start
    AND f.read_start < p.read_end
ORDER BY f.bulletin_id, f.source_start;
