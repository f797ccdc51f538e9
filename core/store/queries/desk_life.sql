-- SPDX-License-Identifier: MIT
SELECT council_signing_key, order_floor, news_seen FROM desk_life
