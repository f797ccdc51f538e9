# SPDX-License-Identifier: MIT
"""A council for system tests: a private PostgreSQL, desks, and reevectl as a process.

Knows Reeve only from outside: its commands, their output, and what is in the database.
"""

import glob
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time

BIN = pathlib.Path(os.environ.get("REEVE_BIN", "build/dev/bin"))
REEVECTL = str(BIN / "reevectl")
PASSPHRASE = "correct horse battery"
AGENT_PASSWORD = "asha-first-password"


def commit_of_sources():
    """What a failure names beside its seed: with both it can be had again."""
    asked = subprocess.run(["git", "-C", pathlib.Path(__file__).parent, "rev-parse", "--short", "HEAD"],
                           capture_output=True, text=True, check=False)
    return asked.stdout.strip() or "unknown"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Postgres:
    """A PostgreSQL cluster of its own, on loopback. As root it runs as the user postgres, who must not be root.

    `inside`: the words that run a command somewhere else, in a network namespace for instance.
    """

    def __init__(self, folder, settings=(), inside=()):
        self.folder = pathlib.Path(folder)
        self.inside = list(inside)
        self.port = free_port()
        self.bin = pathlib.Path(sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1])
        self.folder.mkdir(parents=True, exist_ok=True)
        self.data = self.folder / "data"
        self.as_owner = self.inside
        if os.geteuid() == 0:
            self.as_owner = [*self.inside, "runuser", "-u", "postgres", "--"]
            shutil.chown(self.folder, "postgres")
        self._run("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale")
        with open(self.data / "postgresql.auto.conf", "a", encoding="utf-8") as conf:
            conf.write(f"port={self.port}\nlisten_addresses='127.0.0.1'\nunix_socket_directories='{self.folder}'\n")
            for line in settings:
                conf.write(line + "\n")
        with open(self.data / "pg_hba.conf", "w", encoding="utf-8") as hba:
            hba.write("local all all trust\nhost all postgres 127.0.0.1/32 trust\n"
                      "host all all 127.0.0.1/32 scram-sha-256\n"
                      "hostssl all all 0.0.0.0/0 scram-sha-256\n")
        self.start()

    def _run(self, program, *arguments):
        subprocess.run([*self.as_owner, str(self.bin / program), *map(str, arguments)], check=True, cwd="/",
                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT)

    def install(self, source, name):
        """A file into the data folder, as its owner's own: a key, a certificate."""
        target = self.data / name
        target.write_bytes(pathlib.Path(source).read_bytes())
        os.chmod(target, 0o600)
        if os.geteuid() == 0:
            shutil.chown(target, "postgres")

    def start(self):
        for patience in range(20):
            try:
                self._run("pg_ctl", "-D", self.data, "-w", "-t", "60", "-l", self.folder / "log", "start")
                return
            except subprocess.CalledProcessError:  # a backend of the killed server is still letting go
                if patience == 19:
                    raise
                time.sleep(0.5)

    def stop(self, mode="fast"):
        self._run("pg_ctl", "-D", self.data, "-w", "-m", mode, "stop")

    def kill(self):
        """kill -9 of the postmaster and everything it started, as a power cut would."""
        postmaster = int((self.data / "postmaster.pid").read_text().splitlines()[0])
        children = subprocess.run(["pgrep", "-P", str(postmaster)], capture_output=True, text=True, check=False)
        pids = [postmaster, *map(int, children.stdout.split())]
        for pid in pids:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        # Its shared memory is free once the last of them is gone, those included that were just being born.
        while any(pathlib.Path(f"/proc/{pid}").exists() and "\nState:\tZ" not in self._proc_status(pid) for pid in pids) \
                or subprocess.run(["pgrep", "-f", f"postgres.*{self.data}"], capture_output=True, check=False).stdout:
            time.sleep(0.05)

    @staticmethod
    def _proc_status(pid):
        try:
            return pathlib.Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
        except OSError:
            return "\nState:\tZ"

    def uri(self, database="reeve", user="postgres"):
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}"

    def query(self, sql, database="reeve"):
        """Rows as lists of text."""
        out = subprocess.run([*self.inside, "psql", "-X", "-q", "-A", "-t", "-F", "\x1f", "-d", self.uri(database),
                              "-c", sql],
                             capture_output=True, text=True, check=True)
        return [line.split("\x1f") for line in out.stdout.splitlines() if line]

    def value(self, sql):
        return self.query(sql)[0][0]


class Council:
    """One centre with an agent, asha, and as many desks as a test enrols."""

    inside = ()

    def __init__(self, settings=()):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="reeve-system-"))
        os.chmod(self.folder, 0o711)
        self.postgres = Postgres(self.folder / "centre", settings, self.inside)
        self.must("central", "init", "--central", self.postgres.uri(), "--recovery-key", self.folder / "recovery.key",
                  "--signing-key", self.folder / "signing.key")
        self.must("central", "agent", "add", "asha", "--role", "handler", "--role", "safeguarding",
                  "--central", self.postgres.uri())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.postgres.stop("immediate")
        except subprocess.CalledProcessError:
            pass
        shutil.rmtree(self.folder, ignore_errors=True)

    @staticmethod
    def environment(**more):
        return {**os.environ, "REEVE_PASSPHRASE": PASSPHRASE, "REEVE_CENTRAL_PASSWORD": AGENT_PASSWORD,
                "REEVE_AGENT_PASSWORD": AGENT_PASSWORD, "LC_ALL": "C.UTF-8", **more}

    def run(self, *arguments, stdin=None, **environment):
        """The finished process, whatever it answered."""
        return subprocess.run([*self.inside, REEVECTL, *map(str, arguments)], input=stdin, capture_output=True, check=False,
                              env=self.environment(**environment), timeout=300)

    def must(self, *arguments, stdin=None, **environment):
        """Its JSON lines; fails the test with its messages when it does not exit with 0."""
        done = self.run(*arguments, stdin=stdin, **environment)
        if done.returncode != 0:
            raise AssertionError(f"reevectl {' '.join(map(str, arguments))} exited with {done.returncode}:\n"
                                 f"{done.stderr.decode(errors='replace')}")
        return [json.loads(line) for line in done.stdout.splitlines() if line.strip()]

    def file(self, name, text):
        """A file of the council's, beside its desks; goes with it."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def enrol(self, name="desk"):
        store = self.folder / name
        self.must("device", "enrol", "--store", store, "--central", self.postgres.uri(), "--agent", "asha")
        return store

    def sync(self, store):
        return self.must("sync", "--store", store, "--once")[-1]

    def status(self, store):
        return self.must("status", "--store", store)[-1]


def line(number, note=None, **more):
    """One line of `reevectl log`."""
    entry = {"person": None, "channel": "phone", "direction": "inbound", "started_at": "2026-11-22T10:00:00Z",
             "ended_at": "2026-11-22T10:04:50Z", "reasons": ["lgsl:524"],
             "note": note or f"Bin at no. {number} missed twice. Assisted collection.", "disposition": "resolved"}
    entry.update(more)
    return (json.dumps(entry, ensure_ascii=False) + "\n").encode()


def traces(folder, words):
    """Where any of the words can be read in the bytes under a folder: UTF-8, UTF-16 little and big endian."""
    found = []
    patterns = [(word, encoding, word.encode(encoding)) for word in words
                for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
    for path in pathlib.Path(folder).rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            found += [f"{path.name}: a word in {encoding}" for _, encoding, pattern in patterns if pattern in content]
    return found
