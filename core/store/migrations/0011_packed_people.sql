-- SPDX-License-Identifier: MIT
-- 0011 Packed people: what an import brings in takes a third of the room.
--
-- Why:     every page is sealed when it is written, and opened and sealed once more when it leaves the log; half of an
--          import's pages were names that each row repeats.
-- How:     person.fields and outbox.payload of people who were imported are as JsonPacker writes them (packed_json.h).
--          What stands there already stays as it is and is read as ever; an edit writes plain JSON. No table changes:
--          the number keeps a program that cannot read such rows away from them. SQL cannot read them either.
-- Centre:  no twin; what is sent stays the same, byte by byte.
-- Never edit after release. A mistake is corrected by a later migration.

SELECT 1
