-- SPDX-License-Identifier: MIT
INSERT INTO search_chunk (segment, part, bytes)
VALUES (:segment, :part, :bytes)
