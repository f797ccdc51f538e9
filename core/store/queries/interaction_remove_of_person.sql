-- SPDX-License-Identifier: MIT
DELETE FROM interaction
 WHERE person = :person AND is_sent = 1
