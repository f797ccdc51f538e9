-- SPDX-License-Identifier: MIT
SELECT number, hash, delivered_to FROM audit_head
