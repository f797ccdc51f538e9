# SPDX-License-Identifier: MIT
"""What was noted without a person, from outside: given to one, flagged afterwards, and taken back; a real centre."""

import unittest

from council import Council, line, traces

PEOPLE = "id,given_name,family_name,date_of_birth\nC1,Joan,Hesketh-Vane,21/06/1979\n" \
         "C2,Ruth,Hesketh-Vane,09/03/2001\n"
FLAG = (b'{"special_category":[{"category":"health","condition":"A9G","schedule1":"S1P6",'
        b'"detail":"uses a wheelchair"}]}\n')


class Noted(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.council = Council().__enter__()
        cls.desk = cls.council.enrol("Desk 1")
        people = cls.council.file("people.csv", PEOPLE)
        cls.council.must("import", "people", people, "--store", cls.desk)

    @classmethod
    def tearDownClass(cls):
        cls.council.__exit__()

    def timeline(self):
        record = self.council.must("show", "person", "C1", "--store", self.desk)[0]
        return record["id"], [one["id"] for one in record["interactions"]]

    def sync(self):
        summary = self.council.sync(self.desk)
        self.assertEqual((summary["pending"], summary["needs_attention"]), (0, 0), summary)

    def test_what_nobody_named_is_given_flagged_and_taken_back(self):
        joan, before = self.timeline()
        noted = self.council.must("log", "--store", self.desk, stdin=line(7))[0]["id"]
        self.assertEqual(before, [])
        given = self.council.must("assign", noted, "C1", "--store", self.desk)[0]
        self.assertEqual((given["person"], given["was"]), (joan, None))
        self.assertEqual(self.timeline()[1], [noted])
        shown = self.council.must("show", "interaction", noted, "--store", self.desk)[0]
        self.assertEqual(shown["given_to"], joan)

        flagged = self.council.must("flag", noted, "--store", self.desk, stdin=FLAG + FLAG)[0]
        self.assertEqual(flagged, {"interaction": noted, "flags": 2})
        self.sync()
        value = self.council.postgres.value
        self.assertEqual(value("SELECT count(*) FROM reeve.special_category_item"), "2")
        self.assertEqual(value("SELECT person FROM reeve.interaction_assignment"), joan)
        self.assertEqual(value("SELECT count(*) FROM reeve.interaction WHERE person IS NULL"), "1")
        self.assertEqual(traces(self.desk, ["wheelchair", "Hesketh-Vane"]), [])

        back = self.council.must("assign", noted, "nobody", "--store", self.desk)[0]
        self.assertEqual((back["person"], back["was"]), (None, joan))
        self.assertEqual(self.timeline()[1], [])
        self.sync()
        self.assertEqual(value("SELECT count(*) FROM reeve.interaction_assignment WHERE person = '" + joan + "'"), "0")

    def test_what_makes_no_sense_is_refused_and_changes_nothing(self):
        ruth = self.council.must("show", "person", "C2", "--store", self.desk)[0]["id"]
        hers = self.council.must("log", "--store", self.desk, stdin=line(8, person=ruth))[0]["id"]
        before = self.council.status(self.desk)["pending"]
        for refused in (("assign", hers, "C2"), ("assign", ruth, "C2"), ("assign", hers, "C9")):
            self.assertEqual(self.council.run(*refused, "--store", self.desk).returncode, 1, refused)
        for usage in (("assign", "nonsense", "C1"), ("assign", hers), ("flag", "nonsense")):
            self.assertEqual(self.council.run(*usage, "--store", self.desk, stdin=b"").returncode, 2, usage)
        for text in (b"{}\n", b"nonsense\n", b'{"note":"x"}\n', FLAG.replace(b"A9G", b"A9Z")):
            self.assertEqual(self.council.run("flag", hers, "--store", self.desk, stdin=text).returncode, 1, text)
        self.assertEqual(self.council.status(self.desk)["pending"], before)


if __name__ == "__main__":
    unittest.main()
