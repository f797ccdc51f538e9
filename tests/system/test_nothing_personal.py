# SPDX-License-Identifier: MIT
"""A day at a desk with every message of every library switched on: nothing about anybody is in messages, temporary
files, crash leftovers or the files of the store."""

import json
import os
import unittest

from council import Council, line, traces

PEOPLE = """id,given_name,family_name,date_of_birth,phone,email,address,postcode,nhs_number
C-1,Zebedee,Quillfeather,1944-03-21,07700 900123,zebedee@quillfeather.example,1 Marrowfat Lane,ZZ99 3VZ,9990000018
C-2,Zebedee,Quilfeather,21/03/1944,07700 900123,,1 Marrowfat Lane,ZZ99 3VZ,
C-3,Persephone,Oxtoby,not a date of hers,01632 960999,persephone@oxtoby,Flat 2,nowhere,123
"""
# Each is in what goes in, and nowhere in what comes out on the side.
WORDS = ["Quillfeather", "quillfeather", "Zebedee", "Marrowfat", "Persephone", "Oxtoby", "07700 900123", "447700900123",
         "7700900123", "1944-03-21", "not a date of hers", "9990000018", "Secret-Diagnosis", "whispered", "sausages"]


class NothingPersonal(unittest.TestCase):
    def setUp(self):
        self.council = Council()
        self.addCleanup(self.council.__exit__)
        self.temporary = self.council.folder / "temporary"
        self.temporary.mkdir()
        self.said = b""

    def run_loudly(self, *arguments, stdin=None, **environment):
        done = self.council.run(*arguments, stdin=stdin, TMPDIR=str(self.temporary), QT_LOGGING_RULES="*=true",
                                QT_LOGGING_TO_CONSOLE="1", QT_MESSAGE_PATTERN="%{category} %{function}: %{message}",
                                **environment)
        self.said += done.stderr
        return done

    def test_a_day_leaves_nothing_about_anybody_on_the_side(self):
        folder = self.council.folder
        (folder / "people.csv").write_text(PEOPLE, encoding="utf-8")
        uri = self.council.postgres.uri()
        store, other = folder / "desk", folder / "other"
        for path in (store, other):
            self.assertEqual(self.run_loudly("device", "enrol", "--store", path, "--central", uri, "--agent",
                                             "asha").returncode, 0)
        self.run_loudly("import", "people", folder / "people.csv", "--store", store)
        entries = b"".join([
            line(1, note="She whispered about sausages."),
            line(2, note="whispered", special_category=[{"category": "health", "condition": "A9B", "schedule1": "S1P1",
                                                         "detail": "Secret-Diagnosis"}]),
            line(3, note="whispered", started_at="Quillfeather"),
            line(4, note="whispered", colour="Quillfeather"),
            b'{"note": "whispered sausages', b"\xff\xfeQuillfeather\n",
            line(5, note="sausages 4111 1111 1111 1111 whispered"),
            line(6, note="whispered", person="Zebedee Quillfeather"),
        ])
        logged = self.run_loudly("log", "--store", store, "-", stdin=entries)
        ids = [json.loads(row).get("id") for row in logged.stdout.splitlines()]
        self.run_loudly("sync", "--store", store, "--once")
        self.run_loudly("sync", "--store", other, "--once")
        self.run_loudly("search", "--store", other, "Quillfeather 07700 900123")
        found = self.run_loudly("search", "--notes", "--store", store, "whispered saus")
        self.assertIn("[whispered]", found.stdout.decode())
        (folder / "queries.txt").write_text("Zebedee Quillfeather\n1944-03-21\n", encoding="utf-8")
        self.run_loudly("search", "--store", other, "--batch", folder / "queries.txt")
        self.run_loudly("match", folder / "people.csv", "--out", folder / "pairs.csv")
        self.run_loudly("show", "interaction", ids[1] or "x", "--store", store, "--reason", "the caller asked")
        self.run_loudly("show", "person", "Zebedee Quillfeather", "--store", store)
        self.run_loudly("status", "--store", store)

        # The centre is lost, then refuses; the passphrase is wrong; the store is damaged.
        self.council.postgres.stop("immediate")
        self.run_loudly("log", "--store", store, "-", stdin=line(7, note="whispered"))
        self.run_loudly("sync", "--store", store, "--once")
        self.run_loudly("status", "--store", store, REEVE_PASSPHRASE="not this one")
        with open(store / "reeve.db", "r+b") as database:
            database.seek(40 * 4096)
            database.write(b"damage")
        self.run_loudly("search", "--store", store, "Quillfeather")
        self.council.postgres.start()
        self.run_loudly("sync", "--store", store, "--once")

        for word in WORDS:
            self.assertEqual([text for text in self.said.splitlines() if word.encode() in text], [], word)
        self.assertEqual(os.listdir(self.temporary), [], "no temporary file is left")
        for path in (store, other):
            self.assertEqual(traces(path, [*WORDS, "correct horse battery"]), [])

    def test_the_centres_own_log_quotes_nobody(self):
        # A payload it cannot take, an import it cannot read: PostgreSQL would quote the row in its log.
        folder = self.council.folder
        store = self.council.enrol()
        self.council.must("log", "--store", store, "-", stdin=line(1, note="She whispered about sausages."))
        self.council.sync(store)
        (folder / "people.csv").write_text(PEOPLE, encoding="utf-8")
        self.council.run("import", "people", folder / "people.csv", "--central", self.council.postgres.uri())
        log = (folder / "centre" / "log").read_bytes()
        self.assertGreater(len(log), 100)
        for word in WORDS:
            self.assertEqual([text for text in log.splitlines() if word.encode() in text], [], word)


if __name__ == "__main__":
    unittest.main()
