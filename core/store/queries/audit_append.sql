-- SPDX-License-Identifier: MIT
INSERT INTO audit (number, previous, hash, record) VALUES (:number, :previous, :hash, :record)
