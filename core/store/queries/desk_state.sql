-- SPDX-License-Identifier: MIT
SELECT device, desk_name, central_uri, pool_user, pool_password, council_public_key, incarnation, epoch,
       cursor_transaction, cursor_number, highest_transaction, is_first_load_done, first_load_after,
       first_load_cursor, settled_horizon, skew, herd_spread_ms, last_sync_at, device_status
  FROM desk
