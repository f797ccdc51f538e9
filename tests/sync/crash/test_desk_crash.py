# SPDX-License-Identifier: MIT
"""L4, the desk: crash points P1 to P14 and P16 in real processes, each with and without a power cut.

P15 belongs to the large things, of which there are none yet.
All of them: REEVE_CRASH_RUNS=2000 python3 -B tests/sync/crash/test_desk_crash.py -v
"""

import hashlib
import time
import unittest
import uuid

from crash import (CRASH_DESK, REEVECTL, RUNS, SEED, CrashCouncil, Place, Wrong, commit_of_sources, copy_store,
                   cut_power, moments, random, receipts, subprocess, line)

SHORT = 2                       # places of each scenario and each kind of end in the short share
ENDS = ("killed", "power cut", "power cut, sectors torn")

# The named points of the test plan that a statement marks: scenario, what is counted, before or after.
NAMED = {
    "P1 before BEGIN": ("log", "BEGIN IMMEDIATE", "before"),
    "P1 after BEGIN": ("log", "BEGIN IMMEDIATE", "after"),
    "P2 after the row, before its entry": ("log", "INSERT INTO outbox", "before"),
    "P3 before COMMIT": ("log", "COMMIT", "before"),
    "P3 after COMMIT": ("log", "COMMIT", "after"),
    "P4 batch read, not sent": ("push", "FROM outbox", "after"),
    "P8 answer read, not stored": ("push", "UPDATE outbox", "before"),
    "P9 half of the answers stored": ("push", "UPDATE outbox", "after"),
    "P10 settled, purge half done": ("settle", "SET state = 2", "after"),
    "P11 page applied, cursor not": ("pull", "INTO desk", "before"),
    "P12 in a migration": ("migrate", "PRAGMA user_version =", "before"),
    "P14 in the reconciliation of an epoch": ("epoch", "UPDATE outbox", "after"),
}

# And those that no statement marks: what happens to files while a key is changed or a store is destroyed.
FILES = {
    "P13 in the change of the key": ("rotate", ("name", "write", "sync")),
    "P16 in a wipe": ("wipe", ("name", "write", "sync")),
}


class Scenario:
    """One thing a desk does. `base` is the store before it; the centre is put back to how it was then."""

    answers = (0,)                  # how the program may end by itself

    def __init__(self, council, name, base, arguments, stdin=b"", ids=(), needs_centre=True):
        self.council, self.name, self.base, self.arguments, self.stdin = council, name, base, arguments, stdin
        self.ids, self.needs_centre = set(ids), needs_centre
        self.has_forgotten = False      # the centre no longer has what it once had
        self.store = council.folder / "run"
        self.before = {}
        if base is not None:
            copy_store(base, self.store)        # looking into it changes it: an older one is brought up to date
            self.before = self.entries(self.store)

    def entries(self, store):
        return {entry["aggregate"]: entry for entry in self.council.inspect(store)["outbox"]}

    def fresh(self):
        if self.needs_centre:
            self.council.back()
        copy_store(self.base, self.store)

    def command(self):
        return [str(self.store) if part == "STORE" else part for part in self.arguments]

    def counts(self, sql=""):
        self.fresh()
        return self.council.places(self.store, self.command(), self.stdin, sql, self.answers)

    def run(self, place, end, chance, mutant=""):
        """Whether the place was reached. Wrong when something is not as it must be afterwards."""
        self.fresh()
        done, log = self.council.crash(self.store, self.command(), place, self.stdin, mutant)
        if done.returncode not in (*self.answers, 9):
            raise Wrong(f"ended with {done.returncode}: {done.stderr.decode()}")
        if end != "killed" and log.exists():
            cut_power(self.store, log, chance, keep=0.6 if "torn" in end else 0)
        self.check(done)
        return done.returncode == 9

    def check(self, done):
        after = self.entries(self.store)
        printed = {receipt["id"] for receipt in receipts(done.stdout) if "id" in receipt}
        if not printed <= set(after):
            raise Wrong(f"acknowledged and not on the desk: {sorted(printed - set(after))}")
        lost = set(self.before) - set(after)
        if lost:
            raise Wrong(f"was saved and is not on the desk: {sorted(lost)}")
        for key, entry in self.before.items():
            if after[key]["sha256"] != entry["sha256"] and after[key]["state"] != 2:
                raise Wrong("another payload than was saved")
        self.finish(after)

    def finish(self, after):
        """Does the work again, to its end, and compares with the centre."""
        council = self.council
        if self.stdin:
            again = council.run("log", "--store", self.store, "-", stdin=self.stdin)
            if again.returncode != 0:
                raise Wrong(f"log again: {again.stderr.decode()}")
        if not self.needs_centre:
            return
        sent = {} if self.has_forgotten else {key for key, entry in after.items() if entry["state"] in (1, 2)}
        there = self.centre()
        if not set(sent) <= set(there):
            raise Wrong(f"called sent and not at the centre: {sorted(set(sent) - set(there))}")
        synced = council.run("sync", "--store", self.store, "--once")
        if synced.returncode != 0:
            raise Wrong(f"sync: {synced.stderr.decode()}")
        there = self.centre()
        desk = self.entries(self.store)
        for key in set(self.before) | self.ids:
            if there.get(key) != 1:
                raise Wrong(f"{there.get(key, 0)} times at the centre: {key}")
        for key, digest in self.payloads().items():
            if key in desk and desk[key]["state"] != 2 and desk[key]["sha256"] != digest:
                raise Wrong("the centre holds another payload")

    def centre(self):
        return {row[0]: int(row[1]) for row in
                self.council.postgres.query("SELECT id, count(*) FROM reeve.interaction GROUP BY id")}

    def payloads(self):
        return {row[0]: row[1] for row in self.council.postgres.query(
            "SELECT entry, encode(payload_sha256, 'hex') FROM reeve.sync_entry WHERE kind = 'interaction_logged'")}


class Migration(Scenario):
    """An older Reeve's store, opened by this one: no centre, and nothing but the entries to keep."""

    def finish(self, after):
        if len(after) != len(self.before):
            raise Wrong("another number of entries than before")


class Rotation(Scenario):
    """Another data key: the store is the old one or the new one, whole, and nothing of the other is left."""

    def finish(self, after):
        super().finish(after)
        left = [path.name for path in self.store.iterdir() if path.name.startswith("reeve.next")]
        if left:
            raise Wrong(f"left behind: {left}")


class Wipe(Scenario):
    """A stolen desk: what it still had is at the centre before its keys are gone; then nobody opens it any more."""

    answers = (0, 1)

    def fresh(self):
        super().fresh()
        council = self.council
        device = council.postgres.value("SELECT id FROM reeve.device WHERE name = 'stolen'")
        council.must("central", "device", "wipe", device, "--signing-key", council.folder / "signing.key", "--central",
                     council.postgres.uri(), "--reason", "stolen")

    def answer(self):
        """What somebody who opens it is told."""
        try:
            self.entries(self.store)
        except Wrong as wrong:
            return str(wrong)
        return "it opens"

    def check(self, done):
        council = self.council
        told = self.answer()
        if told == "it opens":
            after = self.entries(self.store)
            if set(self.before) - set(after):
                raise Wrong("was saved, is not on the desk, and the keys are still there")
            for _ in range(4):              # a desk tries some times to hand in what it has
                council.run("sync", "--store", self.store, "--once")
                if not (self.store / "reeve.keys").exists():
                    break
            else:
                raise Wrong("the desk is not wiped in the end")
            if council.postgres.value("SELECT count(*) FROM reeve.wipe_order WHERE wiped_at IS NOT NULL") != "1":
                raise Wrong("the centre does not know that the desk is wiped")
            told = self.answer()
        # Torn while they are overwritten, the keys are gone as well, and it is said why.
        if "wiped by order" not in told:
            raise Wrong(f"a wiped store says: {told}")
        left = sorted(path.name for path in self.store.iterdir())
        if left not in (["reeve.lock", "reeve.wiped"], ["reeve.wiped"]):
            raise Wrong(f"a wiped store has left: {left}")
        there = {row[0]: int(row[1]) for row in council.postgres.query(
            "SELECT entry, count(*) FROM reeve.sync_entry GROUP BY entry")}
        missing = [entry["id"] for entry in self.before.values() if there.get(entry["id"]) != 1]
        if missing:
            raise Wrong(f"was saved and was not handed in before the keys were destroyed: {missing}")


class Enrolment(Scenario):
    """From nothing: there is no store yet, or one of no desk, and enrolling works; or there is a desk, whole."""

    def fresh(self):
        self.council.back()
        subprocess.run(["rm", "-rf", str(self.store)], check=True)

    def check(self, done):
        council = self.council
        known = council.run("status", "--store", self.store)
        if known.returncode != 0 or b'"device"' not in known.stdout:
            uri = f"postgresql://127.0.0.1:{council.postgres.port}/reeve"
            again = subprocess.run([CRASH_DESK, "enrol", str(self.store), uri, "asha"], env=council.environment(),
                                   capture_output=True, check=False)
            if again.returncode != 0:
                raise Wrong(f"enrol again: {again.stderr.decode()}")
        council.inspect(self.store)


class DeskCrash(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.council = council = CrashCouncil(["fsync=off"])
        chance = random.Random(SEED)
        ids = [str(uuid.UUID(int=chance.getrandbits(128), version=4)) for _ in range(40)]
        lines = [line(n, id=ids[n], special_category=[{"category": "health", "condition": "A9B", "schedule1": "S1P1",
                                                       "detail": "Cannot lift."}] if n % 7 == 3 else [])
                 for n in range(40)]
        uri = council.postgres.uri()
        people = council.folder / "people.csv"
        people.write_text("id,given_name,family_name,postcode\n" + "".join(
            f"c{n},Given{n},Family{n},AB1 2CD\n" for n in range(60)))
        council.must("import", "people", people, "--central", uri)

        new = council.desk("new")
        loaded = council.folder / "loaded"
        copy_store(new, loaded)
        council.sync(loaded)
        council.must("log", "--store", loaded, "-", stdin=b"".join(lines[:10]))
        # Sent, and the centre has settled it since: the next hello makes it safe.
        sent = council.folder / "sent"
        copy_store(loaded, sent)
        council.sync(sent)
        time.sleep(2.2)
        stolen = council.desk("stolen")
        council.sync(stolen)
        council.must("log", "--store", stolen, "-", stdin=b"".join(lines[25:30]))
        cls.scenarios = {}
        log = [REEVECTL, "log", "--store", "STORE", "-"]
        sync = [REEVECTL, "sync", "--store", "STORE", "--once"]
        council.remember()
        add = cls.scenarios.__setitem__
        add("log", Scenario(council, "log", loaded, log, b"".join(lines[10:25]), ids[10:25]))
        add("settle", Scenario(council, "settle", sent, sync))
        add("enrol", Enrolment(council, "enrol", None, [CRASH_DESK, "enrol", "STORE",
                                                       f"postgresql://127.0.0.1:{council.postgres.port}/reeve", "asha"]))
        # Before the first sync the centre's memory of the desk is that of its enrolment: a copy is found, and delivers.
        add("pull", Scenario(council, "pull", new, sync))
        add("push", Scenario(council, "push", loaded, sync))
        add("rotate", Rotation(council, "rotate", loaded, [REEVECTL, "device", "rotate-key", "--store", "STORE"]))
        add("wipe", Wipe(council, "wipe", stolen, sync))
        old = council.folder / "old"
        subprocess.run([CRASH_DESK, "make-old", str(old), "1", "20"], env=council.environment(), check=True)
        add("migrate", Migration(council, "migrate", old, [CRASH_DESK, "inspect", "STORE"], needs_centre=False))
        # The centre lost all that was sent, and says so by a new epoch.
        epoch = Scenario(council, "epoch", sent, sync)
        forget = ["DELETE FROM reeve." + table for table in ("sync_entry", "special_category_item", "restricted_mark",
                                                               "party", "note", "interaction")]
        forget.append("INSERT INTO reeve.epoch (server, reason) SELECT server, 'test' FROM reeve.epoch LIMIT 1")

        def fresh_after_restore():
            council.back()
            for statement in forget:
                council.postgres.query("SET session_replication_role = replica; " + statement)
            copy_store(epoch.base, epoch.store)

        epoch.has_forgotten = True
        epoch.fresh = fresh_after_restore
        add("epoch", epoch)

    @classmethod
    def tearDownClass(cls):
        cls.council.__exit__()

    def attempt(self, scenario, place, end, seed, mutant=""):
        try:
            return scenario.run(place, end, random.Random(seed), mutant)
        except Wrong as wrong:
            raise Wrong(f"{scenario.name}, {place}, {end}, SEED={seed} COMMIT={commit_of_sources()}: {wrong}") from wrong

    def test_a_crash_at_any_place_loses_nothing_that_was_saved(self):
        chance = random.Random(SEED)
        total = 0
        for scenario in self.scenarios.values():
            share = RUNS // (len(self.scenarios) * len(ENDS)) if RUNS else SHORT
            counts = scenario.counts()
            for end in ENDS:
                for place in moments(counts, chance, share):
                    with self.subTest(scenario=scenario.name, place=str(place), end=end):
                        self.attempt(scenario, place, end, chance.getrandbits(32))
                        total += 1
        print(f"{total} crashes, seed {SEED}")

    def test_every_named_point_is_reached_and_holds(self):
        chance = random.Random(SEED)
        for point, (name, sql, when) in NAMED.items():
            scenario = self.scenarios[name]
            hits = scenario.counts(sql)["step"]
            self.assertGreater(hits, 0, f"{point}: no statement holds {sql!r} any more")
            for hit in range(1, hits + 1) if RUNS else {chance.randint(1, hits)}:
                for end in ENDS if RUNS else ENDS[::2]:
                    with self.subTest(point=point, hit=hit, end=end):
                        self.assertTrue(self.attempt(scenario, Place("step", hit, when, sql), end,
                                                     chance.getrandbits(32)))

    def test_every_change_of_a_file_in_a_rotation_and_a_wipe_may_be_the_last(self):
        chance = random.Random(SEED)
        for point, (name, kinds) in FILES.items():
            scenario = self.scenarios[name]
            counts = scenario.counts()
            for kind in kinds:
                hits = counts[kind]
                self.assertGreater(hits, 0, f"{point}: no {kind}")
                for hit in range(1, hits + 1) if RUNS else {chance.randint(1, hits)}:
                    for when in ("before", "after") if RUNS else (chance.choice(("before", "after")),):
                        for end in ENDS if RUNS else ENDS[chance.randint(0, 1)::2][:1]:
                            with self.subTest(point=point, kind=kind, hit=hit, when=when, end=end):
                                self.assertTrue(self.attempt(scenario, Place(kind, hit, when), end,
                                                             chance.getrandbits(32)))

    def test_without_synchronous_full_a_power_cut_is_noticed(self):
        """M5 dies: with synchronous OFF or NORMAL acknowledged lines are missing after a power cut."""
        scenario = self.scenarios["log"]
        for mutant in ("M5-off", "M5-normal"):
            with self.assertRaises(Wrong, msg=mutant):
                self.attempt(scenario, Place("print", 1, "after"), "power cut", 1, mutant)
        self.attempt(scenario, Place("print", 1, "after"), "power cut", 1)

    def test_nothing_is_left_open_at_the_end(self):
        for name in ("log", "push", "pull"):
            counts = self.scenarios[name].counts()
            self.assertEqual(counts["threads"], 1, name)
            ours = [path for path in counts["open"] if "/run/" in path or "socket:" in path or "eventfd" in path]
            self.assertEqual(ours, [], name)


if __name__ == "__main__":
    unittest.main()
