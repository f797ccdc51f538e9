# SPDX-License-Identifier: MIT
"""reevectl with whatever somebody puts on its command line: an exit code that says so, words, and nothing done."""

import json
import os
import random
import stat
import subprocess
import tempfile
import unittest

from council import PASSPHRASE, REEVECTL

COMMANDS = [["central", "init"], ["central", "agent", "add"], ["central", "private"], ["device", "enrol"],
            ["import", "people"], ["log"], ["sync"], ["status"], ["search"], ["match"], ["show", "person"],
            ["show", "interaction"]]
NOWHERE = "postgresql://127.0.0.1:1/reeve"
HOSTILE = ["", " ", "-", "--", "---", "--=", "=", "--store", "--store=", "--store=/dev/null", "--limit=-1", "--limit=0",
           "--limit=1e9", "--limit=99999999999999999999", "--limit=0x10", "--limit=\u0663", "%s%n%x", "$(id)", "`id`",
           "; rm -rf /", "../../../etc/passwd", "/dev/full", "/proc/self/mem", "\x1b[2J\x1b]0;title\x07", "\u202egnp.",
           "A" * 100_000, "\udcff\udcfe", "0" * 36, "{00000000-0000-0000-0000-000000000000}", "--help=x", "--once=1",
           "--central=postgresql://", "--central=x", "--passphrase=hunter2", "--role", "--reason", "--agent=../..",
           "--batch=/dev/zero0", "--map=a=b=c,,=,", "--out=.", NOWHERE]


class HostileArguments(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="reeve-arguments-")
        self.addCleanup(self.folder.cleanup)

    def run_with(self, *words, stdin=b"", **environment):
        done = subprocess.run([os.fsencode(REEVECTL), *(os.fsencode(word) for word in words)], input=stdin,
                              capture_output=True, check=False, cwd=self.folder.name, timeout=60,
                              env={**os.environ, "REEVE_PASSPHRASE": PASSPHRASE, "LC_ALL": "C.UTF-8", **environment})
        shown = [word[:60] for word in words]
        self.assertIn(done.returncode, (0, 1, 2), shown)
        if done.returncode:
            self.assertTrue(done.stderr.strip(), shown)
        for byte in (b"\x1b", b"\x07", b"\x9b", b"\0"):
            self.assertNotIn(byte, done.stderr, shown)
        if b"--help" not in map(os.fsencode, words) and done.returncode != 0:
            for row in done.stdout.splitlines():
                json.loads(row)
        return done

    def test_every_command_survives_every_word(self):
        random.seed(7)
        for command in COMMANDS:
            with self.subTest(" ".join(command)):
                # Each in its turn as what follows the command, a few at a time: a process for every pair takes long.
                words = HOSTILE.copy()
                random.shuffle(words)
                while words:
                    some = [words.pop() for _ in range(min(len(words), random.randint(1, 9)))]
                    self.run_with(*command, *some)
        self.assertEqual(os.listdir(self.folder.name), [], "nothing was made")

    def test_a_wrong_option_is_wrong_usage_and_named(self):
        for command in COMMANDS:
            done = self.run_with(*command, "--no-such-option")
            self.assertEqual(done.returncode, 2, command)
            self.assertIn(b"--no-such-option", done.stderr)

    def test_no_command_and_half_a_command_are_wrong_usage(self):
        for words in (["central"], ["device"], ["show"], ["import"], ["cent"], ["CENTRAL", "init"], ["central init"]):
            self.assertEqual(self.run_with(*words).returncode, 2, words)

    def test_a_secret_among_the_arguments_is_refused_and_not_repeated(self):
        for words in (["--passphrase", "hunter2"], ["--passphrase=hunter2"], ["--password=hunter2"],
                      ["--central", "postgresql://asha:hunter2@db.example.org/reeve"],
                      ["--central", "host=db.example.org password=hunter2"],
                      ["--central", "postgresql://db.example.org/reeve?password=hunter2"],
                      ["--central", "postgresql://db.example.org/reeve?sslpassword=hunter2"]):
            done = self.run_with("device", "enrol", "--store", "desk", "--agent", "asha", *words)
            self.assertNotEqual(done.returncode, 0, words)
            self.assertNotIn(b"hunter2", done.stderr + done.stdout)
            self.assertFalse(os.path.exists(os.path.join(self.folder.name, "desk")))

    def test_a_secret_that_is_none_is_said_to_be_none(self):
        for secret in ("", "short", "x" * 100_000, "\udcff\udcfe\udcfd" * 4):
            done = self.run_with("status", "--store", "desk", REEVE_PASSPHRASE=secret)
            self.assertIn(done.returncode, (1, 2))
        for file in ("/dev/null", "/", "/nonexistent", "/proc/self/mem"):
            done = self.run_with("status", "--store", "desk", "--passphrase-file", file)
            self.assertIn(done.returncode, (1, 2))

    def test_a_store_that_is_no_folder_of_ours_is_left_alone(self):
        path = os.path.join(self.folder.name, "file")
        with open(path, "w", encoding="utf-8") as file:
            file.write("mine")
        os.mkdir(os.path.join(self.folder.name, "empty"))
        os.symlink("/", os.path.join(self.folder.name, "link"))
        for store in (path, "empty", "link", "/dev/null", "/proc", "nowhere/at/all", ".", "a" * 5000):
            for command in (["status"], ["search", "x"], ["sync"], ["log", "-"]):
                done = self.run_with(*command, "--store", store)
                self.assertIn(done.returncode, (1, 2), (store[:40], command))
        with open(path, encoding="utf-8") as file:
            self.assertEqual(file.read(), "mine")
        self.assertEqual(os.listdir(os.path.join(self.folder.name, "empty")), [])

    def test_output_that_cannot_be_written_is_a_failure(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([REEVECTL, "match", self.people(), "--out", "pairs.csv"], stdout=full, check=False,
                                  stderr=subprocess.PIPE, cwd=self.folder.name, timeout=60)
        self.assertEqual(done.returncode, 1)

    def test_nothing_but_an_ordinary_file_is_ever_replaced(self):
        pipe = os.path.join(self.folder.name, "pipe")
        os.mkfifo(pipe)
        os.mkdir(os.path.join(self.folder.name, "folder"))
        os.symlink("pipe", os.path.join(self.folder.name, "link"))
        for name in ("pipe", "folder", "link"):
            done = self.run_with("match", self.people(), "--out", name)
            self.assertEqual(done.returncode, 1, name)
            self.assertIn(b"not an ordinary file", done.stderr)
        self.assertTrue(stat.S_ISFIFO(os.stat(pipe).st_mode))

    def test_nothing_but_an_ordinary_file_is_brought_in(self):
        """Each of them reads its file more than once: at a pipe it would wait for ever, and hold the store."""
        people = self.people()
        os.mkfifo(os.path.join(self.folder.name, "pipe"))
        os.mkdir(os.path.join(self.folder.name, "folder"))
        os.symlink("pipe", os.path.join(self.folder.name, "link"))
        for name, kind in (("pipe", b"a pipe"), ("folder", b"a folder"), ("link", b"a pipe"),
                           ("/dev/null", b"a device"), ("/dev/stdin", b"a pipe")):
            for command in (["import", "people", name, "--dry-run"], ["import", "people", name, "--store", "desk"],
                            ["import", "gazetteer", name, "--store", "desk"], ["match", name, "--out", "pairs.csv"],
                            ["match", people, name, "--out", "pairs.csv"]):
                done = self.run_with(*command)
                self.assertEqual(done.returncode, 1, (name, command))
                self.assertIn(os.fsencode(name) + b" is " + kind + b" and not an ordinary file", done.stderr)
        done = self.run_with("import", "people", "nowhere.csv", "--dry-run")
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"cannot be read", done.stderr)

    def test_what_is_missing_is_wrong_usage_and_named(self):
        entry = "00000000-0000-4000-8000-000000000000"
        for command in (["status"], ["log"], ["sync"], ["search", "x"], ["show", "person", "c1"], ["merge", "a", "b"],
                        ["duplicates"], ["address", "x"], ["confirm", "a", "phone"], ["device", "rotate-key"],
                        ["import", "gazetteer", self.people()], ["unmerge", entry], ["store", "recover"],
                        ["device", "agent", "add", "sam"], ["device", "passphrase"], ["occupants", "a"],
                        ["relate", "a", "b", "--as", "carer"], ["unrelate", "a", "b"],
                        ["device", "enrol", "--agent", "asha", "--central", NOWHERE]):
            for place in ([], ["--store="]):
                done = self.run_with(*command, *place)
                self.assertEqual(done.returncode, 2, command)
                self.assertIn(b"--store", done.stderr.splitlines()[0], command)
            done = self.run_with(*command, "--store", "desk", REEVE_PASSPHRASE="")
            self.assertEqual(done.returncode, 2, command)
            self.assertIn(b"REEVE_PASSPHRASE", done.stderr, command)
        for command in ("show", "reject", "mend"):
            done = self.run_with("central", "quarantine", command, entry, "--payload", "-", "--central", NOWHERE)
            self.assertEqual(done.returncode, 2, command)
        for command, missing in ((["central", "quarantine", "show", entry, "--central", NOWHERE], b"--reason"),
                                 (["central", "confirm-restore", "--central", NOWHERE], b"--reason"),
                                 (["central", "quarantine", "reapply"], b"ENTRY"), (["merge", "a"], b"ABSORBED"),
                                 (["relate", "a"], b"OTHER"), (["relate", "a", "b", "--store", "d"], b"--as"),
                                 (["match", self.people()], b"--out"), (["device", "enrol", "--store", "d"], b"--cent")):
            done = self.run_with(*command)
            self.assertEqual(done.returncode, 2, command)
            self.assertIn(missing, done.stderr.splitlines()[0], command)

    def test_a_file_that_is_read_is_not_written_over(self):
        people = self.people()
        with open(people, "rb") as file:
            before = file.read()
        os.symlink("people.csv", os.path.join(self.folder.name, "soft"))
        os.link(people, os.path.join(self.folder.name, "hard"))
        other = os.path.join(self.folder.name, "other.csv")
        with open(other, "wb") as file:
            file.write(before)
        for out in ("people.csv", people, "./people.csv", "soft", "hard", os.path.join(self.folder.name, ".", "soft")):
            for inputs in ([people], [other, people]):
                done = self.run_with("match", *inputs, "--out", out)
                self.assertEqual(done.returncode, 2, out)
                self.assertIn(b"people.csv", done.stderr)
        with open(people, "rb") as file:
            self.assertEqual(file.read(), before)
        self.assertEqual(self.run_with("match", people, other, "--out", "pairs.csv").returncode, 0)

    def test_a_name_that_means_nothing_is_not_passed_over(self):
        people = self.people()
        for command in (["import", "people", people, "--dry-run"], ["match", people, "--out", "pairs.csv"]):
            done = self.run_with(*command, "--map", "given_name=nope")
            self.assertEqual(done.returncode, 1, command)
            self.assertIn(b"nope", done.stderr)
            self.assertIn(b"family_name", done.stderr, "what there is")
        done = self.run_with("import", "people", people, "--dry-run", "--map", "foo=bar")
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"foo", done.stderr)
        self.assertIn(b"date_of_birth", done.stderr, "what there is")
        done = self.run_with("match", people, "--out", "pairs.csv", "--map", "known_as=given_name")
        self.assertEqual(done.returncode, 0)

    def test_a_file_is_called_by_its_name(self):
        empty = os.path.join(self.folder.name, "empty.csv")
        with open(empty, "w", encoding="utf-8"):
            pass
        done = self.run_with("match", self.people(), empty, "--out", "pairs.csv")
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"empty.csv", done.stderr)

    def people(self):
        path = os.path.join(self.folder.name, "people.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write("id,given_name,family_name,date_of_birth\n1,Ann,Example,1950-01-01\n2,Ann,Example,1950-01-01\n")
        return path


if __name__ == "__main__":
    unittest.main()
