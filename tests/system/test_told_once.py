# SPDX-License-Identifier: MIT
"""Told once, from outside: two desks that cannot see each other confirm, change and record a death; a real centre."""

import json
import unittest

from council import Council, line, traces

HEADER = "id,given_name,family_name,date_of_birth,phone,postcode,address\n"
JOAN = "C1,Joan,Hesketh-Vane,21/06/1979,{phone},AA1 1AA,15 Mainwood Road\n"
RUTH = "C3,Ruth,Hesketh-Vane,09/03/2001,,AA1 9ZZ,9 Mill Lane\n"
PETER = "C2,Peter,Hesketh-Vane,03/02/1975,,AA1 1AA,\"15, MAINWOOD ROAD\"\n"


def confirmed(record):
    return sorted(field.split("/")[0] for field, one in record.get("standing", {}).items() if "confirmed" in one)


class ToldOnce(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.council = Council().__enter__()
        cls.first = cls.council.enrol("Desk 1")
        cls.second = cls.council.enrol("Desk 2")
        cls.bring(cls.first, HEADER + JOAN.format(phone="07700 900123") + PETER + RUTH)
        cls.sync_all()

    @classmethod
    def tearDownClass(cls):
        cls.council.__exit__()

    @classmethod
    def bring(cls, desk, text):
        people = cls.council.file("people.csv", text)
        cls.council.must("import", "people", people, "--store", desk)

    @classmethod
    def sync_all(cls):
        for desk in (cls.first, cls.second, cls.first, cls.second):
            summary = cls.council.sync(desk)
            assert (summary["pending"], summary["needs_attention"]) == (0, 0), summary

    def show(self, desk, who="C1"):
        return self.council.must("show", "person", who, "--store", desk)[0]

    def test_a_confirmation_never_conflicts_and_says_nothing_of_the_number_that_comes_after(self):
        told = ("--source", "person", "--channel", "phone")
        self.council.must("confirm", "C1", "contact", "date_of_birth", "--store", self.first, *told)
        self.council.must("confirm", "C1", "contact", "--store", self.second, *told)
        self.sync_all()
        for desk in (self.first, self.second):
            self.assertEqual(confirmed(self.show(desk)), ["contact", "date_of_birth"])
        self.assertEqual(self.show(self.first)["fields"], self.show(self.second)["fields"])

        self.council.must("confirm", "C1", "contact", "--store", self.first, *told)
        self.bring(self.second, HEADER + JOAN.format(phone="07700 900999"))
        self.sync_all()
        for desk in (self.first, self.second):
            record = self.show(desk)
            self.assertEqual(record["open_conflicts"], 0)
            self.assertEqual(confirmed(record), ["date_of_birth"])
        self.assertEqual(self.council.postgres.value("SELECT count(*) FROM reeve.conflict"), "0")
        self.assertEqual(traces(self.first, ["07700900999", "Hesketh-Vane"]), [])

        field = next(name for name in self.show(self.first)["fields"] if name.startswith("contact/"))
        self.council.must("unreachable", "C1", field, "--why", "not_in_use", "--store", self.first)
        self.assertEqual(self.show(self.first)["may_contact"]["call"]["outcome"], "no_way_in")

    def test_a_death_is_recorded_once_and_stops_what_would_be_sent(self):
        at_home = self.council.must("occupants", "C1", "--store", self.first)
        self.assertEqual([one["name"] for one in at_home], ["Peter Hesketh-Vane"])
        done = self.council.must("death", "C2", "2026-11", "--source", "relative", "--estate", "Joan Hesketh-Vane",
                                 "--estate-reach", "07700 900123", "--store", self.first)[0]
        self.assertEqual({ways["outcome"] for ways in done["may_contact"].values()}, {"deceased"})
        self.assertIn("council_tax", [one["code"] for one in done["to_be_told"]])
        self.council.must("pass-on", "C2", "council_tax", "--store", self.first)
        self.sync_all()
        there = self.show(self.second, "C2")
        self.assertEqual([one["code"] for one in there["to_be_told"] if "told" in one], ["council_tax"])
        self.assertEqual([one["present"] for one in self.council.must("occupants", "C1", "--store", self.second)],
                         [False])

    def test_two_records_are_linked_and_the_other_desk_sees_it_from_both_sides(self):
        told = self.council.must("relate", "C1", "C3", "--as", "child", "--authority", "lasting_power_property",
                                 "--evidence", "certified copy seen", "--from", "2020", "--store", self.first)[0]
        self.assertEqual(told["acting"], {"state": "in_force", "may_be_told": True})
        self.sync_all()
        joan, ruth = self.show(self.second), self.show(self.second, "C3")
        self.assertEqual(joan["fields"][told["field"]]["other"], ruth["id"])
        self.assertEqual([(one["person"], one["is"], one["may_be_told"]) for one in ruth["named_by"]],
                         [(joan["id"], "parent", True)])
        taken = self.council.must("unrelate", "C1", "C3", "--as", "child", "--store", self.second)[0]
        self.assertEqual(taken["taken_back"], 1)
        self.sync_all()
        self.assertNotIn("named_by", self.show(self.first, "C3"))
        self.assertEqual(self.show(self.first)["open_conflicts"], 0)

    def test_what_went_out_after_a_death_is_kept_and_told(self):
        self.bring(self.first, HEADER + "C4,Ann,Hesketh-Vane,03/02/1975,01632 960123,,\n")
        self.council.must("death", "C4", "2026-11", "--store", self.first)
        out = line(1, person=self.show(self.first, "C4")["id"], direction="outbound")
        before = self.council.must("log", "--store", self.first, stdin=out)[0]
        self.assertNotIn("may_contact", before)  # the day may have been later in the month
        self.council.must("death", "C4", "2026-11-01", "--store", self.first)
        done = self.council.run("log", "--store", self.first, stdin=out + line(2))
        self.assertEqual(done.returncode, 0)
        receipts = [json.loads(one) for one in done.stdout.splitlines()]
        self.assertEqual([one.get("may_contact") for one in receipts], ["deceased", None])
        self.assertIn(b"had died", done.stderr)
        self.assertNotIn(b"Hesketh", done.stderr)

    def test_what_makes_no_sense_is_refused_and_changes_nothing(self):
        before = self.show(self.first)["fields"]
        phone = next(name for name in before if name.startswith("contact/"))
        for usage in (("unreachable", "C1", "contact", "--why", "tired"), ("confirm", "C1", "contact", "--source", "x"),
                      ("confirm", "C1"), ("death", "C1", "yesterday"), ("confirm", "C1", "contact", "--channel", "x"),
                      ("occupants", "C1", "--limit", "0"), ("relate", "C1", "C3", "--as", "aunt"),
                      ("relate", "C1", "C3", "--as", "carer", "--from", "some day"), ("relate", "C1", "C3"),
                      ("relate", "C1", "C3", "--as", "carer", "--authority", "love")):
            self.assertEqual(self.council.run(*usage, "--store", self.first).returncode, 2, usage)
        for refused in (("confirm", "C1", "shoe_size"), ("confirm", "C9", "contact"), ("death", "C1", "2999-01-01"),
                        ("death", "C1", "1979-06-20"), ("pass-on", "C1", "council_tax"),
                        ("unreachable", "C1", "date_of_birth", "--why", "bounced"),
                        ("unreachable", "C1", phone, "--why", "bounced"),
                        ("relate", "C1", "C1", "--as", "child"), ("relate", "C1", "C9", "--as", "child"),
                        ("unrelate", "C1", "C2"), ("relate", "C1", "C3", "--as", "child", "--reach", "4111 1111 1111 1111"),
                        ("death", "C1", "2026", "--estate", "4111 1111 1111 1111")):
            done = self.council.run(*refused, "--store", self.first)
            self.assertEqual(done.returncode, 1, refused)
            self.assertNotIn(b"4111", done.stderr + done.stdout)
        self.assertEqual(self.show(self.first)["fields"], before)


if __name__ == "__main__":
    unittest.main()
