-- SPDX-License-Identifier: MIT
INSERT INTO gazetteer_address (generation, lpi_key, uprn, usrn, language, status, unit, building, house_number,
                               own_postcode)
VALUES (:generation, :key, :uprn, :usrn, :language, :status, :unit, :building, :house_number, :postcode)
    ON CONFLICT (generation, lpi_key) DO UPDATE
   SET uprn = excluded.uprn, usrn = excluded.usrn, language = excluded.language, status = excluded.status,
       unit = excluded.unit, building = excluded.building, house_number = excluded.house_number,
       own_postcode = excluded.own_postcode, text = NULL
