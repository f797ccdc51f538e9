# SPDX-License-Identifier: MIT
"""A desk whose disk is full to the last byte: it opens, shows and delivers what it has, and says that it takes nothing
new until there is room. Needs the right to mount a small file system; is skipped without."""

import errno
import json
import os
import subprocess
import unittest

from council import Council, line


class FullDisk(unittest.TestCase):
    def setUp(self):
        self.council = self.enterContext(Council())
        self.disk = self.council.folder / "disk"
        self.disk.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(self.disk)],
                                 capture_output=True, check=False)
        if mounted.returncode != 0:
            self.skipTest("needs the right to mount a small disk")
        self.addCleanup(subprocess.run, ["umount", "-l", str(self.disk)], check=False)
        self.desk = self.council.enrol("disk/desk")
        self.council.sync(self.desk)
        self.saved = []

    def log(self, numbers):
        """The finished process; what it acknowledged is remembered."""
        done = self.council.run("log", "--store", self.desk, "-", stdin=b"".join(line(number) for number in numbers))
        answers = [json.loads(answer) for answer in done.stdout.splitlines()]
        self.saved += [answer["id"] for answer in answers if "id" in answer]
        return done

    def fill(self):
        """To the last byte."""
        with open(self.disk / "ballast", "ab", buffering=0) as ballast:
            for size in (1 << 20, 4096, 1):
                try:
                    while True:
                        ballast.write(bytes(size))
                except OSError as error:
                    self.assertEqual(error.errno, errno.ENOSPC)
        self.assertEqual(os.statvfs(self.disk).f_bfree, 0)

    def assert_says_what_to_do(self, done):
        said = done.stderr.decode()
        self.assertIn("The disk is full", said)
        self.assertIn("nothing that was saved is lost", said)
        self.assertIn("make room", said)

    def at_the_centre(self):
        return [row[0] for row in self.council.postgres.query("SELECT id FROM reeve.interaction")]

    def assert_delivers_everything(self):
        done = self.council.run("sync", "--store", self.desk, "--once")
        summary = json.loads(done.stdout.splitlines()[-1])
        self.assertEqual((summary["pending"], summary["needs_attention"]), (0, 0), done.stderr)
        self.assertCountEqual(self.at_the_centre(), self.saved)
        return done

    def test_what_was_saved_until_the_disk_was_full_is_read_and_delivered(self):
        full = self.log(range(20000))
        self.assertEqual(full.returncode, 1)
        self.assert_says_what_to_do(full)
        self.assertGreater(len(self.saved), 400)
        self.fill()

        self.assertEqual(self.council.status(self.desk)["pending"], len(self.saved))
        shown = self.council.must("show", "interaction", self.saved[0], "--store", self.desk)[0]
        self.assertIn("Bin at no. 0", shown["notes"][0]["text"])
        refused = self.log([1])
        self.assertEqual((refused.returncode, refused.stdout), (1, b""))
        self.assert_says_what_to_do(refused)
        self.assert_delivers_everything()

    def test_a_disk_that_others_filled_is_opened_read_and_delivered_from(self):
        self.assertEqual(self.log(range(1200)).returncode, 0)
        self.fill()
        self.assertEqual(self.assert_delivers_everything().returncode, 0)
        self.assertTrue(self.council.status(self.desk)["disk_full"])
        refused = self.log([1])
        self.assertEqual((refused.returncode, refused.stdout), (1, b""))

        people = self.council.file("people.csv", "id,given_name,family_name\nR1,Joan,Hayward\n")
        self.council.must("import", "people", people, "--central", self.council.postgres.uri())
        told = self.assert_delivers_everything()
        self.assertEqual(told.returncode, 1, "what is new at the centre is not here")
        self.assertTrue(json.loads(told.stdout.splitlines()[-1])["disk_full"])
        self.assert_says_what_to_do(told)

        os.unlink(self.disk / "ballast")
        self.assertEqual(self.log([2]).returncode, 0)
        self.assertEqual(self.assert_delivers_everything().returncode, 0)
        status = self.council.status(self.desk)
        self.assertEqual((status["pending"], status["people"], status["disk_full"]), (0, 1, False))


if __name__ == "__main__":
    unittest.main()
