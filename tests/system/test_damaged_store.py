# SPDX-License-Identifier: MIT
"""A store that is really damaged is set aside, and all that was printed as saved reaches the centre, once."""

import json
import unittest

from council import Council, line

PAGE = 4096
ROUNDS = 2


class DamagedStore(unittest.TestCase):
    def setUp(self):
        self.council = self.enterContext(Council())
        self.desk = self.council.enrol()

    def log(self, first, count):
        """The ids that were printed for so many interactions."""
        text = b"".join(line(number) for number in range(first, first + count))
        return {saved["id"] for saved in self.council.must("log", "--store", self.desk, stdin=text)}

    def damage_first_pages(self, pages=1):
        with open(self.desk / "reeve.db", "r+b") as database:
            database.write(bytes(pages * PAGE))

    def check_all_are_there_once(self, saved):
        rows = self.council.postgres.query("SELECT id FROM reeve.interaction")
        self.assertEqual(len(rows), len(saved))
        self.assertEqual({row[0] for row in rows}, saved)
        status = self.council.status(self.desk)
        self.assertEqual((status["pending"], status["needs_attention"]), (0, 0))
        self.assertEqual(self.council.postgres.value("SELECT count(*) FROM reeve.quarantine"), "0")

    def check_it_is_the_owner_s_only(self):
        for path in self.desk.iterdir():
            self.assertEqual(path.stat().st_mode & 0o077, 0, path.name)

    def test_nothing_wrong_is_nothing_done(self):
        done = self.council.run("store", "recover", "--store", self.desk)
        self.assertNotEqual(done.returncode, 0)
        self.assertEqual(list(self.desk.glob("*.damaged-*")), [])

    def test_what_was_saved_reaches_the_centre_once(self):
        saved = self.log(1, 40)
        self.council.sync(self.desk)
        for number in range(ROUNDS):
            saved |= self.log(100 * (number + 1), 25)
            self.damage_first_pages()
            refused = self.council.run("status", "--store", self.desk)
            self.assertNotEqual(refused.returncode, 0)
            recovered = self.council.must("store", "recover", "--store", self.desk)[-1]
            self.assertTrue(recovered["enrolled"])
            self.assertGreaterEqual(recovered["entries"], 25)
            self.assertTrue((self.desk / recovered["set_aside"]).exists())
            saved |= self.log(100 * (number + 1) + 50, 5)
            self.council.sync(self.desk)
        self.check_all_are_there_once(saved)
        self.assertEqual(len(list(self.desk.glob("*.damaged-*-mark"))), ROUNDS)
        self.check_it_is_the_owner_s_only()

    def test_what_cannot_be_read_any_more_is_said_by_number(self):
        self.log(1, 200)
        with open(self.desk / "reeve.db", "r+b") as database:
            pages = database.seek(0, 2) // PAGE
            for page in [0, *range(4, pages, 2)]:
                database.seek(page * PAGE)
                database.write(bytes(PAGE))
        (self.desk / "reeve.db-wal").unlink(missing_ok=True)
        done = self.council.run("store", "recover", "--store", self.desk)
        recovered = json.loads(done.stdout)
        self.assertGreater(recovered["missing"], 0)
        self.assertEqual(done.returncode, 1)
        self.assertIn(str(recovered["missing"]), done.stderr.decode())
        self.assertLessEqual(recovered["entries"] + recovered["missing"], 200)

    def test_keys_of_another_day_set_nothing_aside(self):
        old = (self.desk / "reeve.keys").read_bytes()
        self.council.must("device", "rotate-key", "--store", self.desk)
        self.log(1, 3)
        new = (self.desk / "reeve.keys").read_bytes()
        (self.desk / "reeve.keys").write_bytes(old)
        told = self.council.run("store", "recover", "--store", self.desk)
        self.assertEqual(told.returncode, 1)
        self.assertIn("another state", told.stderr.decode())
        (self.desk / "reeve.keys").write_bytes(old[:100])
        self.assertIn("put it back", self.council.run("store", "recover", "--store", self.desk).stderr.decode())
        self.assertEqual(list(self.desk.glob("*.damaged-*")), [])
        (self.desk / "reeve.keys").write_bytes(new)
        self.assertEqual(self.council.status(self.desk)["pending"], 3)

    def test_a_store_that_has_forgotten_whose_it_is_becomes_a_new_desk_with_its_work(self):
        saved = self.log(1, 20)
        self.council.sync(self.desk)
        saved |= self.log(100, 25)
        self.check_it_is_the_owner_s_only()
        self.damage_first_pages(12)
        recovered = self.council.must("store", "recover", "--store", self.desk)[-1]
        self.assertFalse(recovered["enrolled"])
        self.assertGreaterEqual(recovered["entries"], 25)
        saved |= self.log(200, 5)
        refused = self.council.run("sync", "--store", self.desk, "--once")
        self.assertEqual(refused.returncode, 1)
        self.assertIn(b"device enrol", refused.stderr)

        enrol = ["device", "enrol", "--store", self.desk, "--central", self.council.postgres.uri(), "--agent", "asha"]
        self.assertEqual(self.council.run(*enrol, REEVE_PASSPHRASE="not the one of this store").returncode, 1)
        self.assertEqual(self.council.postgres.value("SELECT count(*) FROM reeve.device"), "1")
        self.council.must(*enrol)
        self.council.sync(self.desk)
        self.check_all_are_there_once(saved)
        self.assertEqual(self.council.run(*enrol).returncode, 1, "it is a desk's again")
        self.assertEqual(self.council.postgres.value("SELECT count(*) FROM reeve.device"), "2")
        self.assertTrue(self.council.must("audit", "verify", "--store", self.desk)[-1]["whole"])
        for chain in self.council.must("audit", "verify", "--central", self.council.postgres.uri()):
            self.assertTrue(chain["whole"], chain)
        self.council.must("device", "recover", "--store", self.desk, "--recovery-key",
                          self.council.folder / "recovery.key", "--agent", "asha", REEVE_NEW_PASSPHRASE="a newer one")


if __name__ == "__main__":
    unittest.main()
