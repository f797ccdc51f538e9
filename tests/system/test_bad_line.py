# SPDX-License-Identifier: MIT
"""L5 on real packets: two machines with 40 ms and 1 % loss between them, and somebody at the cable."""

import json
import time
import unittest

from bad_line import BadLine, FarCouncil
from council import line


class BadLineTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.line = BadLine(40, 1, 20)
        cls.council = FarCouncil(cls.line)

    @classmethod
    def tearDownClass(cls):
        cls.council.__exit__()
        cls.line.close()

    def tearDown(self):
        self.line.switch("open")

    def log(self, store, first, count):
        done = self.council.desk("log", "--store", store, "-",
                                 stdin=b"".join(line(n) for n in range(first, first + count)))
        self.assertEqual(done.returncode, 0, done.stderr)
        return {json.loads(answer)["id"] for answer in done.stdout.splitlines()}

    def deliver(self, store):
        """Until nothing waits; how many times it had to be tried."""
        for attempt in range(1, 6):
            done = self.council.desk("sync", "--store", store, "--once")
            if done.returncode == 0 and json.loads(done.stdout.splitlines()[-1])["pending"] == 0:
                return attempt
        self.fail(f"not delivered: {done.stderr.decode()}")

    def held(self, device):
        return [row[0] for row in
                self.council.postgres.query(f"SELECT id FROM reeve.interaction WHERE device = '{device}'")]

    def check_held(self, device, told):
        held = self.held(device)
        self.assertEqual(len(held), len(told))
        self.assertEqual(set(held), told)

    def device(self, store):
        return json.loads(self.council.desk("status", "--store", store).stdout.splitlines()[-1])["device"]

    def test_a_line_that_is_cut_in_the_middle_of_a_delivery_loses_nothing_and_doubles_nothing(self):
        store = self.council.enrol_far("cut")
        device = self.device(store)
        told = self.log(store, 0, 3000)
        sync = self.council.desk("sync", "--store", store, "--once", start=True)
        until = time.monotonic() + 30
        while not self.held(device) and time.monotonic() < until:
            time.sleep(0.02)
        self.line.switch("cut")
        self.assertIsNone(sync.poll(), "cut too late to be of interest")
        out, said = sync.communicate(timeout=120)    # it notices by itself that nobody answers
        self.assertNotEqual(sync.returncode, 0, out)
        self.assertIn(b"stays saved", said)
        self.assertLess(len(self.held(device)), len(told))
        told |= self.log(store, 3000, 20)            # the desk works on
        self.line.switch("open")
        self.assertEqual(self.deliver(store), 1)
        self.check_held(device, told)

    def test_answers_that_never_arrive_are_asked_for_again_and_nothing_is_there_twice(self):
        store = self.council.enrol_far("deaf")
        device = self.device(store)
        told = self.log(store, 0, 200)
        self.line.switch("deaf")
        done = self.council.desk("sync", "--store", store, "--once")
        self.assertNotEqual(done.returncode, 0)
        self.line.switch("open")
        self.assertEqual(self.deliver(store), 1)
        self.check_held(device, told)


if __name__ == "__main__":
    unittest.main()
