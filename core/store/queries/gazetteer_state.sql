-- SPDX-License-Identifier: MIT
SELECT generation, processed_at, volume, loaded_at FROM gazetteer
