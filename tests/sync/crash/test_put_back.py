# SPDX-License-Identifier: MIT
"""L4, the centre put back to an earlier picture of its own disk: the same system, the same timeline, nobody says so.

Other desks move it on before the ones come by that have seen what it forgot. What was acknowledged must all be there
again, whether it was called sent or safe; a desk revoked in the lost time must read nothing; and what cannot be sent
again, since the desk gave up its restricted content when it was safe, must be told of.
"""

import subprocess
import time
import unittest
import uuid

from crash import CrashCouncil, line


class PutBack(unittest.TestCase):
    def setUp(self):
        self.council = CrashCouncil(["fsync=off"])

    def tearDown(self):
        self.council.__exit__()

    def snapshot(self, source, target):
        """Copies the stopped centre's disk, as its owner."""
        self.council.postgres.stop()
        subprocess.run(["rm", "-rf", str(target)], check=True)
        subprocess.run(["cp", "-a", str(source), str(target)], check=True)
        self.council.postgres.start()

    def log(self, desk, count, **more):
        lines = b"".join(line(n, id=str(uuid.uuid4()), **more) for n in range(count))
        return {receipt["id"] for receipt in self.council.must("log", "--store", desk, "-", stdin=lines)}

    def there(self):
        return {row[0]: int(row[1]) for row in self.council.postgres.query(
            "SELECT id, count(*) FROM reeve.interaction GROUP BY id")}

    def deliver(self, desk):
        """Before somebody has confirmed the restore a desk delivers and reads nothing: it does not come to its end."""
        self.council.run("sync", "--store", desk, "--once")

    def test_what_was_acknowledged_is_there_again_and_nobody_reads_before_it_is_confirmed(self):
        council, data = self.council, self.council.postgres.data
        council.postgres.query("UPDATE reeve.setting SET value = 'on' WHERE name = 'hold_after_restore'")
        seen, quick, busy, stolen = (council.desk(name) for name in ("seen", "quick", "busy", "stolen"))
        for desk in (seen, quick, busy, stolen):
            council.sync(desk)
        acknowledged = self.log(seen, 3)
        council.sync(seen)
        kept = council.folder / "kept"
        self.snapshot(data, kept)

        # The lost time: what one desk sends becomes safe; the stolen desk is revoked.
        acknowledged |= self.log(seen, 5)
        council.sync(seen)
        restricted = self.log(seen, 1, special_category=[{"category": "health", "condition": "A9B",
                                                         "schedule1": "S1P1", "detail": "Cannot lift."}])
        council.sync(seen)
        for _ in range(20):             # until the centre calls it safe
            time.sleep(1.1)
            council.sync(seen)
            states = {entry["state"] for entry in council.inspect(seen)["outbox"]}
            if states == {2}:
                break
        self.assertEqual(states, {2})
        acknowledged |= self.log(quick, 4)
        council.sync(quick)
        device = council.postgres.value("SELECT id FROM reeve.device WHERE name = 'stolen'")
        council.must("central", "device", "revoke", device, "--central", council.postgres.uri(), "--reason", "stolen")

        self.snapshot(kept, data)
        self.assertEqual(len(self.there()), 3)
        for _ in range(12):             # busy has seen nothing of it, and moves the centre beyond all that was seen
            acknowledged |= self.log(busy, 5)
            council.sync(busy)
        self.assertEqual(council.postgres.value("SELECT count(*) FROM reeve.epoch"), "1")

        for desk in (seen, quick):
            self.deliver(desk)
        there = self.there()
        self.assertEqual({key: there.get(key) for key in acknowledged}, dict.fromkeys(acknowledged, 1))
        self.assertEqual(council.postgres.value("SELECT count(*) FROM reeve.epoch"), "2")
        self.assertTrue(council.must("central", "status", "--central", council.postgres.uri())[-1]["awaits_confirmation"])
        self.assertFalse(restricted & set(there))
        self.assertEqual(council.status(seen)["needs_attention"], 1)

        self.assertNotEqual(council.run("sync", "--store", busy, "--once").returncode, 0)
        council.must("central", "device", "revoke", device, "--central", council.postgres.uri(), "--reason", "stolen")
        council.must("central", "confirm-restore", "--central", council.postgres.uri(), "--reason", "a snapshot")
        for desk in (seen, quick, busy):
            council.sync(desk)
            self.assertEqual(council.status(desk)["pending"], 0)
        self.assertEqual(council.postgres.value("SELECT count(*) FROM reeve.epoch WHERE reason <> 'first'"), "1")
        self.assertNotEqual(council.run("sync", "--store", stolen, "--once").returncode, 0)
        self.assertEqual(council.postgres.value("SELECT count(*) FROM reeve.audit WHERE action = 'copy_found'"), "0")


if __name__ == "__main__":
    unittest.main()
