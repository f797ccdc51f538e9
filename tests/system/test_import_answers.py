# SPDX-License-Identifier: MIT
"""What an import says it would do is what it does; and what reevectl says of people brought in."""

import csv
import json
import unittest

from council import Council, line

HEADER = "id,given_name,family_name,date_of_birth,phone,email,address,postcode\n"
PEOPLE = (HEADER + "C1,Joan,Hesketh,21/06/1979,07700 900123,,1 High Street,AA1 1AA\n"
          "C2,Peter,Okafor,1975-02-03,07700 900124,peter@example.org,2 High Street,AA1 1AA\n"
          "C3,Ann,Nowak,31/02/1950,,,,\n"
          "C4,Jaon,Hesketh,21/06/1979,07700 900123,,1 High Street,AA1 1AA\n"
          "C5,Born,Later,2090-01-01,,,,\n")
CARD = "4111 1111 1111 1111"


class ImportAnswers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.council = Council().__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.council.__exit__()

    def setUp(self):
        self.desk = self.council.enrol(self.id().rsplit(".", 1)[-1])

    def file(self, text, name="people.csv"):
        return self.council.file(f"{self.desk.name}-{name}", text)

    def bring(self, path, *more):
        summary = self.council.must("import", "people", path, "--store", self.desk, *more)[-1]
        return {word: summary[word] for word in ("imported", "updated", "unchanged", "rejected", "duplicates")}

    def state(self):
        status = self.council.status(self.desk)
        return status["people"], status["pending"]

    @staticmethod
    def written(people):
        """What an import of that file wrote beside it."""
        return {path.name: path.read_bytes() for path in people.parent.glob(people.stem + ".*")
                if path != people and "dry-run" not in path.name}

    def test_a_dry_run_says_what_the_import_does_and_changes_nothing(self):
        people = self.file(PEOPLE)
        would = self.bring(people, "--dry-run")
        self.assertEqual(self.state(), (0, 0))
        self.assertEqual(would, {"imported": 3, "updated": 0, "unchanged": 0, "rejected": 2, "duplicates": 1})
        self.assertEqual(self.bring(people), would)

        before = self.state()
        written = self.written(people)
        would = self.bring(people, "--dry-run")
        self.assertEqual(would, {"imported": 0, "updated": 0, "unchanged": 3, "rejected": 2, "duplicates": 0})
        self.assertEqual(self.state(), before)
        self.assertEqual(self.written(people), written)

        changed = self.file(HEADER + "C2,Peter,Okafor,1975-02-03,07700 900999,peter@example.org,2 High Street,AA1 1AA\n"
                            "C9,Jane,Hesketh,1950-01-02,,,,\nC10,Petre,Okafor,1975-02-03,07700 900124,,,AA1 1AA\n",
                            "more.csv")
        would = self.bring(changed, "--dry-run")
        self.assertEqual(would, {"imported": 2, "updated": 1, "unchanged": 0, "rejected": 0, "duplicates": 1})
        self.assertEqual(self.state(), before)
        self.assertEqual(self.bring(changed), would)

    def test_a_spreadsheets_file_is_read_with_its_separators_line_ends_and_empty_rows(self):
        lines = ["id,given_name,family_name,postcode", "S{0}a,Joan,Hesketh,AA1 1AA", ",,,", "S{0}b,Siân,Nowak,not;one"]
        for number, (separator, end, before) in enumerate([(";", "\r\n", ""), ("\t", "\n", ""), ("|", "\n", ""),
                                                           (";", "\r\n", "sep=;\r\n"), (",", "\r", "")]):
            text = end.join(lines).format(number).replace("not;one", '"not;one"').replace(",", separator) + end
            people = self.council.folder / f"{self.desk.name}-{number}.csv"
            people.write_bytes(b"\xef\xbb\xbf" + (before + text).encode())
            self.assertEqual(self.bring(people), {"imported": 2, "updated": 0, "unchanged": 0, "rejected": 0,
                                                  "duplicates": min(number, 1) * 2}, (separator, end))
            shown = self.council.must("show", "person", f"S{number}b", "--store", self.desk)[0]["fields"]
            self.assertEqual((shown["given_name"], shown["address/import-home"]["postcode"]), ("Siân", "not;one"))

    def test_what_is_rejected_of_a_file_with_semicolons_can_be_mended_and_brought_in(self):
        people = self.file("id;family_name;date_of_birth\nR1;Hesketh;spring\n")
        self.assertEqual(self.bring(people)["rejected"], 1)
        rejected = self.council.folder / f"{self.desk.name}-people.rejected.csv"
        self.assertEqual(rejected.read_text().splitlines()[0], "line;reason;id;family_name;date_of_birth")
        mended = self.file(rejected.read_text().replace("spring", "1950"), "mended.csv")
        self.assertEqual(self.bring(mended, "--ignore-unknown")["imported"], 1)

    def test_utf_16_is_refused_by_its_name(self):
        people = self.council.folder / f"{self.desk.name}-utf16.csv"
        people.write_bytes(PEOPLE.encode("utf-16"))
        done = self.council.run("import", "people", people, "--store", self.desk)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"UTF-16; save it as UTF-8", done.stderr)

    def test_a_file_without_ids_that_was_imported_is_refused_by_the_dry_run_too(self):
        people = self.file("given_name,family_name,date_of_birth,phone,postcode\n"
                           "Joan,Hesketh,1979-06-21,07700 900123,AA1 1AA\n")
        self.bring(people)
        for more in ((), ("--dry-run",)):
            done = self.council.run("import", "people", people, "--store", self.desk, *more)
            self.assertEqual(done.returncode, 1)
            self.assertIn(b"--again", done.stderr)
        would = self.bring(people, "--again", "--dry-run")
        self.assertEqual(would["imported"], 1)
        self.assertEqual(would["duplicates"], 1)
        self.assertEqual(self.bring(people, "--again"), would)
        self.assertEqual(self.state()[0], 2)

    def test_a_desk_whose_people_are_locked_tells_nobody_by_an_import_dry_or_not(self):
        people = self.file(PEOPLE)
        self.bring(people)
        self.council.sync(self.desk)
        device = self.council.postgres.value("SELECT id FROM reeve.device ORDER BY enrolled_at DESC LIMIT 1")
        self.council.must("central", "device", "push-only", device, "--reason", "a leaver", "--central",
                          self.council.postgres.uri())
        self.council.run("sync", "--store", self.desk, "--once")          # hears of it
        before = self.state()
        for more in ((), ("--dry-run",)):
            done = self.council.run("import", "people", people, "--store", self.desk, "--again", *more)
            self.assertEqual(done.returncode, 1)
            self.assertIn(b"deliver only", done.stderr)
        self.assertEqual(self.state(), before)

    def test_columns_of_another_name_are_mapped(self):
        people = self.file("id,hat,coat\nC1,Joan,Hesketh\n")
        done = self.council.run("import", "people", people, "--store", self.desk)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"hat", done.stderr)
        mapped = ("--map", "given_name=hat,family_name=coat")
        self.assertEqual(self.bring(people, *mapped, "--dry-run")["imported"], 1)
        self.assertEqual(self.bring(people, *mapped)["imported"], 1)
        shown = self.council.must("show", "person", "C1", "--store", self.desk)[0]
        self.assertEqual(shown["fields"]["family_name"], "Hesketh")

    def test_a_card_number_stands_in_no_file_of_rejected_rows(self):
        people = self.file(HEADER + f"C1,Joan,Hesketh,,,,\"{CARD} High Street\",\n"
                           f"C2,Ann,Nowak,31/02/1950,,,{CARD},\n")
        summary = self.council.must("import", "people", people, "--store", self.desk)[-1]
        self.assertEqual(summary["rejected"], 2)
        with open(summary["rejected_file"], encoding="utf-8") as rejected:
            content = rejected.read()
        self.assertIn("Joan,Hesketh", content)
        self.assertIn("Ann,Nowak", content)
        self.assertNotIn(CARD[:14], content)

    def test_a_telephone_number_that_a_spreadsheet_has_rounded_is_told_and_its_row_kept(self):
        people = self.file("id,given_name,family_name,date_of_birth,phone,mobile\n"
                           "C1,Joan,Hesketh,1979-06-21,7.7E+09,\n"
                           "C2,Peter,Okafor,1975-02-03,01632 960777,4.47701E+11\n"
                           "C3,Ann,Nowak,31/02/1950,,7.7E+09\n"
                           "C4,Mary,Orme,1950-03-01,ex-directory,\n")
        for more in (("--dry-run",), ()):
            done = self.council.run("import", "people", people, "--store", self.desk, *more)
            summary = json.loads(done.stdout.splitlines()[-1])
            self.assertEqual((summary["imported"], summary["rejected"], summary["rounded_phones"]), (3, 1, 3))
            self.assertIn(b"In 3 rows a spreadsheet has rounded a telephone number", done.stderr)
            for personal in (b"E+", b"Hesketh"):
                self.assertNotIn(personal, done.stdout + done.stderr)
            with open(summary["rejected_file"], newline="", encoding="utf-8") as told:
                rows = [(row["line"], row["reason"], row["phone"] + row["mobile"]) for row in csv.DictReader(told)]
            kept = "rounded by a spreadsheet; the row was accepted without it"
            self.assertEqual(rows, [
                ("2", "phone: " + kept, "7.7E+09"),
                ("3", "mobile: " + kept, "01632 9607774.47701E+11"),
                ("4", "date_of_birth: not a date; mobile: rounded by a spreadsheet", "7.7E+09")])
        shown = self.council.must("show", "person", "C2", "--store", self.desk)[0]
        self.assertEqual(shown["fields"]["date_of_birth"], "1975-02-03")
        self.assertNotIn("E+", json.dumps(shown))

    def test_an_id_that_a_spreadsheet_has_rounded_is_told_and_makes_nobody_one(self):
        people = self.file("id,given_name,family_name,date_of_birth,work phone,phone 2\n"
                           "1.2E+11,Joan,Hesketh,1979-06-21,01632 960777,7.7E+09\n"
                           "1.2E+11,Peter,Okafor,1975-02-03,,\n"
                           "C3,Ann,Nowak,1950-02-03,01632 960777,07700 900123\n")
        for more in (("--dry-run",), ()):
            done = self.council.run("import", "people", people, "--store", self.desk, *more)
            summary = json.loads(done.stdout.splitlines()[-1])
            self.assertEqual((summary["imported"], summary["updated"], summary["rejected"]), (3, 0, 0))
            self.assertEqual((summary["rounded_ids"], summary["rounded_phones"]), (2, 1))
            self.assertIn(b"In 2 rows a spreadsheet has rounded the id", done.stderr)
            with open(summary["rejected_file"], newline="", encoding="utf-8") as told:
                reasons = [(row["line"], row["reason"]) for row in csv.DictReader(told)]
            end = ": rounded by a spreadsheet; the row was accepted without it"
            self.assertEqual(reasons, [("2", "id: rounded by a spreadsheet; phone 2" + end), ("3", "id" + end)])
        shown = self.council.must("show", "person", "C3", "--store", self.desk)[0]["fields"]
        self.assertEqual((shown["contact/import-work-phone"]["label"], shown["contact/import-phone2"]["value"]),
                         ("work", "07700 900123"))

        done = self.council.run("match", people, "--out", self.council.folder / "pairs.csv")
        self.assertIn(b"in 2 rows a spreadsheet has rounded the id", done.stderr)
        self.assertEqual(json.loads(done.stdout.splitlines()[-1])["records"], 1)

    def test_a_hit_who_has_died_is_told_and_what_is_no_number_is_not_offered(self):
        people = self.file("id,given_name,family_name,date_of_death,phone,email\nC1,Joan,Hesketh,2026-01-02,,\n"
                           "C2,Ann,Hesketh,,12,not-an-email\n")
        self.bring(people)
        hits = self.council.must("search", "--store", self.desk, "hesketh")[0]["hits"]
        self.assertEqual({hit["external_id"]: hit.get("deceased", False) for hit in hits}, {"C1": True, "C2": False})
        ways = self.council.must("show", "person", "C2", "--store", self.desk)[0]["may_contact"]
        self.assertEqual(ways["call"]["outcome"], "no_way_in")
        self.assertEqual(sorted(ways["message"]["not"].values()), ["no_email_address", "no_phone_number"])

    def test_a_card_number_in_a_note_is_masked_and_the_answer_says_so(self):
        entry = line(1, note=f"paid with {CARD} today")
        done = self.council.run("log", "--store", self.desk, "-", stdin=entry + line(2))
        self.assertEqual(done.returncode, 0, done.stderr)
        receipts = [json.loads(text) for text in done.stdout.splitlines()]
        self.assertTrue(receipts[0]["masked"])
        self.assertNotIn("masked", receipts[1])
        shown = json.dumps(self.council.must("show", "interaction", receipts[0]["id"], "--store", self.desk)[0])
        self.assertIn("paid with", shown)
        self.assertNotIn(CARD[:14], shown)
        self.assertNotIn(CARD[:4].encode(), done.stdout + done.stderr)

    def test_a_line_with_a_field_twice_or_an_unknown_reason_is_refused(self):
        twice = line(1).replace(b'"channel"', b'"channel": "email", "channel"', 1)
        for text, word in ((twice, b"twice"), (line(1, reasons=["lgsl:99999"]), b"catalogue"),
                           (line(1, disposition="gone"), b"resolved"), (line(1, channel="pigeon"), b"face_to_face"),
                           (line(1, started_at="2026-02-31T10:00:00Z"), b"no date")):
            with self.subTest(word):
                done = self.council.run("log", "--store", self.desk, "-", stdin=text)
                self.assertEqual(done.returncode, 1)
                self.assertIn(word, done.stderr)
                self.assertIn(b'"field"', done.stdout)


if __name__ == "__main__":
    unittest.main()
