# SPDX-License-Identifier: MIT
"""10,000 lines through `reevectl log`, killed with -9 at random moments and retried: every id printed is in the centre, once."""

import json
import os
import random
import subprocess
import unittest
import uuid

from council import REEVECTL, Council, line

LINES = int(os.environ.get("REEVE_KILLED_LINES", "10000"))
SEED = int(os.environ.get("REEVE_SEED", "20261122"))


class KilledLog(unittest.TestCase):
    def test_every_acknowledged_line_is_in_the_centre_once(self):
        chance = random.Random(SEED)
        ids = [str(uuid.UUID(int=chance.getrandbits(128), version=4)) for _ in range(LINES)]
        lines = [line(number, id=ids[number]) for number in range(LINES)]
        acknowledged = {}
        kills = 0
        with Council() as council:
            desk = council.enrol()
            next_line = 0
            while next_line < LINES:
                process = subprocess.Popen([REEVECTL, "log", "--store", desk, "-"], stdin=subprocess.PIPE,
                                           stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                           env=council.environment())
                share = lines[next_line:]
                until = chance.randint(1, 3000)      # receipts to read before the kill
                writer = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=process.stdin)
                process.stdin.close()
                feeder = os.fork()
                if feeder == 0:                      # feeds the pipe; dies with it
                    try:
                        writer.stdin.write(b"".join(share))
                        writer.stdin.close()
                    except OSError:
                        pass
                    os._exit(0)
                writer.stdin.close()
                got = 0
                for answer in process.stdout:
                    try:
                        receipt = json.loads(answer)
                    except ValueError:
                        break                        # torn by the kill: not acknowledged
                    if not answer.endswith(b"\n"):
                        break
                    acknowledged[receipt["id"]] = receipt["seq"]
                    got += 1
                    if got >= until:
                        process.kill()
                        kills += 1
                        break
                for answer in process.stdout:        # what it had printed before it died counts too
                    if answer.endswith(b"\n"):
                        receipt = json.loads(answer)
                        acknowledged[receipt["id"]] = receipt["seq"]
                process.kill()
                process.wait()
                process.stderr.close()
                process.stdout.close()
                writer.kill()
                writer.wait()
                os.waitpid(feeder, 0)
                # A script retries from the first line it has no receipt for; a few it has are sent twice.
                next_line = next((n for n in range(LINES) if ids[n] not in acknowledged), LINES)
                if next_line < LINES:
                    next_line = max(0, next_line - chance.randint(0, 5))
            self.assertGreater(kills, 2, f"seed {SEED}")

            summary = council.sync(desk)
            self.assertEqual((summary["pending"], summary["needs_attention"]), (0, 0), f"seed {SEED}")
            rows = council.postgres.query("SELECT id, count(*) FROM reeve.interaction GROUP BY id")
            self.assertEqual({row[0]: row[1] for row in rows}, {key: "1" for key in acknowledged}, f"seed {SEED}")
            self.assertEqual(set(acknowledged), set(ids))
            self.assertEqual(council.postgres.value("SELECT count(*) FROM reeve.note"), str(LINES))
            sequences = sorted(acknowledged.values())
            self.assertEqual(sequences, list(range(1, LINES + 1)), "numbered without gaps")


if __name__ == "__main__":
    unittest.main()
