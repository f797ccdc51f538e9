# SPDX-License-Identifier: MIT
"""A store that is really damaged is set aside, and all that was printed as saved reaches the centre, once."""

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

    def damage_first_page(self):
        with open(self.desk / "reeve.db", "r+b") as database:
            database.write(bytes(PAGE))

    def test_nothing_wrong_is_nothing_done(self):
        done = self.council.run("store", "recover", "--store", self.desk)
        self.assertNotEqual(done.returncode, 0)
        self.assertEqual(list(self.desk.glob("*.damaged-*")), [])

    def test_what_was_saved_reaches_the_centre_once(self):
        saved = self.log(1, 40)
        self.council.sync(self.desk)
        for number in range(ROUNDS):
            saved |= self.log(100 * (number + 1), 25)
            self.damage_first_page()
            refused = self.council.run("status", "--store", self.desk)
            self.assertNotEqual(refused.returncode, 0)
            recovered = self.council.must("store", "recover", "--store", self.desk)[-1]
            self.assertTrue(recovered["enrolled"])
            self.assertGreaterEqual(recovered["entries"], 25)
            self.assertTrue((self.desk / recovered["set_aside"]).exists())
            saved |= self.log(100 * (number + 1) + 50, 5)
            self.council.sync(self.desk)
        rows = self.council.postgres.query("SELECT id FROM reeve.interaction")
        self.assertEqual(len(rows), len(saved))
        self.assertEqual({row[0] for row in rows}, saved)
        self.assertEqual(self.council.status(self.desk)["pending"], 0)
        self.assertEqual(self.council.postgres.value("SELECT count(*) FROM reeve.quarantine"), "0")
        self.assertEqual(len(list(self.desk.glob("*.damaged-*-mark"))), ROUNDS)


if __name__ == "__main__":
    unittest.main()
