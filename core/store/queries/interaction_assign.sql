-- SPDX-License-Identifier: MIT
-- The last one in the order of things counts, whichever arrives first.
INSERT INTO interaction_assignment (interaction, person, order_number, event)
VALUES (:interaction, :person, :order, :event)
    ON CONFLICT (interaction) DO UPDATE
   SET person = excluded.person, order_number = excluded.order_number, event = excluded.event
 WHERE (excluded.order_number, excluded.event) > (order_number, event)
