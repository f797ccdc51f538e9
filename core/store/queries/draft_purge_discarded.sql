-- SPDX-License-Identifier: MIT
DELETE FROM draft
 WHERE discarded_at < :before
