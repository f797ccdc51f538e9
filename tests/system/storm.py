# SPDX-License-Identifier: MIT
"""1,000 desks with 10 records each come back after an outage: through PgBouncer, TLS and SCRAM, on a centre as
packaging/central sets it up, with a synchronous standby. By hand:

    python3 -B tests/system/storm.py [DESKS [RECORDS [SPREAD_MS]]]

The spread is what the centre announces: 10 ms for each desk, 5 s at least.
"""

import subprocess
import sys

from centre import Centre
from council import AGENT_PASSWORD, BIN


def main():
    desks = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    records = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    spread = int(sys.argv[3]) if len(sys.argv) > 3 else max(5000, 10 * desks)
    with Centre() as council:
        # Straight to PgBouncer: the relay of the tests is no network.
        uri = (f"postgresql://127.0.0.1:{council.bouncers[0].port}/reeve?sslmode=verify-full"
               f"&sslrootcert={council.certificate['authority']}")
        done = subprocess.run([str(BIN / "reeve_storm"), uri, "asha", str(desks), str(records), str(spread)],
                              env={**council.environment(), "REEVE_CENTRAL_PASSWORD": AGENT_PASSWORD}, check=False,
                              capture_output=True, text=True)
        print(done.stdout.strip() or done.stderr.strip())
        rows = council.primary.psql("SELECT count(*), count(DISTINCT id) FROM reeve.interaction")[0]
        quarantined = council.primary.psql("SELECT count(*) FROM reeve.quarantine")[0][0]
        print(f"at the centre: {rows[0]}, distinct {rows[1]}, of {desks * records}; quarantined {quarantined}")
        if rows != [str(desks * records)] * 2:
            sys.exit(1)


if __name__ == "__main__":
    main()
