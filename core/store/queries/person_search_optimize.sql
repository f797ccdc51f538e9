-- SPDX-License-Identifier: MIT
INSERT INTO person_search (person_search)
VALUES ('optimize')
