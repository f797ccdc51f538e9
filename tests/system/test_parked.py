# SPDX-License-Identifier: MIT
"""An interaction that the centre cannot take, and what was noted about it: mended, applied, and told to its desk."""

import json
import time
import unittest

from council import Council, line

FLAG = (b'{"special_category":[{"category":"health","condition":"A9B","schedule1":"S1P1",'
        b'"detail":"uses a stick"}]}')


class Parked(unittest.TestCase):
    def setUp(self):
        self.council = self.enterContext(Council())
        self.centre = self.council.postgres.uri()
        self.desk = self.council.enrol()
        self.council.postgres.query(
            "CREATE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF new.text LIKE '%pigeon%' THEN"
            " RAISE EXCEPTION 'no'; END IF; RETURN new; END $$;"
            "CREATE TRIGGER never BEFORE INSERT ON reeve.note FOR EACH ROW EXECUTE FUNCTION never()")
        self.call = self.council.must("log", "--store", self.desk, "-", stdin=line(1, "came by pigeon"))[0]["id"]
        self.council.must("flag", self.call, "--store", self.desk, "-", stdin=FLAG)
        self.assertEqual(self.council.sync(self.desk)["needs_attention"], 2)
        self.entries = {entry["kind"]: entry for entry in self.quarantine("list")}
        self.flag = self.entries["special_category_item_added"]["entry"]

    def quarantine(self, what, *words):
        return self.council.must("central", "quarantine", what, *words, "--central", self.centre)

    def mend(self, entry, was, now):
        """The finished process that mended one word of it."""
        payload = self.quarantine("show", entry, "--reason", "to mend it")[0]["payload"]
        file = self.council.file("mended.json", json.dumps(payload).replace(was, now))
        return self.council.run("central", "quarantine", "mend", entry, "--payload", file, "--reason", "a slip",
                                "--central", self.centre)

    def look(self):
        """What the desk shows of it to somebody who gives a reason."""
        return self.council.run("show", "interaction", self.call, "--store", self.desk, "--reason", "a look").stdout

    def test_what_was_mended_is_what_everybody_has_and_nothing_restricted_stays(self):
        self.assertEqual(self.entries["special_category_item_added"]["waits_for"], self.call)
        self.assertEqual(self.entries["special_category_item_added"]["waits_for_state"], "quarantined")
        self.assertIn(b"a stick", self.look())
        parked = self.mend(self.flag, "a stick", "two sticks")
        self.assertEqual(parked.returncode, 1)
        self.assertIn(self.call, parked.stderr.decode(), "what it waits for")
        self.assertEqual(self.mend(self.call, "pigeon", "letter").returncode, 0)
        self.assertEqual(self.quarantine("list"), [])
        self.assertEqual(self.council.postgres.value("SELECT detail FROM reeve.special_category_item"),
                         "uses two sticks")

        deadline = time.monotonic() + 60
        while self.council.status(self.desk)["safe"] < 2 and time.monotonic() < deadline:
            self.assertEqual(self.council.sync(self.desk)["needs_attention"], 0)
            time.sleep(0.5)
        self.assertEqual(self.council.must("show", "interaction", self.call, "--store", self.desk)[0]["notes"][0]["text"],
                         "came by letter")
        self.council.postgres.stop()
        self.assertNotIn(b"stick", self.look())

    def test_what_waits_for_a_rejected_entry_is_named(self):
        reject = ["central", "quarantine", "reject", "--reason", "nonsense", "--central", self.centre]
        done = self.council.run(*reject, self.call)
        self.assertEqual(done.returncode, 0)
        self.assertEqual(json.loads(done.stdout)["awaited_by"], [self.flag])
        self.assertIn("awaited_by", done.stderr.decode())
        self.assertEqual([(entry["entry"], entry["waits_for_state"]) for entry in self.quarantine("list")],
                         [(self.flag, "rejected")])
        self.council.must(*reject, self.flag)
        self.assertEqual(self.quarantine("list"), [])

    def test_what_waits_for_a_rejected_entry_is_rejected_with_it_when_asked(self):
        answer = self.quarantine("reject", self.call, "--reason", "nonsense", "--with-waiting")[0]
        self.assertEqual(answer["rejected_with_it"], [self.flag])
        self.assertEqual(self.quarantine("list"), [])
        self.assertEqual([entry["decision"] for entry in self.quarantine("list", "--all")], ["nonsense"] * 2)
        self.assertEqual(self.council.sync(self.desk)["needs_attention"], 2, "each is told here, with the reason")


if __name__ == "__main__":
    unittest.main()
