# SPDX-License-Identifier: MIT
"""A wrong name, an expired or an unknown certificate, or none at all: the desk refuses, says so, and keeps its work."""

import os
import subprocess
import unittest

from council import Council, line


def openssl(*arguments, cwd):
    subprocess.run(["openssl", *arguments], check=True, cwd=cwd, capture_output=True)


class Tls(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.council = Council()
        cls.folder = cls.council.folder
        cls.address = cls.other_address()
        if cls.address is None:
            cls.council.__exit__()
            raise unittest.SkipTest("no address but loopback to be strict about")

    @classmethod
    def tearDownClass(cls):
        cls.council.__exit__()

    @staticmethod
    def other_address():
        """An address of this machine that is not loopback: TLS is demanded of it."""
        out = subprocess.run(["hostname", "-I"], capture_output=True, text=True, check=False).stdout.split()
        return next((address for address in out if ":" not in address and not address.startswith("127.")), None)

    def serve(self, name, days):
        """Restarts the centre with a certificate for `name`; answers the path of its authority."""
        folder = self.folder / f"tls-{name}-{days}"
        folder.mkdir(exist_ok=True)
        openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-days", "30",
                "-subj", "/CN=Reeve test authority", cwd=folder)
        openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "server.key", "-out", "server.csr", "-subj",
                f"/CN={name}", cwd=folder)
        san = f"IP:{name}" if name[0].isdigit() else f"DNS:{name}"
        (folder / "san.cnf").write_text(f"subjectAltName={san}\n", encoding="utf-8")
        dates = ["-days", str(days)] if days > 0 else ["-days", "-1"]
        openssl("x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-out",
                "server.pem", "-extfile", "san.cnf", *dates, cwd=folder)
        postgres = self.council.postgres
        for file in ("server.key", "server.pem"):
            target = postgres.data / file
            target.write_bytes((folder / file).read_bytes())
            os.chmod(target, 0o600)
            if os.geteuid() == 0:
                subprocess.run(["chown", "postgres", target], check=True)
        with open(postgres.data / "postgresql.auto.conf", "a", encoding="utf-8") as conf:
            conf.write(f"ssl=on\nssl_cert_file='server.pem'\nssl_key_file='server.key'\n"
                       f"listen_addresses='127.0.0.1,{self.address}'\n")
        postgres.stop()
        postgres.start()
        return folder / "ca.pem"

    def enrol(self, name, authority, expect):
        uri = f"postgresql://{self.address}:{self.council.postgres.port}/reeve?sslrootcert={authority}"
        return self.council.run("device", "enrol", "--store", self.folder / name, "--central", uri, "--agent", "asha",
                                **expect)

    def test_the_right_certificate_is_accepted_and_every_other_refused(self):
        authority = self.serve(self.address, 10)
        good = self.enrol("good", authority, {})
        self.assertEqual(good.returncode, 0, good.stderr)
        self.council.must("log", "--store", self.folder / "good", "-", stdin=line(1))
        self.assertEqual(self.council.sync(self.folder / "good")["pending"], 0)
        self.council.must("log", "--store", self.folder / "good", "-", stdin=line(2))

        cases = {"wrong name": ("centre.example.org", 10), "expired": (self.address, 0)}
        for case, (name, days) in cases.items():
            with self.subTest(case):
                bad_authority = self.serve(name, days)
                os.replace(bad_authority, authority)      # trusted, but the certificate is not right
                done = self.council.run("sync", "--store", self.folder / "good", "--once")
                self.assertEqual(done.returncode, 1)
                self.assertIn(b"certificate", done.stderr.lower())
                self.assertEqual(self.council.status(self.folder / "good")["pending"], 1, "the work is kept")

        with self.subTest("unknown authority"):
            self.serve(self.address, 10)
            openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "other.key", "-out", str(authority),
                    "-days", "30", "-subj", "/CN=Another authority", cwd=authority.parent)
            done = self.council.run("sync", "--store", self.folder / "good", "--once")
            self.assertEqual(done.returncode, 1)
            self.assertIn(b"certificate", done.stderr.lower())

    def test_less_than_verify_full_is_not_accepted_from_the_network(self):
        uri = f"postgresql://{self.address}:{self.council.postgres.port}/reeve?sslmode=require"
        done = self.council.run("device", "enrol", "--store", self.folder / "weak", "--central", uri, "--agent", "asha")
        self.assertEqual(done.returncode in (1, 2), True)
        self.assertIn(b"verify-full", done.stderr)
        self.assertFalse((self.folder / "weak" / "reeve.db").exists())


if __name__ == "__main__":
    unittest.main()
