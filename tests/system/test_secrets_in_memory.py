# SPDX-License-Identifier: MIT
"""A running reevectl: who may look into it, and what is to be found there. Looking takes root."""

import os
import re
import shutil
import subprocess
import unittest

from council import AGENT_PASSWORD, PASSPHRASE, REEVECTL, Council, line


def mappings(pid):
    """(begin, end, name, is guarded) of everything that can be written: guarded is locked and not dumped."""
    found = []
    with open(f"/proc/{pid}/smaps", encoding="utf-8", errors="replace") as smaps:
        for text in smaps:
            head = re.match(r"([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \S+\s*(.*)", text)
            if head:
                found.append([int(head[1], 16), int(head[2], 16), head[4].strip(), head[3].startswith("rw"), False])
            elif text.startswith("VmFlags:"):
                flags = text.split()
                found[-1][4] = "lo" in flags and "dd" in flags
    return [(begin, end, name, guarded) for begin, end, name, writable, guarded in found if writable]


def places(pid, text):
    """How often it is in guarded memory, and where else."""
    guarded, elsewhere = 0, []
    patterns = [text.encode(), text.encode("utf-16-le")]
    with open(f"/proc/{pid}/mem", "rb", 0) as memory:
        for begin, end, name, is_guarded in mappings(pid):
            try:
                memory.seek(begin)
                content = memory.read(end - begin)
            except (OSError, ValueError, OverflowError):
                continue
            count = sum(content.count(pattern) for pattern in patterns)
            if is_guarded:
                guarded += count
            elif count:
                elsewhere.append(f"{name or 'anonymous'}: {count}")
    return guarded, elsewhere


@unittest.skipUnless(os.geteuid() == 0, "looking into another process takes root")
class SecretsInMemory(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.council = Council()
        cls.store = cls.council.enrol()

    @classmethod
    def tearDownClass(cls):
        cls.council.__exit__()

    def setUp(self):
        environment = self.council.environment()
        self.process = subprocess.Popen([REEVECTL, "log", "--store", str(self.store), "-"], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, env=environment)
        self.process.stdin.write(line(1))
        self.process.stdin.flush()
        self.process.stdout.readline()      # it is open, has written, and waits for the next line
        self.pid = self.process.pid

    def tearDown(self):
        self.process.stdin.close()
        self.process.wait(30)
        self.process.stdout.close()

    def test_a_running_program_has_its_passphrase_in_guarded_memory_or_nowhere(self):
        for secret in (PASSPHRASE, AGENT_PASSWORD):
            guarded, elsewhere = places(self.pid, secret)
            self.assertEqual(elsewhere, [], secret)
        self.assertNotEqual(places(self.pid, "reeve.db")[1], [], "the look itself sees")

    def test_nothing_of_it_is_in_its_environment_or_its_command_line(self):
        for file in ("environ", "cmdline"):
            with open(f"/proc/{self.pid}/{file}", "rb") as shown:
                content = shown.read()
            self.assertNotIn(PASSPHRASE.encode(), content)
            self.assertNotIn(AGENT_PASSWORD.encode(), content)

    def test_keys_are_locked_out_of_swap_and_the_process_out_of_core_dumps(self):
        with open(f"/proc/{self.pid}/status", encoding="utf-8") as status:
            locked = int(re.search(r"VmLck:\s+(\d+) kB", status.read())[1])
        self.assertGreater(locked, 0)
        self.assertTrue(any(guarded for _, _, _, guarded in mappings(self.pid)))
        with open(f"/proc/{self.pid}/limits", encoding="utf-8") as limits:
            self.assertRegex(limits.read(), r"Max core file size\s+0\s+0")
        # Not dumpable: its files in /proc belong to root, whoever runs it.
        self.assertEqual(os.stat(f"/proc/{self.pid}/mem").st_uid, 0)

    def test_another_process_of_the_same_person_cannot_look_into_it(self):
        nobody = 65534
        theirs = self.council.folder / "theirs"
        self.process.stdin.close()
        self.process.wait(30)
        shutil.copytree(self.store, theirs)
        self.council.folder.chmod(0o711)
        for path in (theirs, *theirs.iterdir()):
            os.chown(path, nobody, nobody)
        environment = {"REEVE_PASSPHRASE": PASSPHRASE, "HOME": "/", "LC_ALL": "C.UTF-8"}
        look = ("import ctypes, sys; libc = ctypes.CDLL(None); attach = 16;"
                "sys.exit(7 if libc.ptrace(attach, int(sys.argv[1]), 0, 0) == 0 else 5)")

        def looks(pid):
            return subprocess.run(["/usr/bin/python3", "-c", look, str(pid)], user=nobody, check=False,
                                  env={"HOME": "/"}).returncode

        plain = subprocess.Popen(["sleep", "30"], user=nobody)
        child = subprocess.Popen([REEVECTL, "log", "--store", str(theirs), "-"], stdin=subprocess.PIPE,
                                 stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, user=nobody, env=environment)
        try:
            child.stdin.write(line(2))
            child.stdin.flush()
            if not child.stdout.readline():
                self.skipTest("somebody else than root cannot run this build")
            if looks(plain.pid) != 7:
                self.skipTest("nobody may look at anything on this machine")
            self.assertEqual(looks(child.pid), 5)
        finally:
            plain.kill()
            plain.wait(30)
            child.stdin.close()
            child.wait(30)
            child.stdout.close()


if __name__ == "__main__":
    unittest.main()
