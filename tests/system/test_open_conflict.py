# SPDX-License-Identifier: MIT
"""A conflict that nobody has decided is shown by a desk that is enrolled later, and by one that was recovered."""

import unittest

from council import Council

HEADER = "id,given_name,family_name,known_as\n"


class OpenConflict(unittest.TestCase):
    def setUp(self):
        self.council = self.enterContext(Council())

    def bring(self, desk, known_as):
        people = self.council.file("people.csv", f"{HEADER}C1,Joan,Hayward,{known_as}\n")
        self.council.must("import", "people", people, "--store", desk)

    def attention(self, desk):
        self.council.sync(desk)
        return self.council.sync(desk)["needs_attention"]

    def test_a_desk_that_starts_from_nothing_shows_it(self):
        first, second = self.council.enrol("Desk 1"), self.council.enrol("Desk 2")
        self.bring(first, "Jo")
        for desk in (first, second):
            self.council.sync(desk)
        self.bring(first, "Joanie")
        self.bring(second, "Jojo")
        self.council.sync(first)
        self.assertEqual(self.attention(second), 1)
        self.assertEqual(self.council.postgres.value("SELECT count(*) FROM reeve.conflict WHERE decided_at IS NULL"), "1")

        late = self.council.enrol("Desk 3")
        self.assertEqual(self.attention(late), 1)
        self.assertEqual(self.council.must("show", "person", "C1", "--store", late)[0]["open_conflicts"], 1)

        for desk in (second, late):
            with open(desk / "reeve.db", "r+b") as database:
                database.write(bytes(4096))
            self.council.must("store", "recover", "--store", desk)
            self.assertEqual(self.attention(desk), 1)


if __name__ == "__main__":
    unittest.main()
