# SPDX-License-Identifier: MIT
"""Two desks imported one file offline: each person is there twice, under one reference of the council's."""

import unittest

from council import Council

PEOPLE = ("id,given_name,family_name,date_of_birth,phone,email,address,postcode\n"
          "C1,Joan,Hesketh,21/06/1979,07700 900123,,1 High Street,AA1 1AA\n"
          "C2,Peter,Okafor,1975-02-03,07700 900124,peter@example.org,2 High Street,AA1 1AA\n")


class OneReference(unittest.TestCase):
    def test_a_reference_of_two_people_is_refused_at_every_desk_until_they_are_merged(self):
        with Council() as council:
            desks = [council.enrol(name) for name in ("left", "right")]
            people = council.file("people.csv", PEOPLE)
            for desk in desks:
                council.must("import", "people", people, "--store", desk)
            for desk in [*desks, desks[0]]:
                council.sync(desk)

            ids = None
            for desk in desks:
                hits = council.must("search", "--store", desk, "hesketh")[0]["hits"]
                ids = sorted(hit["id"] for hit in hits if hit["external_id"] == "C1")
                self.assertEqual(len(ids), 2)
                other = council.must("search", "--store", desk, "okafor")[0]["hits"][0]["id"]
                pending = council.status(desk)["pending"]
                for command in (["show", "person", "C1"], ["merge", "C1", other], ["merge", other, "C1"],
                                ["death", "C1", "2026-11-01"], ["confirm", "C1", "contact"],
                                ["relate", other, "C1", "--as", "carer"], ["decide", other, "C1", "not_same"]):
                    done = council.run(*command, "--store", desk)
                    self.assertEqual(done.returncode, 1, command)
                    for word in [*ids, "Use an id", "duplicates"]:
                        self.assertIn(word, done.stderr.decode(), command)
                self.assertEqual(council.status(desk)["pending"], pending)

            council.must("merge", *ids, "--store", desks[1])
            council.sync(desks[1])
            council.sync(desks[0])
            shown = [council.must("show", "person", "C1", "--store", desk)[0]["id"] for desk in desks]
            self.assertEqual(shown, [ids[0]] * 2)
            # Merged, they are not different people until the merge is taken back.
            done = council.run("decide", *ids, "not_same", "--store", desks[0])
            self.assertEqual(done.returncode, 1)
            self.assertIn(b"unmerge", done.stderr)


if __name__ == "__main__":
    unittest.main()
