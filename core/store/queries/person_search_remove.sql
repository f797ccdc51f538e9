-- SPDX-License-Identifier: MIT
INSERT INTO person_search (person_search, rowid, terms)
VALUES ('delete', :number, :terms)
