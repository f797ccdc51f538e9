-- SPDX-License-Identifier: MIT
SELECT a.number, a.unit, a.building, a.house_number, a.own_postcode, a.uprn,
       coalesce(s.street, e.street, ''), coalesce(s.locality, e.locality, ''), coalesce(s.town, e.town, ''),
       coalesce(p.postcode, ''), coalesce(p.organisation, '')
  FROM gazetteer_address a
  LEFT JOIN gazetteer_street s ON s.generation = a.generation AND s.usrn = a.usrn AND s.language = a.language
  LEFT JOIN gazetteer_street e ON e.generation = a.generation AND e.usrn = a.usrn AND e.language = 'ENG'
  LEFT JOIN gazetteer_property p ON p.generation = a.generation AND p.uprn = a.uprn
 WHERE a.generation = :generation AND a.text IS NULL
 ORDER BY a.number
 LIMIT :limit
