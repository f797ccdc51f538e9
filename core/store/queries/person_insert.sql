-- SPDX-License-Identifier: MIT
INSERT INTO person (number, id, revision, external_id, fields)
VALUES (:number, :id, :revision, :external_id, :fields)
    ON CONFLICT (id) DO NOTHING
