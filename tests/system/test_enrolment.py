# SPDX-License-Identifier: MIT
"""`reevectl device enrol` that comes to nothing leaves no store: nobody answered, or it was killed with -9 while the centre
was asked. The next one begins anew, whoever it is for."""

import socket
import subprocess
import unittest

from council import REEVECTL, Council, free_port


class Enrolment(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.council = cls.enterClassContext(Council())

    @staticmethod
    def enrol(store, port):
        return [REEVECTL, "device", "enrol", "--store", str(store), "--agent", "asha", "--central",
                f"postgresql://127.0.0.1:{port}/reeve"]

    def is_no_store(self, store):
        done = self.council.run("status", "--store", store)
        self.assertEqual(done.returncode, 1)
        self.assertNotIn(b"passphrase", done.stderr)

    def begins_anew(self, store):
        self.council.must("device", "enrol", "--store", store, "--central", self.council.postgres.uri(), "--agent",
                          "asha")
        self.assertEqual(self.council.sync(store)["pending"], 0)

    def test_killed_while_the_centre_is_asked(self):
        store = self.council.folder / "killed"
        with socket.create_server(("127.0.0.1", 0)) as mute:  # takes the connection and never says a word
            with subprocess.Popen(self.enrol(store, mute.getsockname()[1]), stderr=subprocess.DEVNULL,
                                  env=self.council.environment(REEVE_PASSPHRASE="somebody else's")) as process:
                mute.settimeout(60)
                asked, _ = mute.accept()
                with asked:
                    self.assertTrue((store / "reeve.db").exists())  # all that can be missing here is there
                    process.kill()
                    process.wait()
        self.is_no_store(store)
        self.begins_anew(store)

    def test_nobody_answers(self):
        for folder in ("new", "there"):
            store = self.council.folder / folder
            if folder == "there":
                store.mkdir()
            done = subprocess.run(self.enrol(store, free_port()), env=self.council.environment(), capture_output=True,
                                  check=False, timeout=120)
            self.assertEqual(done.returncode, 1)
            self.assertEqual(store.exists(), folder == "there")
            if folder == "there":
                self.assertEqual(list(store.iterdir()), [])
            self.begins_anew(store)


if __name__ == "__main__":
    unittest.main()
