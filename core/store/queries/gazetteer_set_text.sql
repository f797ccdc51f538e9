-- SPDX-License-Identifier: MIT
UPDATE gazetteer_address
   SET text = :text, postcode = :postcode, words = :words
 WHERE number = :number
