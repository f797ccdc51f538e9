-- SPDX-License-Identifier: MIT
-- person_load, ten at a time: a statement costs as much as a row.
INSERT INTO person (number, id, revision, external_id, fields)
VALUES (:number0, :id0, 0, :external_id0, :fields0),
       (:number1, :id1, 0, :external_id1, :fields1),
       (:number2, :id2, 0, :external_id2, :fields2),
       (:number3, :id3, 0, :external_id3, :fields3),
       (:number4, :id4, 0, :external_id4, :fields4),
       (:number5, :id5, 0, :external_id5, :fields5),
       (:number6, :id6, 0, :external_id6, :fields6),
       (:number7, :id7, 0, :external_id7, :fields7),
       (:number8, :id8, 0, :external_id8, :fields8),
       (:number9, :id9, 0, :external_id9, :fields9)
