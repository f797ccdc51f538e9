-- SPDX-License-Identifier: MIT
-- A person made here, as person_insert; for many of them.
INSERT INTO person (number, id, revision, external_id, fields)
VALUES (:number, :id, 0, :external_id, :fields)
