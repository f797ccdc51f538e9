-- SPDX-License-Identifier: MIT
INSERT INTO gazetteer_property (generation, uprn, status, postcode, organisation)
VALUES (:generation, :uprn, :status, :postcode, :organisation)
    ON CONFLICT (generation, uprn) DO UPDATE
   SET status = excluded.status, postcode = excluded.postcode,
       organisation = CASE WHEN :tells_organisation THEN excluded.organisation ELSE organisation END
