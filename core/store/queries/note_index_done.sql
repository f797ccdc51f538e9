-- SPDX-License-Identifier: MIT
DELETE FROM note_to_index
 WHERE interaction = :interaction
