-- SPDX-License-Identifier: MIT
INSERT INTO merge_event (id, kind, order_number, payload)
VALUES (:id, :kind, :order, :payload)
    ON CONFLICT (id) DO NOTHING
