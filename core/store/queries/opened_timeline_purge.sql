-- SPDX-License-Identifier: MIT
DELETE FROM opened_timeline
 WHERE opened_at < :before
