-- SPDX-License-Identifier: MIT
-- 0006 Gazetteer: the council's own list of addresses (BS 7666), brought in from a file.
--
-- Why:     an address is a UPRN and the text as told; the handler picks it from the council's list, offline too.
-- Centre:  none. Each desk brings in the file; it is licensed data and no person stands in it.
-- Rules:   a full file is loaded as a new generation beside the one in use and takes its place when it is complete;
--          a change-only file changes the generation in use. Rows of any other generation are left over from a load
--          that did not end, and are removed by the next. Text is composed from street, property and address when one
--          of them changed: until then `text` is NULL and the address is not found.
-- Never edit after release. A mistake is corrected by a later migration.

CREATE TABLE gazetteer (
    one            INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    generation     INTEGER NOT NULL,
    processed_at   INTEGER,                     -- when the council wrote the last file that is in; UTC milliseconds
    volume         INTEGER NOT NULL,            -- of that file
    loaded_at      INTEGER                      -- NULL while there is none
) STRICT;

INSERT INTO gazetteer (one, generation, volume) VALUES (1, 0, 0);

CREATE TABLE gazetteer_street (
    generation     INTEGER NOT NULL,
    usrn           INTEGER NOT NULL,
    language       TEXT    NOT NULL,            -- "ENG", "CYM"
    street         TEXT    NOT NULL,
    locality       TEXT    NOT NULL,
    town           TEXT    NOT NULL,
    PRIMARY KEY (generation, usrn, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE gazetteer_property (
    generation     INTEGER NOT NULL,
    uprn           INTEGER NOT NULL,
    status         INTEGER NOT NULL,            -- 1 approved, 6 provisional, 8 historical
    postcode       TEXT    NOT NULL,
    organisation   TEXT    NOT NULL,
    PRIMARY KEY (generation, uprn)
) STRICT, WITHOUT ROWID;

-- One way of writing where a property is: a land and property identifier. A property may have several, and in Wales
-- one in each language.
CREATE TABLE gazetteer_address (
    number         INTEGER NOT NULL PRIMARY KEY,
    generation     INTEGER NOT NULL,
    lpi_key        TEXT    NOT NULL,
    uprn           INTEGER NOT NULL,
    usrn           INTEGER NOT NULL,
    language       TEXT    NOT NULL,
    status         INTEGER NOT NULL,            -- 1 approved, 3 alternative, 6 provisional, 8 historical
    unit           TEXT    NOT NULL,            -- "Flat 2"
    building       TEXT    NOT NULL,            -- "Riverside House"
    house_number   TEXT    NOT NULL,            -- "14a-16"
    own_postcode   TEXT    NOT NULL,            -- DTF 7.3 tells it here, AddressBase with the property
    text           TEXT,                        -- one line without postcode; NULL until composed
    postcode       TEXT,
    words          TEXT                         -- folded: text, postcode in both its forms
) STRICT;

CREATE UNIQUE INDEX gazetteer_address_by_key ON gazetteer_address (generation, lpi_key);
CREATE INDEX gazetteer_address_by_uprn ON gazetteer_address (generation, uprn);
CREATE INDEX gazetteer_address_by_street ON gazetteer_address (generation, usrn);
CREATE INDEX gazetteer_address_to_compose ON gazetteer_address (generation, number) WHERE text IS NULL;

-- Kept by GazetteerRepository: a trigger may not write to it, since our connections trust no schema.
CREATE VIRTUAL TABLE gazetteer_search USING fts5 (
    words, content = 'gazetteer_address', content_rowid = 'number', prefix = '2 3', columnsize = 0,
    tokenize = "unicode61 remove_diacritics 0"
);
