-- SPDX-License-Identifier: MIT
UPDATE person
   SET revision = :revision, external_id = :external_id, is_removed = :is_removed, fields = :fields,
       centre_fields = :centre_fields, survivor = :survivor
 WHERE number = :number
