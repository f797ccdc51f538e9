-- SPDX-License-Identifier: MIT
-- 0010 Relations: who names whom as somebody related.
--
-- Why:     a relationship is written at one of the two; the other's record shows it, too.
-- How:     of each record's own fields, written with its row (person_row.h).
-- Centre:  none; there the fields are searched.
-- Never edit after release. A mistake is corrected by a later migration.

CREATE TABLE relation (
    other   TEXT    NOT NULL,              -- id of who is named
    person  INTEGER NOT NULL REFERENCES person (number) ON DELETE CASCADE, -- whose record names them
    PRIMARY KEY (other, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX relation_by_person ON relation (person);

-- Of a merged record its own fields count, which stand aside; most people name nobody, and are passed over.
INSERT OR IGNORE INTO relation (other, person)
SELECT lower(json_extract(r.value, '$.other')), p.number
  FROM (SELECT number, CAST(CASE survivor WHEN id THEN coalesce(centre_fields, fields) ELSE fields END AS TEXT) AS fields
          FROM person
         WHERE instr(fields, CAST('"relationship/' AS BLOB)) > 0) AS p,
       json_each(CASE WHEN json_valid(p.fields) THEN p.fields ELSE '{}' END) AS r
 WHERE r.key LIKE 'relationship/%' AND CASE r.type WHEN 'object' THEN json_type(r.value, '$.other') END = 'text';
