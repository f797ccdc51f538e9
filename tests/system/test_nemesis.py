# SPDX-License-Identifier: MIT
"""L5: twenty desks and a whole centre, and somebody who breaks things by a seed.

The desks are real processes (`reevectl log`, `sync --once`, `sync --watch`); the centre is a primary with a synchronous
standby and a PgBouncer before each, set up by the files of packaging/central. The nemesis cuts the line, both ways or
one, drops it, slows it; stops processes and lets them go on; kills desks, backends and the server; restarts PgBouncer;
fills disks; sets clocks wrong; promotes the standby; and restores a base backup. At the end everything is healed, and
the history of what the desks were told is compared with what the centre holds.

The long run:  REEVE_NEMESIS_SECONDS=600 REEVE_SEED=7 python3 -B tests/system/test_nemesis.py -v
A failure prints seed and commit, and where the history is.
"""

import json
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import unittest
import uuid

from centre import ADMIN_PASSWORD, REEVECTL, Centre
from council import commit_of_sources, line
from history import History, check, digest

SECONDS = float(os.environ.get("REEVE_NEMESIS_SECONDS", "20"))
SEED = int(os.environ.get("REEVE_SEED", "20261122"))
DESKS = int(os.environ.get("REEVE_NEMESIS_DESKS", "20"))
FAKETIME = next(pathlib.Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)


class Desk(threading.Thread):
    """One desk and whoever works at it."""

    def __init__(self, number, council, history, seed):
        super().__init__(daemon=True)
        self.number, self.name, self.council, self.history = number, f"desk{number}", council, history
        self.chance = random.Random(seed)
        self.store = council.enrol(self.name)
        self.is_stopping = threading.Event()
        self.going = threading.Event()       # cleared: hold still between two commands
        self.going.set()
        self.process = None
        self.unknown = {}                    # id: line, to be sent again
        self.trouble = None
        self.said = ""

    def environment(self, is_sync):
        environment = self.council.environment()
        if FAKETIME and self.number % 5 == 1:        # 300 days fast, also for TLS
            environment.update(LD_PRELOAD=str(FAKETIME), FAKETIME="+300d")
        elif FAKETIME and self.number % 5 == 2 and not is_sync:  # ten years slow: no certificate is valid yet
            environment.update(LD_PRELOAD=str(FAKETIME), FAKETIME="-3650d")
        return environment

    def command(self, *arguments, stdin=b"", limit=60.0, files=None):
        """Runs one, and answers what it printed and how it ended (None: killed by us)."""
        def limits():
            if files is not None:            # a disk that is full from here on
                resource.setrlimit(resource.RLIMIT_FSIZE, (files, files))
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as messages:
            process = subprocess.Popen([REEVECTL, *map(str, arguments)], stdin=subprocess.PIPE, stdout=out,
                                       stderr=messages, env=self.environment(arguments[0] == "sync"),
                                       preexec_fn=limits if files is not None else None)
            self.process = process
            try:
                process.communicate(stdin, timeout=limit)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            except BrokenPipeError:
                process.wait()
            self.process = None
            messages.seek(0)
            self.said = messages.read().decode(errors="replace").strip()
            out.seek(0)
            return out.read(), None if process.returncode < 0 else process.returncode

    def log(self):
        entries = {}
        for key, text in list(self.unknown.items())[:3]:     # a retry: the same ids, the same content
            entries[key] = text
        for _ in range(self.chance.randint(1, 4)):
            key = str(uuid.UUID(int=self.chance.getrandbits(128), version=4))
            entries[key] = f"{self.name} noted {key[:8]}: bin missed, Straße – № {self.chance.randint(1, 999)}"
        for key, text in entries.items():
            self.history.add(self.name, "invoke", "log", id=key, sha256=digest(text))
        full = 4096 * self.chance.randint(1, 60) if self.chance.random() < 0.08 else None
        printed, _ = self.command("log", "--store", self.store, "-", files=full,
                                  stdin=b"".join(line(0, note=text, id=key) for key, text in entries.items()))
        for answer in printed.split(b"\n")[:-1]:
            try:
                receipt = json.loads(answer)
            except ValueError:
                continue
            if receipt.get("id") in entries and "seq" in receipt:
                del entries[receipt["id"]]
                self.unknown.pop(receipt["id"], None)
                self.history.add(self.name, "ok", "log", id=receipt["id"], seq=receipt["seq"])
        for key, text in entries.items():
            self.unknown[key] = text
            self.history.add(self.name, "info", "log", id=key)

    def sync(self, limit=45.0):
        self.history.add(self.name, "invoke", "sync")
        printed, code = self.command("sync", "--store", self.store, "--once", limit=limit)
        summary = json.loads(printed.splitlines()[-1]) if code == 0 and printed.strip() else None
        if summary:
            self.history.add(self.name, "ok", "sync", pending=summary["pending"],
                             needs_attention=summary["needs_attention"])
        else:
            self.history.add(self.name, "info", "sync", code=code, said=self.said)
        return summary

    def watch(self):
        """The background lane for a while; it ends by a signal, kind or not."""
        process = subprocess.Popen([REEVECTL, "sync", "--store", str(self.store), "--watch"],
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   env=self.environment(True))
        self.process = process
        try:
            process.wait(self.chance.uniform(0.5, 3))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGTERM if self.chance.random() < 0.5 else signal.SIGKILL)
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.process = None

    def run(self):
        try:
            while not self.is_stopping.is_set():
                self.going.wait()
                turn = self.chance.random()
                if turn < 0.5:
                    self.log()
                elif turn < 0.8:
                    self.sync()
                else:
                    self.watch()
                self.is_stopping.wait(self.chance.uniform(0, 1.5))
        except Exception as trouble:         # told by the test, not by a thread
            self.trouble = trouble

    def strike(self, number):
        process = self.process
        if process and process.poll() is None:
            try:
                process.send_signal(number)
            except ProcessLookupError:
                pass


class Nemesis:
    """Breaks one thing at a time, sometimes two, and always mends it again."""

    def __init__(self, council, desks, history, seed):
        self.council, self.desks, self.history = council, desks, history
        self.chance = random.Random(seed)
        self.strikes = [self.cut_line, self.deaf_line, self.drop_line, self.slow_line, self.pause_server,
                        self.pause_desks, self.kill_desks, self.kill_backend, self.restart_bouncer, self.pause_standby]

    def note(self, what, **more):
        self.history.add("nemesis", "info", what, **more)

    def pause(self, most=2.5):
        time.sleep(self.chance.uniform(0.3, most))

    def lines(self, mode):
        for one in self.council.lines:
            one.mode = mode

    def cut_line(self):
        self.lines("cut")
        self.pause(4)
        self.lines("open")

    def deaf_line(self):
        self.lines("deaf")
        self.pause(4)
        for one in self.council.lines:       # what was answered meanwhile never arrives
            one.drop()
        self.lines("open")

    def drop_line(self):
        for _ in range(5):
            for one in self.council.lines:
                one.drop()
            time.sleep(self.chance.uniform(0, 0.3))

    def slow_line(self):
        for one in self.council.lines:
            one.delay = 0.04
        self.pause()
        for one in self.council.lines:
            one.delay = 0.0

    def pause_server(self):
        self.council.primary.signal_all(signal.SIGSTOP)
        self.pause()
        self.council.primary.signal_all(signal.SIGCONT)

    def pause_standby(self):
        standby = self.council.standby
        if standby:                          # commits wait for it
            standby.signal_all(signal.SIGSTOP)
            self.pause(4)
            standby.signal_all(signal.SIGCONT)

    def pause_desks(self):
        chosen = self.chance.sample(self.desks, len(self.desks) // 3)
        for desk in chosen:
            desk.strike(signal.SIGSTOP)
        self.pause()
        for desk in chosen:
            desk.strike(signal.SIGCONT)

    def kill_desks(self):
        for _ in range(4):
            for desk in self.chance.sample(self.desks, len(self.desks) // 4):
                desk.strike(signal.SIGKILL)
            time.sleep(self.chance.uniform(0, 0.4))

    def kill_backend(self):
        """One backend dies; PostgreSQL takes that for a crash and recovers by itself."""
        backends = self.council.primary.backends()
        if backends:
            try:
                os.kill(self.chance.choice(backends), signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.wait_for_server()

    def restart_bouncer(self):
        for bouncer in self.council.bouncers:
            bouncer.restart()

    def wait_for_server(self):
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                self.council.primary.psql("SELECT 1", "postgres")
                return
            except subprocess.CalledProcessError:
                time.sleep(0.2)
        raise AssertionError("the server does not come back")

    def storm(self, seconds):
        until = time.monotonic() + seconds
        order = []
        while time.monotonic() < until:
            order = order or self.chance.sample(self.strikes, len(self.strikes))
            strike = order.pop()
            self.note(strike.__name__)
            strike()
            self.pause(1.5)

    def stand_still(self):
        """No desk does anything: what they were told until now is final."""
        for desk in self.desks:
            desk.going.clear()
        for desk in self.desks:
            while desk.process:
                time.sleep(0.02)

    def go_on(self):
        for desk in self.desks:
            desk.going.set()


def interactions(server):
    return [(row[0], digest(row[1])) for row in server.psql(
        "SELECT i.id, coalesce(replace(n.text, E'\\n', ' '), '') FROM reeve.interaction i "
        "LEFT JOIN reeve.note n ON n.interaction = i.id", options="-c synchronous_commit=local")]


class TestNemesis(unittest.TestCase):
    def tell(self, problem):
        kept = pathlib.Path(tempfile.gettempdir()) / f"reeve-history-{SEED}.jsonl"
        shutil.copy(self.history_path, kept)
        return f"{problem}; SEED={SEED} COMMIT={commit_of_sources()}, history in {kept}"

    def settle(self, desks, seconds=90):
        """Everything healed, nobody does anything new: every desk gets rid of all it has."""
        deadline = time.monotonic() + seconds
        waiting = list(desks)
        while waiting and time.monotonic() < deadline:
            time.sleep(0.3)
            waiting = [desk for desk in waiting if (desk.sync() or {"pending": 1})["pending"] != 0]
        return [f"{desk.name}: {desk.said}" for desk in waiting]

    def test_nothing_that_a_desk_was_told_is_untrue(self):
        with Centre() as council:
            self.history_path = council.folder / "history.jsonl"
            history = History(self.history_path)
            people = council.folder / "people.csv"
            people.write_text("id,given_name,family_name\n" + "".join(f"c{n},Given{n},Family{n}\n" for n in range(40)))
            council.must("import", "people", people, "--central",
                         f"postgresql://postgres@/reeve?host={council.primary.folder}&port={council.primary.port}")
            chance = random.Random(SEED)
            desks = [Desk(number, council, history, chance.getrandbits(64)) for number in range(DESKS)]
            nemesis = Nemesis(council, desks, history, chance.getrandbits(64))
            backup = council.folder / "backup"
            for desk in desks:
                desk.start()

            time.sleep(1)
            subprocess.run([*council.primary.as_owner, str(council.primary.bin / "pg_basebackup"), "-h",
                            str(council.primary.folder), "-p", str(council.primary.port), "-U", "postgres", "-D",
                            str(self.backup_folder(council, backup)), "-c", "fast", "-X", "stream"], check=True, cwd="/",
                           capture_output=True)
            nemesis.storm(SECONDS * 0.4)

            # The primary dies with all it has; what desks were told is on the standby, to the last entry.
            nemesis.stand_still()
            nemesis.wait_for_server()
            nemesis.note("promotion")
            told = history.sent()
            council.primary.kill()
            council.promote()
            there = {key for key, _ in interactions(council.primary)}
            self.assertEqual(sorted(told - there), [], self.tell("told sent, and not on the standby"))
            nemesis.go_on()
            nemesis.storm(SECONDS * 0.2)
            nemesis.note("archive broken")
            council.primary.psql("ALTER SYSTEM SET archive_command = '/bin/false'")
            council.primary.psql("SELECT pg_reload_conf()")
            nemesis.storm(SECONDS * 0.15)

            # The centre is lost; there is the backup from the beginning, and what was archived since. What was not yet
            # archived is gone, and no desk had been told that it is safe.
            nemesis.stand_still()
            nemesis.note("restore")
            nemesis.wait_for_server()
            told_before = history.sent()
            council.primary.kill()
            restored = self.restore(council, backup)
            before = {key for key, _ in interactions(restored)}
            self.assertGreater(len(told_before - before), 0, "the restore took nothing away")
            # What an administrator does: revokes again (nobody was here), and says so.
            council.must("central", "confirm-restore", "--central", council.admin_uri(), "--reason", "a restore",
                         REEVE_CENTRAL_PASSWORD=ADMIN_PASSWORD)
            nemesis.go_on()
            nemesis.storm(SECONDS * 0.25)

            nemesis.note("heal")
            nemesis.lines("open")
            for desk in desks:
                desk.is_stopping.set()
            for desk in desks:
                desk.strike(signal.SIGCONT)
                desk.join(120)
                self.assertIsNone(desk.trouble, self.tell(desk.name))
            stuck = self.settle(desks)
            self.assertEqual(stuck, [], self.tell("still pending when everything was healed"))

            rows = interactions(council.primary)
            wrong = check(history.events, rows)
            for kind, keys in wrong.items():
                history.add("judge", "fail", kind, ids=keys)
            self.assertEqual({kind: len(keys) for kind, keys in wrong.items()}, {}, self.tell("the centre does not bear out what desks were told"))
            history.close()
            acknowledged = history.acknowledged()
            self.assertGreater(len(acknowledged), DESKS, "hardly anything was done")

            # Converged: every desk has all people, nothing needs anybody, and the store is in order.
            count = council.primary.psql("SELECT count(*) FROM reeve.person")[0][0]
            for desk in desks:
                status = council.status(desk.store)
                self.assertEqual((status["pending"], status["needs_attention"], str(status["people"])), (0, 0, count),
                                 self.tell(desk.name))
            epochs = council.primary.psql("SELECT reason FROM reeve.epoch ORDER BY number")
            print(f"{DESKS} desks, {len(acknowledged)} acknowledged, {len(rows)} at the centre, "
                  f"{len(told_before - before)} of {len(told_before)} sent lost by the restore and delivered again, epochs {epochs}, "
                  f"{sum(event['process'] == 'nemesis' for event in history.events)} strikes, seed {SEED}")

    @staticmethod
    def backup_folder(council, backup):
        backup.mkdir()
        council.primary.own(backup)
        backup.chmod(0o700)
        return backup

    def restore(self, council, backup):
        """The first server again, from the base backup and the archive."""
        server = council.bouncers[0].server
        shutil.rmtree(server.data)
        server.script("restore-centre", backup, council.archive, server.data)
        server.configure()
        server.start()
        server.psql("SELECT 1")
        deadline = time.monotonic() + 60
        while server.psql("SELECT pg_is_in_recovery()")[0][0] == "t" and time.monotonic() < deadline:
            time.sleep(0.1)
        council.set_standbys(server, "")
        council.primary = council.postgres = server
        council.standby = None
        return server


class TestChecker(unittest.TestCase):
    """The judge itself: it must find what is wrong."""

    events = [{"f": "log", "type": "invoke", "id": "a", "sha256": digest("one")},
              {"f": "log", "type": "ok", "id": "a"},
              {"f": "log", "type": "invoke", "id": "b", "sha256": digest("two")},
              {"f": "log", "type": "info", "id": "b"}]

    def test_what_was_acknowledged_must_be_there_once_and_as_it_was(self):
        right = ("a", digest("one"))
        self.assertEqual(check(self.events, [right]), {})
        self.assertEqual(check(self.events, [right, ("b", digest("two"))]), {})
        self.assertEqual(check(self.events, []), {"lost": ["a"]})
        self.assertEqual(check(self.events, [right, right]), {"duplicated": ["a"]})
        self.assertEqual(check(self.events, [right, ("c", digest("x"))]), {"phantom": ["c"]})
        self.assertEqual(check(self.events, [("a", digest("other"))]), {"another payload": ["a"]})


if __name__ == "__main__":
    unittest.main()
