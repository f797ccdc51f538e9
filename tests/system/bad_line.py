# SPDX-License-Identifier: MIT
"""A council whose desks reach the centre over a bad line: real TCP, TLS and a delay, with loss, a rate, and a switch.

How long a backlog takes on it, by hand (defaults: 10,000 records, 40 ms there and back, 1 % loss, 20 Mbit/s):

    REEVE_BIN=build/release/bin python3 -B tests/system/bad_line.py [RECORDS [ROUND_TRIP_MS [LOSS_PERCENT [RATE_MBIT]]]]
"""

import os
import subprocess
import sys
import time

from council import AGENT_PASSWORD, BIN, REEVECTL, Council, line

ADDRESS = "10.99.0.2"                    # of the centre; bad_line.cpp


class BadLine:
    """The two machines and what is between them."""

    def __init__(self, round_trip_ms, loss_percent=0, rate_mbit=0):
        self.process = subprocess.Popen([str(BIN / "reeve_bad_line"), str(round_trip_ms / 2), str(loss_percent),
                                         str(rate_mbit)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        said = self.process.stdout.readline().split()
        if len(said) != 2:
            self.process.wait()
            sys.exit(77)                 # no root, no TUN: nothing to be tested with
        self.desk, self.centre = (["nsenter", f"--net=/proc/{pid}/ns/net", "--"] for pid in said)

    def switch(self, order):
        """open, cut or deaf; it is so when this returns."""
        self.process.stdin.write(order + "\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline().strip() == order

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


class FarCouncil(Council):
    """The centre is at one end of the line; `desk` runs reevectl at the other."""

    def __init__(self, bad_line):
        self.line = bad_line
        self.inside = bad_line.centre
        super().__init__()
        made = self.must("central", "authority", "--folder", self.folder / "authority", "--host", ADDRESS)[0]
        self.postgres.install(made["certificate"], "server.pem")
        self.postgres.install(made["key"], "server.key")
        with open(self.postgres.data / "postgresql.auto.conf", "a", encoding="utf-8") as conf:
            conf.write("ssl=on\nssl_cert_file='server.pem'\nssl_key_file='server.key'\n"
                       f"listen_addresses='127.0.0.1,{ADDRESS}'\n")
        self.postgres.stop()
        self.postgres.start()
        self.desk_uri = (f"postgresql://{ADDRESS}:{self.postgres.port}/reeve?sslmode=verify-full"
                         f"&sslrootcert={made['authority']}")

    def desk(self, *arguments, stdin=None, start=False):
        """The finished process; with `start` the one that runs."""
        command = [*self.line.desk, REEVECTL, *map(str, arguments)]
        if start:
            return subprocess.Popen(command, env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        return subprocess.run(command, input=stdin, capture_output=True, check=False, env=self.environment(),
                              timeout=300)

    def enrol_far(self, name="desk"):
        """With Argon2id at its least: what is looked at here is the line."""
        store = self.folder / name
        done = subprocess.run([*self.line.desk, str(BIN / "reeve_crash_desk"), "enrol", str(store), self.desk_uri,
                               "asha"], env=self.environment(), capture_output=True, check=False)
        if done.returncode != 0:
            raise AssertionError(done.stderr.decode())
        return store


# Records of 640 bytes, as the figure it is held against was measured with.
def main():
    given = [float(word) for word in sys.argv[1:]]
    records, round_trip, loss, rate = given + [10_000, 40, 1, 20][len(given):]
    bad_line = BadLine(round_trip, loss, rate)
    with FarCouncil(bad_line) as council:
        store = council.enrol_far()

        def sync():
            begun = time.monotonic()
            done = council.desk("sync", "--store", store, "--once")
            assert done.returncode == 0, done.stderr.decode()
            return time.monotonic() - begun

        def sent():
            """Bytes that left the desk so far, packet headers and what was sent twice included."""
            devices = subprocess.run([*bad_line.desk, "cat", "/proc/net/dev"], capture_output=True, check=True, text=True)
            return sum(int(row.split()[9]) for row in devices.stdout.replace(":", ": ").splitlines()[2:]
                       if not row.strip().startswith("lo:"))

        sync()
        idle = min(sync() for _ in range(3))
        done = council.desk("log", "--store", store, "-", stdin=b"".join(
            line(n, note=(f"Bin at no. {n} missed twice; assisted collection. " * 7)[:315]) for n in range(int(records))))
        assert done.returncode == 0, done.stderr.decode()
        before = sent()
        took = sync()
        each = (sent() - before) / records
        held = council.postgres.query("SELECT count(*), count(DISTINCT id) FROM reeve.interaction")[0]
        print(f"{int(records)} records over {round_trip:g} ms, {loss:g} % loss, {rate:g} Mbit/s: "
              f"{took - idle:.2f} s beyond a sync of nothing ({idle:.2f} s), {each:.0f} bytes each; "
              f"at the centre {held[0]}, distinct {held[1]}")
    bad_line.close()


if __name__ == "__main__":
    main()
