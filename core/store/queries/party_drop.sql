-- SPDX-License-Identifier: MIT
DELETE FROM party
 WHERE interaction = :interaction
