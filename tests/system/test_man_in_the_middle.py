# SPDX-License-Identifier: MIT
"""Somebody between desk and centre, who answers without TLS, before TLS, or with a certificate of his own.

The desk refuses with clear words, tells him nothing, and keeps its work.
"""

import socket
import ssl
import struct
import subprocess
import threading
import unittest

from council import AGENT_PASSWORD, Council, line

SSL_REQUEST = struct.pack("!ii", 8, 80877103)


def error_response(state, words):
    body = b"SFATAL\0VFATAL\0C" + state + b"\0M" + words + b"\0\0"
    return b"E" + struct.pack("!i", len(body) + 4) + body


def authentication(kind):
    return b"R" + struct.pack("!ii", 8, kind)


class Relay:
    """Listens where the desk believes its centre to be. `behave` is given each connection."""

    def __init__(self, centre_port):
        self.centre_port = centre_port
        self.behave = self.pass_on
        self.heard = b""      # everything the desk said
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            try:
                desk, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._one, args=(desk,), daemon=True).start()

    def _one(self, desk):
        try:
            with desk:
                desk.settimeout(20)
                self.behave(desk)
        except OSError:
            pass

    def hear(self, desk):
        said = desk.recv(65536)
        self.heard += said
        return said

    def hear_all(self, desk):
        while self.hear(desk):
            pass

    def pump(self, one, other, change=lambda data: data):
        """Both ways until one of them ends."""
        def way(source, target, is_desk):
            try:
                while data := source.recv(65536):
                    if is_desk:
                        self.heard += data
                    target.sendall(data if is_desk else change(data))
            except OSError:
                pass
            for end in (source, target):
                try:
                    end.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass
        back = threading.Thread(target=way, args=(other, one, False), daemon=True)
        back.start()
        way(one, other, True)
        back.join()

    # What he may try.

    def pass_on(self, desk):
        with socket.create_connection(("127.0.0.1", self.centre_port)) as centre:
            self.pump(desk, centre)

    def answer(self, *what):
        """Says this to the request for TLS, and listens."""
        def behave(desk):
            self.hear(desk)
            desk.sendall(b"".join(what))
            self.hear_all(desk)
        return behave

    def inject_before_tls(self, desk):
        """Says yes and, in the same breath, what the client might later take for the server's."""
        self.hear(desk)
        with socket.create_connection(("127.0.0.1", self.centre_port)) as centre:
            centre.sendall(SSL_REQUEST)
            centre.recv(1)
            desk.sendall(b"S" + authentication(0))
            self.pump(desk, centre)

    def with_certificate(self, certificate, key, change=lambda data: data, upstream=True):
        """Ends TLS with a certificate of his, and speaks TLS to the centre himself."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)

        def behave(desk):
            desk.recv(8)
            desk.sendall(b"S")
            with context.wrap_socket(desk, server_side=True) as inside:
                if not upstream:
                    self.hear(inside)
                    inside.sendall(authentication(3))   # your password, please, in clear
                    self.hear_all(inside)
                    return
                plain = socket.create_connection(("127.0.0.1", self.centre_port))
                plain.sendall(SSL_REQUEST)
                plain.recv(1)
                any_certificate = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
                any_certificate.check_hostname = False
                any_certificate.verify_mode = ssl.CERT_NONE
                with any_certificate.wrap_socket(plain) as centre:
                    self.pump(inside, centre, change)
        return behave


def without_channel_binding(data):
    """The centre's offer of SCRAM-SHA-256-PLUS, taken out of its list."""
    plus = b"SCRAM-SHA-256-PLUS\0"
    if data[:1] != b"R" or plus not in data:
        return data
    length = struct.unpack("!i", data[1:5])[0] - len(plus)
    return data[:1] + struct.pack("!i", length) + data[5:].replace(plus, b"")


class ManInTheMiddle(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.council = Council()
        cls.folder = cls.council.folder
        cls.make_certificates()
        postgres = cls.council.postgres
        for name in ("server.key", "server.pem"):
            postgres.install(cls.folder / name, name)
        with open(postgres.data / "postgresql.auto.conf", "a", encoding="utf-8") as conf:
            conf.write("ssl=on\nssl_cert_file='server.pem'\nssl_key_file='server.key'\n")
        (postgres.data / "pg_hba.conf").write_text(
            "local all all trust\nhost all postgres 127.0.0.1/32 trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n",
            encoding="utf-8")
        postgres.stop()
        postgres.start()
        cls.relay = Relay(postgres.port)
        cls.uri = (f"postgresql://localhost:{cls.relay.port}/reeve?hostaddr=127.0.0.1&sslmode=verify-full"
                   f"&sslrootcert={cls.folder / 'ca.pem'}")
        cls.store = cls.folder / "desk"
        cls.council.must("device", "enrol", "--store", cls.store, "--central", cls.uri, "--agent", "asha")
        cls.council.must("log", "--store", cls.store, "-", stdin=line(1))

    @classmethod
    def tearDownClass(cls):
        cls.relay.listener.close()
        cls.council.__exit__()

    @classmethod
    def make_certificates(cls):
        def openssl(*arguments):
            subprocess.run(["openssl", *arguments], check=True, cwd=cls.folder, capture_output=True)

        def issue(name, host, authority):
            openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj",
                    f"/CN={host}")
            openssl("x509", "-req", "-in", f"{name}.csr", "-CA", f"{authority}.pem", "-CAkey", f"{authority}.key",
                    "-CAcreateserial", "-out", f"{name}.pem", "-days", "10")

        for authority in ("ca", "his-ca"):
            openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{authority}.key", "-out",
                    f"{authority}.pem", "-days", "30", "-subj", f"/CN=Authority {authority}")
        issue("server", "localhost", "ca")
        issue("bought", "localhost", "ca")        # the authority was tricked
        issue("elsewhere", "elsewhere.example.org", "ca")
        issue("forged", "localhost", "his-ca")
        openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "self.key", "-out", "self.pem", "-days",
                "30", "-subj", "/CN=localhost")

    def tearDown(self):
        self.relay.behave = self.relay.pass_on
        self.assertEqual(self.council.status(self.store)["pending"], 1, "the work is kept")

    def his(self, name, **how):
        return self.relay.with_certificate(self.folder / f"{name}.pem", self.folder / f"{name}.key", **how)

    def refused(self, behave, words=b"nothing was sent", untold=(b"reeve_desk", b"asha")):
        self.relay.heard = b""
        self.relay.behave = behave
        done = self.council.run("sync", "--store", self.store, "--once")
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn(words, done.stderr)
        for secret in (*untold, AGENT_PASSWORD.encode(), b"Bin at no."):
            self.assertNotIn(secret, self.relay.heard)

    def test_an_answer_without_or_before_tls_is_not_believed(self):
        answers = {
            "there is no TLS here": [b"N"],
            "an error without TLS: the desk is revoked": [error_response(b"RV003", b"reeve: device_revoked")],
            "an error without TLS: wrong password": [error_response(b"28P01", b"password authentication failed")],
            "an error without TLS: no such database": [error_response(b"3D000", b"no such database")],
            "signed in already, without TLS": [authentication(0)],
            "your password please, without TLS": [authentication(3)],
            "TLS, and then none": [b"S"],
        }
        for what, said in answers.items():
            with self.subTest(what):
                if what == "TLS, and then none":
                    self.refused(lambda desk: (self.relay.hear(desk), desk.sendall(b"S"), self.relay.hear(desk),
                                               desk.sendall(b"HTTP/1.1 200 OK\r\n\r\n"), self.relay.hear_all(desk)))
                else:
                    self.refused(self.relay.answer(*said))
        with self.subTest("bytes before TLS"):
            self.refused(self.relay.inject_before_tls)
        with self.subTest("it hangs up"):
            self.refused(lambda desk: self.relay.hear(desk), b"cannot be reached")

    def test_a_certificate_of_his_own_is_refused(self):
        for name in ("self", "forged", "elsewhere"):
            with self.subTest(name):
                self.refused(self.his(name), b"certificate")

    def test_even_a_trusted_certificate_does_not_let_him_pass_a_sign_in_on(self):
        # SCRAM over TLS is bound to the certificate that the desk saw: channel binding.
        with self.subTest("as it is"):
            self.refused(self.his("bought"), b"did not accept the sign-in", ())
        with self.subTest("the centre's offer of channel binding taken out"):
            self.refused(self.his("bought", change=without_channel_binding), b"did not accept the sign-in", ())

    def test_channel_binding_can_be_demanded_and_then_no_password_leaves_in_clear(self):
        store = self.folder / "strict"
        self.council.must("device", "enrol", "--store", store, "--central", self.uri + "&channel_binding=require",
                          "--agent", "asha")
        self.relay.heard = b""
        self.relay.behave = self.his("bought", upstream=False)
        done = self.council.run("sync", "--store", store, "--once")
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"nothing was sent", done.stderr)
        self.assertNotIn(AGENT_PASSWORD.encode(), self.relay.heard)

    def test_when_he_is_gone_everything_arrives(self):
        store = self.folder / "after"
        self.council.must("device", "enrol", "--store", store, "--central", self.uri, "--agent", "asha")
        self.council.must("log", "--store", store, "-", stdin=line(2))
        self.relay.behave = self.relay.answer(b"N")
        self.assertEqual(self.council.run("sync", "--store", store, "--once").returncode, 1)
        self.relay.behave = self.relay.pass_on
        self.assertEqual(self.council.sync(store)["pending"], 0)


if __name__ == "__main__":
    unittest.main()
