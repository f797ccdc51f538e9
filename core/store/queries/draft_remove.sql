-- SPDX-License-Identifier: MIT
DELETE FROM draft
 WHERE id = :id
