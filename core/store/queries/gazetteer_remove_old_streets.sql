DELETE FROM gazetteer_street
 WHERE generation <> :keep
