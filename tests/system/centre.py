# SPDX-License-Identifier: MIT
"""A centre as packaging/central/README.md says: a primary with a synchronous standby, PgBouncer in front of each, TLS,
SCRAM, an archive – made by the very files of packaging/central – and a line to it that a test can cut.
"""

import os
import pathlib
import re
import secrets
import shutil
import signal
import socket
import subprocess
import threading
import time

from council import AGENT_PASSWORD, BIN, REEVECTL, Council, Postgres, free_port

FILES = pathlib.Path(os.environ.get("REEVE_CENTRAL_FILES",
                                    pathlib.Path(__file__).resolve().parents[2] / "packaging" / "central"))
ADMIN_PASSWORD = "administrator-for-tests"
BOUNCER = shutil.which("pgbouncer") or "/usr/sbin/pgbouncer"


class Server(Postgres):
    """One PostgreSQL with the settings of packaging/central. Made by initdb, or filled by one of its scripts."""

    def __init__(self, folder, files, certificate, archive, standby_names):
        self.certificate, self.archive, self.standby_names = certificate, archive, standby_names
        self.files = files
        self.is_primary = True
        self.folder = pathlib.Path(folder)
        self.port = free_port()
        self.data = self.folder / "data"
        self.bin = pathlib.Path(sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"),
                                       key=lambda path: int(path.parent.name))[-1])
        self.as_owner = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        self.folder.mkdir(parents=True, exist_ok=True)
        self.own(self.folder)

    def own(self, *paths):
        if os.geteuid() == 0:
            for path in paths:
                shutil.chown(path, "postgres", "postgres")

    def script(self, name, *arguments, **environment):
        subprocess.run([*self.as_owner, str(self.files / name), *map(str, arguments)], check=True, cwd="/",
                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                       env={**os.environ, **environment})

    def make(self):
        self._run("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale")
        self.configure()
        self.start()

    def configure(self):
        """The files as they are; after them what is this machine's own."""
        key = self.data / "server.key"
        shutil.copy(self.certificate["key"], key)
        shutil.copy(self.certificate["certificate"], self.data / "server.pem")
        key.chmod(0o600)
        (self.data / "postgresql.conf").write_text(
            f"include '{self.files / 'postgresql-reeve.conf'}'\n"
            f"port = {self.port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = '{self.folder}'\n"
            "ssl_cert_file = 'server.pem'\nssl_key_file = 'server.key'\nmax_connections = 120\nshared_buffers = '64MB'\n"
            f"synchronous_standby_names = '{self.standby_names}'\narchive_timeout = '5s'\nwal_keep_size = '256MB'\n"
            "recovery_init_sync_method = 'syncfs'\nwal_receiver_timeout = '5s'\nwal_sender_timeout = '10s'\nwal_retrieve_retry_interval = '500ms'\n"
            f"archive_command = '{self.files / 'archive-wal'} \"%p\" \"%f\" {self.archive}'\n", encoding="utf-8")
        rules = (self.files / "pg_hba-reeve.conf").read_text(encoding="utf-8")
        # The test runs as root, not as postgres.
        rules = re.sub(r"(?m)^(local\s+\w+\s+postgres\s+)peer", r"\1trust", rules)
        (self.data / "pg_hba.conf").write_text(rules, encoding="utf-8")
        self.own(key, self.data / "server.pem", self.data / "postgresql.conf", self.data / "pg_hba.conf")

    def make_standby_of(self, primary, name, password):
        self.script("make-standby", self.data, name,
                    f"host=127.0.0.1 port={primary.port} user=reeve_standby sslmode=verify-full "
                    f"sslrootcert={self.certificate['authority']}", PGPASSWORD=password)
        self.is_primary = False
        self.configure()
        self.start()

    def psql(self, sql, database="reeve", options=""):
        out = subprocess.run(["psql", "-X", "-q", "-A", "-t", "-F", "\x1f", "-h", str(self.folder), "-p",
                              str(self.port), "-U", "postgres", "-d", database, "-v", "ON_ERROR_STOP=1", "-c", sql],
                             capture_output=True, text=True, check=True, env={**os.environ, "PGOPTIONS": options})
        return [line.split("\x1f") for line in out.stdout.splitlines() if line]

    def query(self, sql, database="reeve"):
        return self.psql(sql, database)

    def signal_all(self, number):
        """To the postmaster and each of its processes."""
        postmaster = int((self.data / "postmaster.pid").read_text().splitlines()[0])
        children = subprocess.run(["pgrep", "-P", str(postmaster)], capture_output=True, text=True, check=False)
        for pid in [postmaster, *map(int, children.stdout.split())]:
            try:
                os.kill(pid, number)
            except ProcessLookupError:
                pass

    def backends(self, where="usename LIKE 'reeve_desk%'"):
        return [int(row[0]) for row in self.psql(f"SELECT pid FROM pg_stat_activity WHERE {where}")]


class Bouncer:
    """PgBouncer as pgbouncer-reeve.ini says, for one server."""

    def __init__(self, server, password):
        self.server, self.port = server, free_port()
        self.folder = server.folder / "bouncer"
        self.folder.mkdir()
        users, key = self.folder / "userlist.txt", self.folder / "server.key"
        users.write_text(f'"reeve_bouncer" "{password}"\n')
        shutil.copy(server.certificate["key"], key)
        ini = self.folder / "pgbouncer.ini"
        # The file as it is, but for what is this machine's own. PgBouncer takes no section twice, so not by %include.
        own = {"reeve": f"host={server.folder} port={server.port} dbname=reeve auth_user=reeve_bouncer",
               "listen_addr": "127.0.0.1", "listen_port": self.port, "unix_socket_dir": "", "auth_file": users,
               "client_tls_cert_file": server.certificate["certificate"], "client_tls_key_file": key}
        text = (server.files / "pgbouncer-reeve.ini").read_text(encoding="utf-8")
        for name, value in own.items():
            text, found = re.subn(rf"(?m)^;?{name} = .*$", f"{name} = {value}", text)
            assert found == 1, name
        ini.write_text(text, encoding="utf-8")
        for path in (self.folder, users, key, ini):
            path.chmod(0o700 if path.is_dir() else 0o600)
            server.own(path)
        self.process = None
        self.start()

    def start(self):
        with open(self.folder / "log", "ab") as log:
            self.process = subprocess.Popen([*self.server.as_owner, BOUNCER, str(self.folder / "pgbouncer.ini")],
                                            stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/",
                                            start_new_session=True)
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        raise AssertionError(f"PgBouncer does not start: {(self.folder / 'log').read_text()[-2000:]}")

    def kill(self):
        if self.process:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    def restart(self):
        self.kill()
        self.start()


class Line:
    """A TCP relay to one port. It can be cut (nothing passes, connections stay), dropped (they end), made slow, or cut
    one way only: what desks send arrives, the answers do not.
    """

    def __init__(self, target):
        self.target = target
        self.port = free_port()
        self.mode = "open"               # open, cut, deaf (no answers), refuse
        self.delay = 0.0                 # seconds, each way
        self.pairs = set()
        self.lock = threading.Lock()
        self.listener = socket.socket()
        self.listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.listener.bind(("127.0.0.1", self.port))
        self.listener.listen(512)
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                desk, _ = self.listener.accept()
            except OSError:
                return
            if self.mode == "refuse":
                desk.close()
                continue
            threading.Thread(target=self._serve, args=(desk,), daemon=True).start()

    def _serve(self, desk):
        while self.mode == "cut":        # a SYN into nowhere
            time.sleep(0.1)
        server = socket.socket()
        try:
            server.connect(("127.0.0.1", self.target))
        except OSError:
            for end in (desk, server):
                end.close()
            return
        with self.lock:
            self.pairs.add((desk, server))
        back = threading.Thread(target=self._pump, args=(server, desk, ("cut", "deaf")), daemon=True)
        back.start()
        self._pump(desk, server, ("cut",))
        back.join()
        with self.lock:
            self.pairs.discard((desk, server))
        for end in (desk, server):
            end.close()

    def _pump(self, source, target, stopped_by):
        try:
            while True:
                data = source.recv(65536)
                if not data:
                    break
                if self.delay:
                    time.sleep(self.delay)
                while self.mode in stopped_by:
                    time.sleep(0.02)
                target.sendall(data)
        except OSError:
            pass
        for end in (source, target):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def drop(self):
        """Ends every connection: what was under way may or may not have happened."""
        with self.lock:
            for pair in self.pairs:
                for end in pair:
                    try:
                        end.shutdown(socket.SHUT_RDWR)
                    except OSError:
                        pass

    def close(self):
        self.listener.close()
        self.mode = "open"
        self.drop()


class Centre(Council):
    """Primary, synchronous standby, a PgBouncer and a line for each. Desks name both lines, read-write wanted."""

    def __init__(self, desks_cheap=True, folder=None):
        import tempfile
        self.folder = pathlib.Path(folder or tempfile.mkdtemp(prefix="reeve-centre-"))
        os.chmod(self.folder, 0o711)
        self.desks_cheap = desks_cheap
        self.bouncer_password, self.standby_password = secrets.token_hex(24), secrets.token_hex(24)
        # postgres must be able to read and run them; a checkout may lie where it cannot.
        files = self.folder / "files"
        shutil.copytree(FILES, files)
        for path in files.iterdir():
            path.chmod(0o755)
        files.chmod(0o755)
        made = self.must("central", "authority", "--folder", self.folder / "authority", "--host", "127.0.0.1")[0]
        for part in ("authority", "certificate"):
            copy = files / pathlib.Path(made[part]).name
            shutil.copy(made[part], copy)
            copy.chmod(0o644)
            made[part] = str(copy)
        self.certificate = made
        self.archive = self.folder / "archive"
        self.archive.mkdir()
        self.primary = Server(self.folder / "a", files, made, self.archive, "")
        self.primary.own(self.archive)
        self.primary.make()
        self.primary.psql(f"ALTER ROLE postgres PASSWORD '{ADMIN_PASSWORD}'", "postgres")
        self.postgres = self.primary
        # On the machine itself, as its user postgres: the database is not there yet.
        self.must("central", "init", "--central",
                  f"postgresql://postgres@/reeve?host={self.primary.folder}&port={self.primary.port}",
                  REEVE_CENTRAL_PASSWORD="")
        self.must("central", "agent", "add", "asha", "--role", "handler", "--role", "safeguarding", "--central",
                  self.admin_uri(), REEVE_CENTRAL_PASSWORD=ADMIN_PASSWORD)
        subprocess.run(["psql", "-X", "-q", "-h", str(self.primary.folder), "-p", str(self.primary.port), "-U",
                        "postgres", "-d", "reeve", "-v", f"bouncer_password={self.bouncer_password}", "-v",
                        f"standby_password={self.standby_password}", "-v", "ON_ERROR_STOP=1", "-f",
                        str(files / "roles.sql")], check=True, capture_output=True)
        self.standby = Server(self.folder / "b", files, made, self.archive, "")
        self.standby.make_standby_of(self.primary, "reeve_a", self.standby_password)
        self.set_standbys(self.primary, "ANY 1 (reeve_a, reeve_b)")
        self.bouncers = [Bouncer(server, self.bouncer_password) for server in (self.primary, self.standby)]
        self.lines = [Line(bouncer.port) for bouncer in self.bouncers]

    def set_standbys(self, server, names):
        server.psql(f"ALTER SYSTEM SET synchronous_standby_names = '{names}'", options="-c synchronous_commit=local")
        server.psql("SELECT pg_reload_conf()", options="-c synchronous_commit=local")

    def admin_uri(self, server=None):
        return (f"postgresql://postgres@127.0.0.1:{(server or self.primary).port}/reeve?sslmode=verify-full"
                f"&sslrootcert={self.certificate['authority']}")

    def desk_uri(self):
        ports = ",".join(f"127.0.0.1:{line.port}" for line in self.lines)
        return (f"postgresql://{ports}/reeve?sslmode=verify-full&sslrootcert={self.certificate['authority']}"
                "&target_session_attrs=read-write&connect_timeout=3")

    def enrol(self, name="desk"):
        store = self.folder / name
        quick = BIN / "reeve_crash_desk"
        if self.desks_cheap and quick.exists():      # Argon2id at its least: 20 desks share this machine
            done = subprocess.run([str(quick), "enrol", str(store), self.desk_uri(), "asha"],
                                  env=self.environment(), capture_output=True, check=False)
            if done.returncode != 0:
                raise AssertionError(done.stderr.decode())
        else:
            self.must("device", "enrol", "--store", store, "--central", self.desk_uri(), "--agent", "asha")
        return store

    def promote(self, alone=True):
        """The standby becomes the primary; the old one is off for good."""
        self.standby.script("promote-standby", self.standby.data, *(["--alone"] if alone else []))
        self.primary, self.standby = self.standby, None
        self.postgres = self.primary

    def __exit__(self, *_):
        for line in self.lines:
            line.close()
        for bouncer in self.bouncers:
            bouncer.kill()
        for server in (self.folder / "a", self.folder / "b", self.folder / "c"):
            pid = server / "data" / "postmaster.pid"
            if pid.exists():
                try:
                    os.kill(int(pid.read_text().splitlines()[0]), signal.SIGQUIT)
                except ProcessLookupError:
                    pass
        time.sleep(0.3)
        shutil.rmtree(self.folder, ignore_errors=True)


__all__ = ["AGENT_PASSWORD", "REEVECTL", "Bouncer", "Centre", "Line", "Server", "ADMIN_PASSWORD"]
