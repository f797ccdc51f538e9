-- SPDX-License-Identifier: MIT
INSERT OR REPLACE INTO gazetteer_street (generation, usrn, language, street, locality, town)
VALUES (:generation, :usrn, :language, :street, :locality, :town)
