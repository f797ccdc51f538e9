-- SPDX-License-Identifier: MIT
INSERT INTO merged_record (record, survivor)
VALUES (:record, :survivor)
    ON CONFLICT (record) DO UPDATE SET survivor = excluded.survivor
