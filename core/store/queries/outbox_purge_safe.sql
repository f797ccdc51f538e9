-- SPDX-License-Identifier: MIT
DELETE FROM outbox
 WHERE state = 2 AND device_time < :before
