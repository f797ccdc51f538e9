# SPDX-License-Identifier: MIT
"""`reevectl demo` tells the whole story from nothing and fails when any part of it is not true."""

import subprocess
import unittest

from council import REEVECTL


class Demo(unittest.TestCase):
    def test_the_demo_ends_well(self):
        done = subprocess.run([REEVECTL, "demo", "--headless"], capture_output=True, text=True, timeout=300,
                              check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main()
