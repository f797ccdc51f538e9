# SPDX-License-Identifier: MIT
"""Bad input gets a message that says what happened and what was kept, and nothing is lost."""

import json
import os
import shutil
import signal
import subprocess
import time
import unittest

from council import PASSPHRASE, REEVECTL, Council, line


class BadInput(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.council = Council().__enter__()
        cls.desk = cls.council.enrol()

    @classmethod
    def tearDownClass(cls):
        cls.council.__exit__()

    def pending(self):
        return self.council.status(self.desk)["pending"]

    def test_bad_lines_of_log_are_named_and_the_good_ones_are_kept(self):
        good = line(1)
        bad = {
            "not JSON": b"this is not json\n",
            "malformed UTF-8": good.replace(b"Bin", b"B\xff\xfen"),
            "unknown field": line(1, colour="red"),
            "unknown nested field": line(1, special_category=[{"category": "health", "condition": "A9B",
                                                               "schedule1": "S1P1", "detail": "x", "colour": 1}]),
            "wrong type": line(1, reasons="lgsl:524"),
            "unknown channel": line(1, channel="pigeon"),
            "no such date": line(1, started_at="2026-02-31T10:00:00Z"),
            "ends before it starts": line(1, ended_at="2020-01-01T00:00:00Z"),
            "NUL": line(1, note="a\u0000b"),
            "basis without Schedule 1": line(1, special_category=[{"category": "health", "condition": "A9G",
                                                                   "detail": "x"}]),
            "a field twice": line(1).replace(b'"channel"', b'"channel": "email", "channel"', 1),
            "a reason of no catalogue": line(1, reasons=["lgsl:99999"]),
        }
        before = self.pending()
        for name, content in bad.items():
            with self.subTest(name):
                done = self.council.run("log", "--store", self.desk, "-", stdin=good + content + good)
                self.assertEqual(done.returncode, 1, name)
                self.assertIn(b"line 2", done.stderr)
                receipts = [json.loads(text) for text in done.stdout.splitlines()]
                self.assertEqual(sum("seq" in receipt for receipt in receipts), 2)
                before += 2
                self.assertEqual(self.pending(), before)

    def test_unusual_but_honest_text_is_kept_byte_for_byte(self):
        note = "Ô café 🧡 \u202eright to left\u202c العربية\ttab\nline " + "x" * 50000
        logged = self.council.must("log", "--store", self.desk, "-", stdin=line(1, note=note))[0]
        self.council.sync(self.desk)
        shown = self.council.must("show", "interaction", logged["id"], "--central", self.council.postgres.uri())[0]
        self.assertIn(note, json.dumps(shown, ensure_ascii=False).replace("\\t", "\t").replace("\\n", "\n"))

    def test_a_desk_clock_ten_years_off_is_no_reason_to_refuse(self):
        for year in ("2016", "2036"):
            self.council.must("log", "--store", self.desk, "-", stdin=line(
                1, started_at=f"{year}-11-22T10:00:00Z", ended_at=f"{year}-11-22T10:04:00Z"))
        self.assertEqual(self.council.sync(self.desk)["needs_attention"], 0)

    def test_bad_rows_of_a_csv_are_reported_and_do_not_stop_the_rest(self):
        people = self.council.folder / "mixed.csv"
        rows = [b"id,given_name,family_name,date_of_birth,phone",
                b"G1,Ann,Good,01/02/1950,07700 900001",
                b"B1,Bad,Date,31/02/1950,",
                b"B2,Bad,Utf\xff8,,",
                b"B3," + b"n" * 1_000_000 + b",Long,,",
                b"B4,Nul\x00,Byte,,",
                b"B5,,,,",
                "G2,Zoë 🧡,ابن رشد,~1940,".encode(),
                b"G3,Odd,Phone,,not a number"]
        people.write_bytes(b"\n".join(rows) + b"\n")
        done = self.council.run("import", "people", people, "--store", self.desk)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        summary = json.loads(done.stdout.splitlines()[-1])
        self.assertEqual((summary["imported"], summary["rejected"]), (3, 5), done.stderr)
        rejected = (self.council.folder / "mixed.csv.rejected.csv")
        if not rejected.exists():
            rejected = self.council.folder / "mixed.rejected.csv"
        content = rejected.read_bytes()
        for name in (b"B1", b"B2", b"B4"):
            self.assertIn(name, content)
        self.assertEqual(rejected.stat().st_mode & 0o077, 0)

    def test_an_unknown_column_is_named(self):
        people = self.council.file("column.csv", "id,favourite_colour\nX1,red\n")
        done = self.council.run("import", "people", people, "--store", self.desk)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn(b"favourite_colour", done.stderr)

    def test_hostile_queries_are_only_text(self):
        for query in ('" OR 1=1 --', "*", "a*b NEAR(", "'; DROP TABLE person;", "\u202e", "🧡", "x" * 100000, "%", "_"):
            self.council.must("search", "--store", self.desk, query)
            self.council.must("search", "--notes", "--store", self.desk, query)

    def test_a_wrong_passphrase_changes_nothing_and_says_so(self):
        before = {path.name: path.read_bytes() for path in self.desk.iterdir() if path.suffix in (".db", ".keys")}
        done = self.council.run("status", "--store", self.desk, REEVE_PASSPHRASE="not the passphrase")
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"passphrase", done.stderr.lower())
        after = {path.name: path.read_bytes() for path in self.desk.iterdir() if path.suffix in (".db", ".keys")}
        self.assertEqual(before, after)
        self.council.status(self.desk)

    def test_a_secret_on_the_command_line_is_refused(self):
        done = self.council.run("central", "init", "--central",
                                self.council.postgres.uri().replace("postgres@", "postgres:secret@"))
        self.assertEqual(done.returncode, 2)
        self.assertNotIn(b"secret", done.stderr)

    def test_two_lists_of_duplicates_at_once_are_refused(self):
        done = self.council.run("duplicates", "--store", self.desk, "--search", "--decided")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"say one", done.stderr)

    def test_a_second_process_on_the_same_store_is_refused(self):
        from council import REEVECTL
        holder = subprocess.Popen([REEVECTL, "log", "--store", self.desk, "-"], stdin=subprocess.PIPE,
                                  stdout=subprocess.PIPE, env=self.council.environment())
        holder.stdin.write(line(1))
        holder.stdin.flush()
        holder.stdout.readline()
        done = self.council.run("status", "--store", self.desk)
        holder.stdin.close()
        holder.wait()
        holder.stdout.close()
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"another", done.stderr.lower())

    def test_a_central_database_of_a_newer_version_is_left_alone(self):
        desk = self.council.enrol("newer")
        self.council.must("log", "--store", desk, "-", stdin=line(1))
        version = self.council.postgres.value("SELECT max(version) FROM reeve.schema_version")
        self.council.postgres.query("INSERT INTO reeve.schema_version (version, name, reeve_version) "
                                    "VALUES (9999, 'from the future', '99.0')")
        try:
            init = self.council.run("central", "init", "--central", self.council.postgres.uri())
            self.assertEqual(init.returncode, 1)
            self.assertIn(b"newer", init.stderr.lower())
            self.council.run("sync", "--store", desk, "--once")
        finally:
            self.council.postgres.query("DELETE FROM reeve.schema_version WHERE version = 9999")
        self.assertEqual(version, self.council.postgres.value("SELECT max(version) FROM reeve.schema_version"))
        self.assertEqual(self.council.sync(desk)["pending"], 0)

    def test_a_full_disk_is_told_and_nothing_saved_is_lost(self):
        if os.geteuid() != 0:
            self.skipTest("needs root for a small file system")
        small = self.council.folder / "small"
        small.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", small], check=False,
                          capture_output=True).returncode != 0:
            self.skipTest("no tmpfs here")
        try:
            desk = small / "desk"
            shutil.copytree(self.council.enrol("roomy"), desk)
            done = self.council.run("log", "--store", desk, "-",
                                    stdin=b"".join(line(n, note="x" * 2000) for n in range(3000)))
            self.assertEqual(done.returncode, 1)
            self.assertIn(b"disk", done.stderr.lower())
            receipts = [json.loads(text) for text in done.stdout.splitlines()]
            kept = [receipt for receipt in receipts if "seq" in receipt]
            subprocess.run(["mount", "-o", "remount,size=64m", small], check=True)
            self.assertGreaterEqual(self.council.status(desk)["pending"], len(kept))
            self.council.must("log", "--store", desk, "-", stdin=line(1))
        finally:
            subprocess.run(["umount", "-l", small], check=False)

    def test_an_answer_that_cannot_be_written_is_said_to_be(self):
        before = self.pending()
        with open("/dev/full", "wb") as full:
            done = subprocess.run([REEVECTL, "log", "--store", str(self.desk), "-"], input=line(1), stdout=full,
                                  stderr=subprocess.PIPE, check=False, env=self.council.environment(), timeout=60)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"The answer could not be written", done.stderr)
        self.assertIn(b"stays done", done.stderr)
        self.assertEqual(self.pending(), before + 1)

    def test_a_file_without_an_end_can_be_interrupted(self):
        people = self.council.status(self.desk)["people"]
        running = subprocess.Popen([REEVECTL, "import", "people", "/dev/zero", "--store", str(self.desk)],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.council.environment())
        time.sleep(1)
        running.send_signal(signal.SIGINT)
        try:
            running.communicate(timeout=20)
        finally:
            running.kill()
        self.assertEqual(running.returncode, 1)
        self.assertEqual(self.council.status(self.desk)["people"], people)


if __name__ == "__main__":
    assert PASSPHRASE
    unittest.main()
