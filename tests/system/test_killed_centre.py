# SPDX-License-Identifier: MIT
"""PostgreSQL killed with -9 while a desk pushes: every acknowledged line is in the centre, once."""

import os
import random
import subprocess
import time
import unittest

from council import REEVECTL, Council, line

LINES = int(os.environ.get("REEVE_KILLED_LINES", "10000"))
SEED = int(os.environ.get("REEVE_SEED", "20261122"))


class KilledCentre(unittest.TestCase):
    def test_a_push_cut_by_a_dying_server_is_applied_once(self):
        chance = random.Random(SEED)
        with Council(settings=["fsync=on", "synchronous_commit=on"]) as council:
            desk = council.enrol()
            receipts = council.must("log", "--store", desk, "-", stdin=b"".join(line(n) for n in range(LINES)))
            ids = {receipt["id"] for receipt in receipts}
            self.assertEqual(len(ids), LINES)

            cut = 0
            for _ in range(4):
                known = int(council.postgres.value("SELECT count(*) FROM reeve.sync_entry"))
                if known == LINES:
                    break
                process = subprocess.Popen([REEVECTL, "sync", "--store", desk, "--once"], stdout=subprocess.DEVNULL,
                                           stderr=subprocess.DEVNULL, env=council.environment())
                # As soon as the first of this round is in: the rest is on its way, or its answers are.
                while process.poll() is None and \
                        int(council.postgres.value("SELECT count(*) FROM reeve.sync_entry")) == known:
                    time.sleep(chance.uniform(0, 0.01))
                council.postgres.kill()
                cut += process.wait(timeout=120) != 0
                council.postgres.start()
            self.assertGreaterEqual(cut, 1, f"seed {SEED}")

            # A desk may be told to come back later while the server recovers; it goes on by itself in the window.
            for _ in range(10):
                done = council.run("sync", "--store", desk, "--once")
                if done.returncode == 0:
                    break
                time.sleep(1)
            status = council.status(desk)
            self.assertEqual((status["pending"], status["needs_attention"]), (0, 0), f"seed {SEED}")
            rows = council.postgres.query("SELECT id, count(*) FROM reeve.interaction GROUP BY id")
            self.assertEqual({row[0]: row[1] for row in rows}, {key: "1" for key in ids}, f"seed {SEED}")


if __name__ == "__main__":
    unittest.main()
