# SPDX-License-Identifier: MIT
"""What the audit says, from outside: wrong passphrases, imports, records read at the centre, a link taken out."""

import hashlib
import json
import unittest

from council import Council, line

NULL = "00000000-0000-0000-0000-000000000000"


class Audit(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.council = Council().__enter__()
        cls.council.must("central", "agent", "add", "adam", "--role", "administrator", "--central",
                         cls.council.postgres.uri())
        cls.desk = cls.council.enrol()

    @classmethod
    def tearDownClass(cls):
        cls.council.__exit__()

    def delivered(self, action):
        """What the desk wrote down about this, as the centre has it."""
        self.council.sync(self.desk)
        rows = self.council.postgres.query(
            f"SELECT record FROM reeve.desk_audit WHERE action = '{action}' ORDER BY n")
        return [json.loads(row[0]) for row in rows]

    def looks(self):
        return self.council.postgres.query(
            "SELECT action, agent, coalesce(detail ->> 'sensitivity', ''), detail ->> 'outcome' FROM reeve.audit "
            "WHERE action LIKE 'show%' ORDER BY n")

    def test_wrong_passphrases_are_told_by_the_next_sign_in(self):
        for _ in range(3):
            refused = self.council.run("status", "--store", self.desk, REEVE_PASSPHRASE="quite another horse")
            self.assertNotEqual(refused.returncode, 0)
        told = self.delivered("sign_in_refused")
        self.assertEqual([one["details"]["count"] for one in told], [3])
        self.assertLessEqual(told[0]["details"]["first_at"], told[0]["details"]["last_at"])
        self.assertNotIn("another", json.dumps(told))
        self.assertEqual(len(self.delivered("sign_in_refused")), 1)

    def test_an_import_says_who_what_and_how_much_and_no_name(self):
        people = self.council.file("joan-hayward.csv",
                                   "id,given_name,family_name\nC1,Joan,Hayward\nC2,,\nC3,Peter,Morris\n")
        self.council.must("import", "people", people, "--store", self.desk)
        started, ended = self.delivered("import_started"), self.delivered("people_imported")
        self.assertEqual((len(started), len(ended)), (1, 1))
        self.assertEqual(ended[0]["agent"], "asha")
        details = ended[0]["details"]
        self.assertEqual((details["rows"], details["imported"], details["rejected"]), (3, 2, 1))
        self.assertEqual(details["file"], started[0]["details"]["file"])
        self.assertNotIn("hayward", json.dumps(ended).lower())

    def test_who_reads_a_record_at_the_centre(self):
        item = {"category": "health", "condition": "A9B", "schedule1": "S1P1", "detail": "cannot walk far"}
        logged = self.council.must("log", "--store", self.desk, stdin=line(1, special_category=[item]))[0]
        self.council.sync(self.desk)

        def show(agent, *more):
            return self.council.run("show", "interaction", logged["id"], "--central",
                                    self.council.postgres.uri(user=agent), *more)

        self.assertEqual(show("asha", "--reason", "blue badge").returncode, 0)
        refused = show("adam", "--reason", "nosy")
        self.assertEqual((refused.returncode, refused.stdout), (1, b""))
        self.assertEqual(self.looks(), [["show_interaction", "asha", "", "shown"],
                                        ["show_restricted", "asha", "special_category", "shown"],
                                        ["show_interaction", "adam", "", "denied"]])
        self.assertEqual(self.council.postgres.value("SELECT detail ->> 'lawful_basis' FROM reeve.audit "
                                                     "WHERE action = 'show_restricted'"), "A9B S1P1")

    def test_who_is_refused_a_restricted_item_at_the_desk_is_written_down(self):
        self.council.must("central", "agent", "add", "sam", "--role", "handler", "--central",
                          self.council.postgres.uri())
        self.council.must("device", "agent", "add", "sam", "--store", self.desk, REEVE_NEW_PASSPHRASE="staple battery")
        item = {"category": "health", "condition": "A9B", "schedule1": "S1P1", "detail": "cannot walk far"}
        logged = self.council.must("log", "--store", self.desk, stdin=line(2, special_category=[item]))[0]
        refused = self.council.run("show", "interaction", logged["id"], "--store", self.desk, "--reason", "nosy",
                                   REEVE_PASSPHRASE="staple battery")
        self.assertEqual((refused.returncode, refused.stdout), (1, b""))
        self.assertEqual([(one["agent"], one["outcome"], one["interaction"], one["reason"])
                          for one in self.delivered("restricted_item_read")], [("sam", "denied", logged["id"], "nosy")])

    def test_what_leaves_the_desk_as_text_leaves_a_trace(self):
        people = self.council.file("two.csv", "id,given_name,family_name,postcode\nX1,Maud,Ellery,M1 1AE\n"
                                              "X2,Maude,Ellery,M1 1AE\n")
        self.council.must("import", "people", people, "--store", self.desk)
        maud = self.council.must("search", "ellery", "--store", self.desk)[0]["hits"][0]["id"]
        queries = self.council.file("queries.txt", "ellery\nmaud ellery\nnobody at all\n")
        answers = self.council.must("search", "--batch", queries, "--store", self.desk)
        self.council.must("show", "person", maud, "--store", self.desk)
        self.council.must("duplicates", "--search", "--store", self.desk)

        searched = self.delivered("people_searched")
        hits = sum(len(one["hits"]) for one in answers)
        self.assertEqual([(one["outcome"], one.get("details", {}).get("records")) for one in searched],
                         [("done", 2), ("started", None), ("done", hits)])
        self.assertEqual(searched[2]["details"]["questions"], 3)
        self.assertEqual(searched[0]["details"]["question"], hashlib.sha256(b"ellery").hexdigest())
        shown = self.delivered("person_shown")
        self.assertEqual([(one["person"], one["agent"]) for one in shown], [(maud, "asha")])
        self.assertEqual([one["outcome"] for one in self.delivered("duplicates_listed")], ["started", "done"])
        self.assertNotIn("ellery", json.dumps(searched + shown).lower())

    def test_z_a_link_that_was_taken_out_is_called_missing(self):
        # Last, since it breaks the chain: by somebody with every right to the database.
        self.council.postgres.query("SET session_replication_role = replica; DELETE FROM reeve.audit WHERE n = 2 AND "
                                    f"scope = '{NULL}'")
        verified = self.council.run("audit", "verify", "--central", self.council.postgres.uri())
        self.assertEqual(verified.returncode, 1)
        broken = [json.loads(one) for one in verified.stdout.splitlines() if b'"whole":false' in one]
        self.assertEqual([(one["first_broken"], one["what"]) for one in broken], [(2, "missing")])


if __name__ == "__main__":
    unittest.main()
