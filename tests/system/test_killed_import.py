# SPDX-License-Identifier: MIT
"""`reevectl import people` killed with -9 in the middle, and interrupted with Ctrl+C: the same command goes on, and nobody
is brought in twice, though the file says of nobody who they are."""

import json
import os
import signal
import subprocess
import time
import unittest

from council import REEVECTL, Council

ROWS = int(os.environ.get("REEVE_KILLED_ROWS", "30000"))


class KilledImport(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.council = Council().__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.council.__exit__()

    def file(self, name):
        path = self.council.folder / name
        with open(path, "w", encoding="utf-8") as out:
            out.write("given_name,family_name,date_of_birth,address,phone\n")
            for row in range(ROWS):
                if row % 1000 == 500:
                    out.write(f'Ann,Bad{row},31/02/1950,"",\n')           # refused
                elif row % 1000 == 700:
                    out.write(f'"Ann ""{row}""",Quoted,1950,"1 Road\nUpper Sample",7.7E+09\n')
                else:
                    out.write(f"Joan{row},Hayward{row % 977},{1920 + row % 80},{row} Orchard Way,\n")
        return path

    def started(self, people, desk):
        return subprocess.Popen([REEVECTL, "import", "people", people, "--store", desk], stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, env=self.council.environment())

    def finished(self, people, desk, began):
        finishing = self.council.run("import", "people", people, "--store", desk)
        if finishing.returncode != 0:                                     # its end came just before the kill
            self.assertIn(b"imported already", finishing.stderr)
        done = json.loads(finishing.stdout.splitlines()[-1])
        bad = ROWS // 1000
        self.assertEqual((done["imported"], done["rejected"]), (ROWS - bad, bad))
        self.assertEqual(self.council.status(desk)["people"], ROWS - bad)
        rejected = people.with_suffix(".rejected.csv").read_text(encoding="utf-8")
        self.assertEqual(rejected.count("date_of_birth: not a date"), bad)
        self.assertEqual(rejected.count("phone: rounded"), bad)
        if "imported_at" not in done:
            self.assertEqual(done["rounded_phones"], bad)
        if began:
            self.assertGreater(done["went_on_after"], 0)
        again = self.council.run("import", "people", people, "--store", desk)
        self.assertEqual(again.returncode, 1)                             # done already, and nobody has a reference
        self.assertEqual(self.council.status(desk)["people"], ROWS - bad)
        return done

    def test_killed_in_the_middle(self):
        people = self.file("killed.csv")
        desk = self.council.enrol("killed")
        rejected = people.with_suffix(".rejected.csv")
        began = False
        for _ in range(3):
            process = self.started(people, desk)
            size = rejected.stat().st_size if rejected.exists() else 0
            while process.poll() is None and (not rejected.exists() or rejected.stat().st_size <= size):
                time.sleep(0.002)                                         # a batch is being stored
            time.sleep(0.05)
            process.kill()
            process.communicate()
            began = began or rejected.exists()
        done = self.finished(people, desk, False)
        self.assertTrue(began)
        self.assertEqual(done["rejected"], ROWS // 1000)

    def test_interrupted(self):
        people = self.file("interrupted.csv")
        desk = self.council.enrol("interrupted")
        process = self.started(people, desk)
        rejected = people.with_suffix(".rejected.csv")
        while process.poll() is None and not rejected.exists():
            time.sleep(0.002)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
        began = process.returncode != 0
        if began:
            self.assertIn(b"the same command goes on", err)
            self.assertGreater(json.loads(out.splitlines()[-1])["imported"], 0)
        self.finished(people, desk, began)


if __name__ == "__main__":
    unittest.main()
