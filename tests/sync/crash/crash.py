# SPDX-License-Identifier: MIT
"""Runs a real reevectl, ends it at one named place, and looks at what is left.

A run is one scenario (what the desk does), one place (where it ends) and one kind of end: the process is killed, or the
power is cut as well. After each the same must hold: the store opens and is intact; what was acknowledged is in it; and
when the work is done again to its end, the centre holds everything once, byte for byte.
"""

import json
import os
import pathlib
import random
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "system"))

from council import AGENT_PASSWORD, BIN, REEVECTL, Council, commit_of_sources, line  # noqa: E402
from disk import cut_power  # noqa: E402

CRASH_DESK = str(BIN / "reeve_crash_desk")
POWER_CUT = str((BIN / "libreeve_power_cut.so").resolve())
SEED = int(os.environ.get("REEVE_SEED", "20261122"))
RUNS = int(os.environ.get("REEVE_CRASH_RUNS", "0"))      # 0: the short share


class Wrong(AssertionError):
    """Something is not as it must be after a crash."""


class Place:
    def __init__(self, name, hit, when, sql=""):
        self.name, self.hit, self.when, self.sql = name, hit, when, sql

    def __str__(self):
        return f"{self.name}:{self.hit}:{self.when}" + (f":{self.sql}" if self.sql else "")


class CrashCouncil(Council):
    """A council whose centre can be put back to how it was, and whose desks open quickly."""

    def desk(self, name):
        store = self.folder / name
        done = subprocess.run([CRASH_DESK, "enrol", str(store), f"postgresql://127.0.0.1:{self.postgres.port}/reeve",
                               "asha"], env=self.environment(), capture_output=True, check=False)
        if done.returncode != 0:
            raise AssertionError(done.stderr.decode())
        return store

    def remember(self):
        """The centre as it is now, for back()."""
        columns = {row[0]: row[1] for row in self.postgres.query(
            "SELECT c.relname, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_class c "
            "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' "
            "WHERE c.relnamespace = 'reeve'::regnamespace AND c.relkind = 'r' GROUP BY 1")}
        self.postgres.query("CREATE SCHEMA kept;" + "".join(
            f"CREATE TABLE kept.{table} AS SELECT {names} FROM reeve.{table};" for table, names in columns.items()))
        self.restoring = "SET session_replication_role = replica; BEGIN;" + "".join(
            f"DELETE FROM reeve.{table};"
            f"INSERT INTO reeve.{table} ({names}) OVERRIDING SYSTEM VALUE TABLE kept.{table};"
            for table, names in columns.items()) + "COMMIT"

    def back(self):
        self.postgres.query(self.restoring)

    def inspect(self, store):
        done = subprocess.run([CRASH_DESK, "inspect", str(store)], env=self.environment(), capture_output=True,
                              check=False)
        if done.returncode != 0:
            raise Wrong(f"the store does not open: {done.stderr.decode().strip()}")
        found = json.loads(done.stdout)
        if not found["intact"]:
            raise Wrong("the store is not intact")
        return found

    def crash(self, store, arguments, place, stdin=b"", mutant="", counts=None, sql=""):
        """Runs the program with the place armed. The finished process, and where its notes are."""
        log = self.folder / "power.log"
        log.unlink(missing_ok=True)
        environment = self.environment(
            LD_PRELOAD=POWER_CUT, REEVE_POWER_FOLDER=str(store), REEVE_POWER_LOG=str(log), REEVE_MUTANT=mutant,
            REEVE_CRASH=str(place) if place else "", REEVE_CRASH_COUNTS=str(counts or ""), REEVE_CRASH_SQL=sql,
            QT_NO_GLIB="1",         # whose default context stays open for ever
            ASAN_OPTIONS="verify_asan_link_order=0:detect_leaks=0")
        done = subprocess.run([*arguments], input=stdin, capture_output=True, check=False, env=environment,
                              timeout=300)
        return done, log

    def places(self, store, arguments, stdin, sql="", answers=(0,)):
        """How often each place is passed when nothing happens."""
        counts = self.folder / "counts"
        done, _ = self.crash(store, arguments, None, stdin, counts=counts, sql=sql)
        if done.returncode not in answers:
            raise AssertionError(f"{arguments}: {done.stderr.decode()}")
        return json.loads(counts.read_text())


def receipts(output):
    """Of the lines that were printed whole."""
    return [json.loads(text) for text in output.split(b"\n")[:-1] if text.startswith(b"{")]


def moments(counts, chance, most):
    """Every place of a scenario, or as many as asked for, spread over all kinds."""
    found = []
    for name in ("write", "sync", "name", "print", "send", "recv"):
        whens = ("before", "half", "after") if name in ("write", "send", "print") else ("before", "after")
        found += [Place(name, hit, when) for hit in range(1, counts[name] + 1) for when in whens]
    if most and len(found) > most:
        found = chance.sample(found, most)
    return found


def copy_store(source, target):
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)


__all__ = ["AGENT_PASSWORD", "BIN", "CRASH_DESK", "REEVECTL", "RUNS", "SEED", "CrashCouncil", "Place", "Wrong",
           "copy_store", "cut_power", "json", "line", "moments", "os", "pathlib", "random", "receipts", "subprocess"]
