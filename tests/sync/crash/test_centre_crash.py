# SPDX-License-Identifier: MIT
"""L4, the centre: server points S1 to S6, each with a backend killed, the server killed, and an immediate shutdown.

A desk pushes; a trigger that only this test has holds the transaction at the point; then the server goes. What the
desk was told must be true, and everything it saved must be there once when it comes back. On the real set-up of
packaging/central: TLS, SCRAM, PgBouncer, a synchronous standby.
"""

import os
import signal
import subprocess
import sys
import time
import unittest
import pathlib
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "system"))

from centre import REEVECTL, Centre  # noqa: E402
from council import BIN, line  # noqa: E402

POWER_CUT = str((BIN / "libreeve_power_cut.so").resolve())

RUNS = int(os.environ.get("REEVE_CRASH_RUNS", "0"))      # 0: the short share

# Holds whoever comes by for as long as the row in `test.gate` is there; reads it afresh each time.
GATE = """
CREATE SCHEMA IF NOT EXISTS test;
CREATE TABLE IF NOT EXISTS test.gate (point text PRIMARY KEY);
CREATE OR REPLACE FUNCTION test.hold() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM test.gate g WHERE g.point = TG_ARGV[0]) THEN
        PERFORM pg_sleep(120);
    END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER s1 BEFORE INSERT ON reeve.interaction FOR EACH STATEMENT EXECUTE FUNCTION test.hold('S1');
DROP TRIGGER IF EXISTS s2 ON reeve.sync_entry;
CREATE CONSTRAINT TRIGGER s2 AFTER INSERT ON reeve.sync_entry DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION test.hold('S2');
CREATE OR REPLACE TRIGGER s6 AFTER INSERT ON reeve.quarantine FOR EACH STATEMENT EXECUTE FUNCTION test.hold('S6');
"""


class CentreCrash(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.council = Centre()
        cls.council.primary.psql(GATE)

    @classmethod
    def tearDownClass(cls):
        cls.council.__exit__()

    def setUp(self):
        self.desk = self.council.enrol(uuid.uuid4().hex[:8])
        self.council.sync(self.desk)

    def save(self, count, **more):
        receipts = self.council.must("log", "--store", self.desk, "-",
                                     stdin=b"".join(line(n, **more) for n in range(count)))
        return {receipt["id"] for receipt in receipts}

    def pushing(self, mutant=""):
        environment = self.council.environment()
        if mutant:
            environment.update(LD_PRELOAD=POWER_CUT, REEVE_MUTANT=mutant,
                               ASAN_OPTIONS="verify_asan_link_order=0:detect_leaks=0")
        return subprocess.Popen([REEVECTL, "sync", "--store", str(self.desk), "--once"], env=environment,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def held(self, server, wait, usual="PgSleep"):
        """Waits until a push of ours is held; its backends."""
        deadline = time.monotonic() + wait
        while time.monotonic() < deadline:
            found = server.backends(f"wait_event = '{usual}'")
            if found:
                return found
            time.sleep(0.02)
        self.fail(f"nobody waits for {usual}")

    def strike(self, kind, server, backends):
        if kind == "a backend is killed":
            for pid in backends:
                os.kill(pid, signal.SIGKILL)
            time.sleep(0.2)                  # PostgreSQL takes it for a crash and starts again by itself
            return
        if kind == "the server is killed":
            server.kill()
        else:
            server.stop("immediate")
        server.start()

    def back_up(self, server):
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                server.psql("SELECT 1")
                return
            except subprocess.CalledProcessError:
                time.sleep(0.1)
        self.fail("the server does not come back")

    def deliver(self, saved, state="applied"):
        for _ in range(30):
            done = self.council.run("sync", "--store", self.desk, "--once")
            if done.returncode == 0:
                break
            time.sleep(0.5)
        status = self.council.status(self.desk)
        self.assertEqual(status["pending"], 0)
        keys = ", ".join(f"'{key}'" for key in saved)
        table = "reeve.interaction WHERE id" if state == "applied" else "reeve.quarantine WHERE entry"
        rows = self.council.primary.psql(f"SELECT count(*) FROM {table} IN ({keys})")
        self.assertEqual(rows[0][0], str(len(saved)))

    def gate(self, point):
        server = self.council.primary
        server.psql("DELETE FROM test.gate")
        if point:
            server.psql(f"INSERT INTO test.gate VALUES ('{point}')")

    KINDS = ("a backend is killed", "the server is killed", "an immediate shutdown")

    def test_s1_s2_in_the_function_and_before_the_commit(self):
        for point in ("S1", "S2"):
            for kind in self.KINDS if RUNS else self.KINDS[point == "S1"::2]:
                with self.subTest(point=point, kind=kind):
                    saved = self.save(3)
                    self.gate(point)
                    desk = self.pushing()
                    backends = self.held(self.council.primary, 30)
                    self.strike(kind, self.council.primary, backends)
                    self.back_up(self.council.primary)
                    self.gate(None)
                    desk.communicate(timeout=90)
                    self.deliver(saved)

    def test_s6_while_it_puts_an_entry_aside(self):
        for kind in self.KINDS if RUNS else self.KINDS[1:2]:
            with self.subTest(kind=kind):
                # The same id with other content, from another desk: quarantined, with its bytes.
                key = str(uuid.uuid4())
                self.save(1, id=key)
                self.council.sync(self.desk)
                self.desk = self.council.enrol(uuid.uuid4().hex[:8])
                self.save(1, id=key, note="Quite another note under the same id.")
                self.gate("S6")
                desk = self.pushing()
                backends = self.held(self.council.primary, 30)
                self.strike(kind, self.council.primary, backends)
                self.back_up(self.council.primary)
                self.gate(None)
                desk.communicate(timeout=90)
                self.deliver({key}, "quarantined")
                self.assertEqual(self.council.status(self.desk)["needs_attention"], 1)

    def test_s3_flushed_and_not_replicated(self):
        """The standby is away: nothing is called sent, and nothing is sent twice when it comes back."""
        standby = self.council.standby
        for kind in self.KINDS if RUNS else self.KINDS[:2]:
            with self.subTest(kind=kind):
                saved = self.save(3)
                standby.signal_all(signal.SIGSTOP)
                try:
                    desk = self.pushing()
                    backends = self.held(self.council.primary, 30, "SyncRep")
                    self.strike(kind, self.council.primary, backends)
                finally:
                    standby.signal_all(signal.SIGCONT)
                self.back_up(self.council.primary)
                desk.communicate(timeout=90)
                self.deliver(saved)

    def wait_given_up(self, mutant):
        """The wait for the standby is cancelled while a desk pushes; what the desk then believes."""
        self.save(3)
        standby = self.council.standby
        standby.signal_all(signal.SIGSTOP)
        try:
            desk = self.pushing(mutant)
            deadline = time.monotonic() + 60
            while desk.poll() is None and time.monotonic() < deadline:
                for pid in self.council.primary.backends("wait_event = 'SyncRep'"):
                    self.council.primary.psql(f"SELECT pg_cancel_backend({pid})")
                time.sleep(0.02)
            out, _ = desk.communicate(timeout=60)
            return desk.returncode == 0 and b'"pending":0' in out
        finally:
            standby.signal_all(signal.SIGCONT)

    def test_a_commit_whose_standby_was_given_up_is_not_called_sent(self):
        """PostgreSQL says success and a warning; the desk believes the warning. M9, which does not, dies here."""
        self.assertFalse(self.wait_given_up(""))
        self.council.sync(self.desk)         # with its standby back, the same entries are sent, and there once
        self.assertTrue(self.wait_given_up("M9"), "the mutant should have believed it")

    def test_s4_replicated_and_the_answer_lost(self):
        saved = self.save(3)
        for one in self.council.lines:
            one.mode = "deaf"
        desk = self.pushing()
        time.sleep(1)
        for one in self.council.lines:
            one.drop()
            one.mode = "open"
        desk.communicate(timeout=90)
        self.deliver(saved)


class Promotion(unittest.TestCase):
    def test_s5_between_the_promotion_and_the_epoch(self):
        with Centre() as council:
            desk = council.enrol()
            receipts = council.must("log", "--store", desk, "-", stdin=b"".join(line(n) for n in range(5)))
            council.sync(desk)
            council.primary.kill()
            # By hand, without the epoch that promote-standby opens.
            subprocess.run([*council.standby.as_owner, str(council.standby.bin / "pg_ctl"), "promote", "-w", "-D",
                            str(council.standby.data)], check=True, cwd="/", capture_output=True)
            council.set_standbys(council.standby, "")
            server = council.standby
            self.assertEqual(server.psql("SELECT count(*) FROM reeve.epoch"), [["1"]])
            # Two desks at once are the first to come; the server dies in the middle and comes back.
            more = council.must("log", "--store", desk, "-", stdin=line(9))
            first = subprocess.Popen([REEVECTL, "sync", "--store", str(desk), "--once"], env=council.environment(),
                                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            deadline = time.monotonic() + 30
            while first.poll() is None and time.monotonic() < deadline and not server.backends():
                time.sleep(0.002)
            server.kill()
            first.wait(90)
            server.start()
            council.primary = council.postgres = server
            server.psql("SELECT reeve.current_epoch(NULL, NULL)")    # what promote-standby would have done
            for _ in range(20):
                if council.run("sync", "--store", desk, "--once").returncode == 0:
                    break
                time.sleep(0.5)
            self.assertEqual(council.status(desk)["pending"], 0)
            self.assertEqual(server.psql("SELECT count(*) FROM reeve.epoch"), [["2"]])
            self.assertEqual(server.psql("SELECT count(*) FROM reeve.interaction"), [[str(len(receipts + more))]])


if __name__ == "__main__":
    unittest.main()
