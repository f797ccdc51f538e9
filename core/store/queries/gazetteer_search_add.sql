-- SPDX-License-Identifier: MIT
INSERT INTO gazetteer_search (rowid, words)
SELECT number, words FROM gazetteer_address WHERE number = :number AND words IS NOT NULL
