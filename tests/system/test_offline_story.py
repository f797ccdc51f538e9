# SPDX-License-Identifier: MIT
"""The main job from outside: log online, log offline, restart, reconnect; everything arrives once, nothing is readable."""

import unittest

from council import Council, line, traces

SECRETS = ["Quellenwasser", "Ysbyty Gwynedd dialysis", "Hesketh-Vane", "07700900123"]


class OfflineStory(unittest.TestCase):
    def test_what_is_logged_offline_arrives_once_and_nothing_is_readable_on_the_desk(self):
        with Council() as council:
            desk = council.enrol()
            people = council.folder / "people.csv"
            people.write_text("id,given_name,family_name,date_of_birth,phone,postcode,address\n"
                              "C1,Joan,Hesketh-Vane,21/06/1979,07700 900123,AA1 1AA,15 Mainwood Road\n",
                              encoding="utf-8")
            self.assertEqual(council.must("import", "people", people, "--store", desk)[-1]["imported"], 1)
            found = council.must("search", "--store", desk, "hesketh 1979")[0]["hits"]
            self.assertEqual([hit["external_id"] for hit in found], ["C1"])
            person = found[0]["id"]

            flagged = line(1, "Rang about Quellenwasser.", person=person, special_category=[
                {"category": "health", "condition": "A9B", "schedule1": "S1P1", "detail": "Ysbyty Gwynedd dialysis"}])
            first = council.must("log", "--store", desk, "-", stdin=flagged)[0]
            self.assertEqual(council.sync(desk)["pending"], 0)

            council.postgres.stop()
            second = council.must("log", "--store", desk, "-", stdin=line(2, "Quellenwasser again.", person=person))[0]
            refused = council.run("sync", "--store", desk, "--once")
            self.assertEqual(refused.returncode, 1)
            self.assertIn(b"centre", refused.stderr.lower())
            self.assertEqual(council.status(desk)["pending"], 1)
            self.assertEqual(traces(desk, SECRETS), [])

            council.postgres.start()
            summary = council.sync(desk)
            self.assertEqual((summary["pushed"], summary["pending"], summary["needs_attention"]), (1, 0, 0))
            again = council.sync(desk)
            self.assertEqual(again["pushed"], 0)

            for receipt in (first, second):
                self.assertEqual(
                    council.postgres.value(f"SELECT count(*) FROM reeve.interaction WHERE id = '{receipt['id']}'"), "1")
            self.assertEqual(council.postgres.value("SELECT count(*) FROM reeve.interaction"), "2")
            self.assertEqual(council.postgres.value("SELECT count(*) FROM reeve.note WHERE text LIKE '%Quellenwasser%'"),
                             "2")
            self.assertEqual(council.postgres.value(
                "SELECT count(*) FROM reeve.special_category_item WHERE interaction = "
                f"'{first['id']}' AND detail = 'Ysbyty Gwynedd dialysis'"), "1")
            self.assertEqual(council.postgres.value("SELECT count(*) FROM reeve.note WHERE text LIKE '%dialysis%'"), "0")
            self.assertEqual(traces(desk, SECRETS), [])

    def test_restricted_content_is_shown_only_for_a_reason_and_leaves_a_trace(self):
        with Council() as council:
            desk = council.enrol()
            logged = council.must("log", "--store", desk, "-", stdin=line(1, special_category=[
                {"category": "health", "condition": "A9G", "schedule1": "S1P6", "detail": "uses oxygen at night"}]))[0]
            council.sync(desk)
            plain = council.run("show", "interaction", logged["id"], "--central", council.postgres.uri())
            self.assertEqual(plain.returncode, 0, plain.stderr)
            self.assertNotIn(b"oxygen", plain.stdout)
            council.must("show", "interaction", logged["id"], "--central", council.postgres.uri(), "--reason",
                         "subject access request 12")
            self.assertGreaterEqual(int(council.postgres.value(
                "SELECT count(*) FROM reeve.audit WHERE detail->>'reason' = 'subject access request 12'")), 1)

    def test_people_reach_another_desk_and_are_found_there(self):
        with Council() as council:
            one, other = council.enrol("one"), council.enrol("other")
            people = council.folder / "people.csv"
            people.write_text("id,given_name,family_name,known_as,date_of_birth,phone,postcode\n"
                              "C7,Siân,Llŷr-Øster,Shan,1951-02-03,+44 7700 900456,AA9 9ZZ\n", encoding="utf-8")
            council.must("import", "people", people, "--store", one)
            council.sync(one)
            self.assertGreaterEqual(council.sync(other)["pulled"], 1)
            for query in ("sian", "llyr oster", "shan", "3/2/1951", "03021951", "aa99zz", "AA9 9ZZ llyr",
                          "07700 900456", "+447700900456", "900456", "C7"):
                hits = council.must("search", "--store", other, query)[0]["hits"]
                self.assertEqual([hit["external_id"] for hit in hits[:1]], ["C7"], query)


if __name__ == "__main__":
    unittest.main()
