# SPDX-License-Identifier: MIT
"""A locked desk, in the real window: it is closed for good until somebody opens it, and nothing of the call is lost."""

import json
import time
import unittest

from council import BIN, PASSPHRASE, Council, traces
from screen_reader import in_session, sign_in

NOTE = "Rang about Quellenwasser Road and was cut off."


class LockedDesk(unittest.TestCase):
    def status_of(self, council, desk, timeout=30):
        """What a second process says of the desk: it can, once the window has let go of it."""
        until = time.monotonic() + timeout
        while True:
            answer = council.run("status", "--store", desk)
            if answer.returncode == 0:
                return json.loads(answer.stdout)
            if time.monotonic() > until:
                raise AssertionError(answer.stderr)
            time.sleep(0.3)

    def unlock(self, window):
        window.write(window.find("^Passphrase$", "password text"), PASSPHRASE)
        window.press(window.find("^Unlock$", "push button"))

    def note_in(self, window):
        return window.text_of(window.find("^Note", "text", timeout=20)).strip()

    def test_it_is_closed_behind_the_screen_and_comes_back_and_a_colleague_may_sign_in_instead(self):
        with Council() as council:
            desk = council.enrol()
            window = sign_in(self, [str(BIN / "reeve"), "--store", str(desk)], PASSPHRASE, council.folder)
            window.press(window.find("^New phone call in$", "push button"))
            window.write(window.find("^Note", "text"), NOTE)
            self.assertNotEqual(council.run("status", "--store", desk).returncode, 0)

            window.keys("ctrl+l")
            window.gone("^Note", "text")
            self.assertEqual(self.status_of(council, desk)["pending"], 0)
            window.find("^This desk is closed", "label")
            self.assertEqual(traces(desk, ["Quellenwasser"]), [])

            self.unlock(window)
            self.assertEqual(self.note_in(window), NOTE)
            self.assertNotEqual(council.run("status", "--store", desk).returncode, 0)

            window.keys("ctrl+l")
            window.press(window.find("^Somebody else signs in$", "push button"))
            window.find("^Who is at the desk", "label")
            window.write(window.find("^Passphrase$", "password text"), PASSPHRASE)
            window.press(window.find("^Sign in$", "push button"))
            self.assertEqual(self.note_in(window), NOTE)
            window.close()

            council.sync(desk)
            acts = [json.loads(row[0]) for row in council.postgres.query("SELECT record FROM reeve.desk_audit "
                                                                         "ORDER BY n")]
            ours = [(one["action"], one.get("reason", "")) for one in acts
                    if one["action"] in ("lock", "unlock", "desk_closed", "sign_out")]
            self.assertEqual(ours[:4], [("lock", "by_hand"), ("desk_closed", "locked"), ("unlock", ""),
                                        ("lock", "by_hand")])
            # Whichever came first.
            self.assertIn(ours[4], [("desk_closed", "locked"), ("sign_out", "somebody_else")])


if __name__ == "__main__":
    in_session(__file__)
    unittest.main()
