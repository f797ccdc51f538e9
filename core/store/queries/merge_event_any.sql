-- SPDX-License-Identifier: MIT
SELECT EXISTS (SELECT 1 FROM merge_event)
