-- SPDX-License-Identifier: MIT
UPDATE desk_life
   SET council_signing_key = :signing_key, order_floor = :order_floor, news_seen = :news_seen
