# SPDX-License-Identifier: MIT
"""What desks were told, as a history of JSON lines, and whether the centre in the end bears it out.

Each line of a desk's work is an operation: `invoke` when it is handed to reevectl log, `ok` with its receipt, `fail`
when it was refused, `info` when nobody knows (the process was killed). A `sync` that ended with nothing pending makes
every `ok` of that desk a promise: *sent*. What is `info` may be at the centre, once; what is `ok` must be.
"""

import collections
import hashlib
import json
import threading
import time


def digest(note):
    return hashlib.sha256(note.encode()).hexdigest()


class History:
    def __init__(self, path):
        self.lock = threading.Lock()
        self.events = []
        self.file = open(path, "w", encoding="utf-8")
        self.began = time.monotonic()

    def add(self, process, kind, what, **more):
        event = {"t": round(time.monotonic() - self.began, 3), "process": process, "type": kind, "f": what, **more}
        with self.lock:
            self.events.append(event)
            self.file.write(json.dumps(event) + "\n")
            self.file.flush()

    def close(self):
        self.file.close()

    def acknowledged(self, kinds=("ok",)):
        return {event["id"] for event in self.events if event["f"] == "log" and event["type"] in kinds}

    def sent(self):
        """Ids that some desk was told are sent: acknowledged before a sync that left nothing pending."""
        told, saved = set(), collections.defaultdict(set)
        for event in self.events:
            if event["f"] == "log" and event["type"] == "ok":
                saved[event["process"]].add(event["id"])
            elif event["f"] == "sync" and event["type"] == "ok" and event["pending"] == 0:
                told |= saved[event["process"]]
        return told


def check(events, rows):
    """`rows`: (id, digest of the note) for every interaction at the centre, in any order. What is wrong, by kind."""
    wrong = collections.defaultdict(list)
    invoked = {event["id"]: event["sha256"] for event in events if event["f"] == "log" and event["type"] == "invoke"}
    ok = {event["id"] for event in events if event["f"] == "log" and event["type"] == "ok"}
    info = {event["id"] for event in events if event["f"] == "log" and event["type"] == "info"}
    times = collections.Counter(key for key, _ in rows)
    wrong["lost"] = sorted(ok - set(times))
    wrong["duplicated"] = sorted(key for key, count in times.items() if count > 1)
    wrong["phantom"] = sorted(key for key in times if key not in ok | info)
    wrong["another payload"] = sorted(key for key, sha in rows if key in invoked and invoked[key] != sha)
    return {kind: keys for kind, keys in wrong.items() if keys}
