SELECT generation, processed_at, volume, loaded_at FROM gazetteer
