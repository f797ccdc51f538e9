# SPDX-License-Identifier: MIT
"""`reevectl import people --central`: killed with -9 at any moment nothing is lost and nobody comes twice; who may be known
already is named, and waits in the review of every desk that hears of them; a dry run says the same and changes nothing."""

import json
import os
import random
import signal
import subprocess
import time
import unittest

from council import REEVECTL, Council

ROWS = int(os.environ.get("REEVE_KILLED_ROWS", "40000"))

BEFORE = """id,given_name,family_name,date_of_birth,phone,postcode
A1,Joan,Hesketh,21/06/1979,07700 900123,AA1 1AA
A2,Peter,Nowak,30/01/1950,07700 900456,AA2 2BB
"""
AFTER = """id,given_name,family_name,date_of_birth,phone,postcode
A2,Peter,Nowak,30/01/1950,07700 900456,AA2 2BC
B1,Joan,Hesketh,21/06/1979,07700 900123,AA1 1AA
B2,Ann,Hesketh,03/04/1981,07700 900123,AA1 1AA
B3,Zoe,Okafor,05/05/1966,07700 900789,AA3 3CC
B4,Zoe,Okafor,05/05/1966,07700 900789,AA3 3CC
B5,Zoe,Okafor,31/02/1966,07700 900789,AA3 3CC
B3,Zoe,Okafor,05/05/1966,07700 900789,AA3 3CD
A1,Joan,Hesketh,21/06/1979,,
"""


class CentralImport(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.council = Council().__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.council.__exit__()

    def tearDown(self):
        self.council.postgres.query("TRUNCATE reeve.person, reeve.person_history, reeve.change_log, "
                                    "reeve.import_run")

    def bring(self, people, *more):
        return self.council.must("import", "people", people, "--central", self.council.postgres.uri(), *more)[-1]

    def people(self):
        return int(self.council.postgres.value("SELECT count(*) FROM reeve.person WHERE NOT removed"))

    def many(self, name):
        lines = ["given_name,family_name,date_of_birth,address"]
        for row in range(ROWS):
            if row % 1000 == 500:
                lines.append(f'Ann,Bad{row},31/02/1950,""')
            elif row % 1000 == 700:
                lines.append(f'"Ann ""{row}""",Quoted{row},1950,"1 Road\nUpper Sample"')
            elif row % 1000 == 900:                                       # as row 899
                lines.append(f"Joan{row - 1},Hayward{row - 1},{1920 + row % 80}-03-04,{row - 1} Orchard Way")
            else:
                lines.append(f"Joan{row},Hayward{row},{1920 + (row + 1) % 80}-03-04,{row} Orchard Way")
        return self.council.file(name, "\n".join(lines) + "\n")

    def start(self, people):
        return subprocess.Popen([REEVECTL, "import", "people", people, "--central", self.council.postgres.uri()],
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.council.environment())

    def test_killed_at_any_moment(self):
        people = self.many("killed.csv")
        seed = int(os.environ.get("REEVE_SEED", str(time.time_ns() % 100000)))
        print("seed", seed)
        chance = random.Random(seed)
        went_on, done = 0, None
        while done is None:
            process = self.start(people)
            rejected = people.with_suffix(".rejected.csv")
            size = rejected.stat().st_size if rejected.exists() else 0
            while process.poll() is None and (not rejected.exists() or rejected.stat().st_size == size):
                time.sleep(0.002)                                         # a batch is being stored
            time.sleep(chance.random() * 0.3)
            process.kill()
            out, err = process.communicate()
            went_on += b"Going on after row" in err
            if process.returncode == 0 or b"imported already" in err:     # or its end came just before the kill
                done = json.loads(out.splitlines()[-1])
            else:
                self.assertTrue(process.returncode == -signal.SIGKILL or b"under way" in err, err)
        bad = ROWS // 1000
        self.assertEqual((done["imported"], done["rejected"], done["duplicates"]), (ROWS - bad, bad, bad))
        self.assertGreater(went_on, 0)
        self.assertEqual(self.people(), ROWS - bad)
        twice = self.council.postgres.value("SELECT count(*) FROM (SELECT fields ->> 'family_name' FROM reeve.person"
                                            " GROUP BY 1 HAVING count(*) > 1) t")
        self.assertEqual(int(twice), bad)                                 # those that come twice in the file
        rejected = people.with_suffix(".rejected.csv").read_text(encoding="utf-8")
        self.assertEqual(rejected.count("date_of_birth: not a date"), bad)
        named = people.with_suffix(".duplicates.csv").read_text(encoding="utf-8").splitlines()
        self.assertEqual(len(named), 1 + bad)
        again = self.council.run("import", "people", people, "--central", self.council.postgres.uri())
        self.assertEqual(again.returncode, 1)                             # done already, and nobody has a reference
        self.assertIn(b"--again", again.stderr)
        told = json.loads(again.stdout)
        self.assertTrue(told.pop("imported_at").endswith("Z"))
        self.assertEqual(told, {key: done[key] for key in told})
        self.assertEqual(self.people(), ROWS - bad)

    def test_the_same_file_twice_at_once(self):
        people = self.many("raced.csv")
        both = [self.start(people), self.start(people)]
        ends = [(process.communicate(), process.returncode) for process in both]
        self.assertEqual(sorted(code for _, code in ends), [0, 1], ends)
        refused = next(err for (_, err), code in ends if code == 1)
        self.assertIn(b"another import of this file is under way", refused)
        self.assertEqual(self.people(), ROWS - ROWS // 1000)
        rejected = people.with_suffix(".rejected.csv").read_text(encoding="utf-8")
        self.assertEqual(rejected.count("date_of_birth: not a date"), ROWS // 1000)

    def test_known_already_named_and_waiting_at_every_desk(self):
        desk = self.council.enrol("before")
        self.bring(self.council.file("before.csv", BEFORE))
        self.council.sync(desk)
        self.assertEqual(self.council.must("duplicates", "--store", desk), [])  # searches once, after the first load
        after = self.council.file("after.csv", AFTER)
        dry = self.bring(after, "--dry-run")
        self.assertEqual(self.people(), 2)
        done = self.bring(after)
        self.assertEqual({key: value for key, value in dry.items() if key != "dry_run" and not key.endswith("_file")},
                         {key: value for key, value in done.items() if not key.endswith("_file")})
        self.assertEqual((done["imported"], done["updated"], done["unchanged"], done["rejected"], done["duplicates"]),
                         (4, 2, 1, 1, 2))
        self.assertEqual(self.people(), 6)
        postcodes = self.council.postgres.value("SELECT string_agg(fields -> 'address/import-home' ->> 'postcode', ' ' ORDER"
                                                " BY external_id) FROM reeve.person WHERE external_id IN ('A2', 'B3')")
        self.assertEqual(postcodes, "AA2 2BC AA3 3CD")
        named = after.with_suffix(".duplicates.csv").read_text(encoding="utf-8").splitlines()[1:]
        self.assertEqual([(row.split(",")[0], row.split(",")[-1]) for row in named], [("3", '"A1"'), ("6", '"B3"')])
        self.assertEqual(int(self.council.postgres.value("SELECT count(*) FROM reeve.audit WHERE action = 'people_imported'"
                                                         " AND (detail ->> 'imported')::int = 4")), 1)

        read = self.council.postgres.query("SELECT DISTINCT detail ->> 'by', length(detail ->> 'file') FROM reeve.audit"
                                           " WHERE action = 'people_compared' ORDER BY 1")
        self.assertEqual(read, [["id", "64"], ["page", "64"], ["reference", "64"]])

        self.council.sync(desk)
        waiting = {frozenset((pair["left_external_id"], pair["right_external_id"]))
                   for pair in self.council.must("duplicates", "--store", desk)}
        self.assertEqual(waiting, {frozenset(("A1", "B1")), frozenset(("B3", "B4"))})

        new = self.council.enrol("new")                                   # all of them at once
        self.council.sync(new)
        listed = self.council.must("duplicates", "--store", new)
        self.assertEqual({frozenset((pair["left_external_id"], pair["right_external_id"])) for pair in listed}, waiting)

    def test_what_the_centre_does_not_take_is_rejected_alone(self):
        lines = ["id,given_name,family_name"]
        for row in range(3000):
            reference = "".join(random.Random(row).choices("abcdefghijklmnopqrstuvwxyz0123456789", k=6000)) \
                if row in (7, 2100, 2101) else f"C{row}"                  # too long for its index
            lines.append(f"{reference},Joan,Hayward{row}")
        people = self.council.file("refused.csv", "\n".join(lines) + "\n")
        done = self.bring(people)
        self.assertEqual((done["imported"], done["rejected"]), (2997, 3))
        rejected = people.with_suffix(".rejected.csv").read_text(encoding="utf-8").splitlines()[1:]
        self.assertEqual([row.split(",")[0] for row in rejected], ["9", "2102", "2103"])
        self.assertTrue(all("the centre does not take this record" in row for row in rejected))
        self.assertEqual(self.people(), 2997)

    def test_only_an_administrator(self):
        people = self.council.file("denied.csv", BEFORE)
        uri = self.council.postgres.uri(user="asha")
        done = self.council.run("import", "people", people, "--central", uri)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(self.people(), 0)


if __name__ == "__main__":
    unittest.main()
