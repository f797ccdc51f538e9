-- SPDX-License-Identifier: MIT
UPDATE audit_head SET delivered_to = :to
