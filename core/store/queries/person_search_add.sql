-- SPDX-License-Identifier: MIT
INSERT INTO person_search (rowid, terms)
VALUES (:number, :terms)
