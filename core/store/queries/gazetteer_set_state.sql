-- SPDX-License-Identifier: MIT
UPDATE gazetteer
   SET generation = :generation, processed_at = :processed_at, volume = :volume, loaded_at = :loaded_at
