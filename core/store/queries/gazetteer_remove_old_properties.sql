DELETE FROM gazetteer_property
 WHERE generation <> :keep
