-- SPDX-License-Identifier: MIT
INSERT INTO gazetteer_property (generation, uprn, status, postcode, organisation)
VALUES (:generation, :uprn, 1, '', :organisation)
    ON CONFLICT (generation, uprn) DO UPDATE SET organisation = excluded.organisation
