# SPDX-License-Identifier: MIT
"""What is refused before it does harm, and what a desk and its administrator are told, through reevectl alone."""

import json
import os
import signal
import subprocess
import unittest

from council import PASSPHRASE, REEVECTL, Council

PEOPLE = "id,given_name,family_name,date_of_birth,postcode\n"


class Administration(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.council = cls.enterClassContext(Council())
        cls.desk = cls.council.enrol()

    def refused(self, *words, code=1, **environment):
        """Standard error of what must be refused."""
        done = self.council.run(*words, **environment)
        self.assertEqual(done.returncode, code, done.stderr.decode())
        self.assertEqual(len(done.stdout), 0)
        return done.stderr.decode()

    def people(self, *rows):
        return self.council.file("people.csv", PEOPLE + "".join(row + "\n" for row in rows))

    def devices(self):
        return self.council.postgres.value("SELECT count(*) FROM reeve.device")

    def test_a_desk_that_cannot_be_made_is_none_at_the_centre(self):
        before = self.devices()
        folder = self.council.folder / "new"
        file = self.council.folder / "file"
        file.write_text("mine", encoding="utf-8")
        enrol = ["device", "enrol", "--central", self.council.postgres.uri(), "--agent", "asha", "--store"]
        self.assertIn("8 characters", self.refused(*enrol, folder, REEVE_PASSPHRASE="short"))
        self.assertIn("file of that name", self.refused(*enrol, file))
        self.refused(*enrol, "/proc/reeve")
        self.assertEqual(self.devices(), before)
        self.refused(*enrol, folder, REEVE_CENTRAL_PASSWORD="not hers at all", REEVE_AGENT_PASSWORD="")
        self.assertEqual(self.devices(), before)
        self.assertFalse(folder.exists(), "what came to nothing is taken away")
        self.assertEqual(file.read_text(encoding="utf-8"), "mine")
        self.council.must(*enrol, folder, REEVE_CENTRAL_PASSWORD="not hers at all")     # the other variable is

    def test_a_name_that_would_break_a_line_is_refused_before_anything_is_made(self):
        before = self.devices()
        folder = self.council.folder / "named"
        central = ["--central", self.council.postgres.uri()]
        enrol = ["device", "enrol", *central, "--agent", "asha", "--store", folder, "--desk-name"]
        add = ["central", "agent", "add", "kay", "--role", "handler", *central, "--display-name"]
        for name in ("Desk\n14", "Desk\x1b[2J", "\u202e41 ksed", " ", "x" * 201):
            self.assertIn("the name of the desk", self.refused(*enrol, name))
            self.assertIn("the display name", self.refused(*add, name))
        self.assertFalse(folder.exists())
        self.assertEqual(self.devices(), before)
        self.assertEqual(self.council.postgres.value("SELECT count(*) FROM reeve.agent WHERE name = 'kay'"), "0")

    def test_people_who_are_made_up_at_the_centre_are_written_down(self):
        self.council.must("sample", "--people", "30", "--central", self.council.postgres.uri())
        self.assertEqual(self.council.postgres.value("SELECT string_agg(detail ->> 'added', ' ') FROM reeve.audit "
                                                     "WHERE action = 'people_stored'"), "30")

    def test_an_agent_s_password_is_as_long_as_a_desk_s(self):
        add = ["central", "agent", "add", "kim", "--role", "handler", "--central", self.council.postgres.uri()]
        self.assertIn("8 characters", self.refused(*add, REEVE_AGENT_PASSWORD="x"))
        self.assertEqual(self.council.postgres.value("SELECT count(*) FROM reeve.agent WHERE name = 'kim'"), "0")
        self.council.must(*add, REEVE_AGENT_PASSWORD="eight ch")

    def test_a_desk_s_agents_have_names_and_the_last_one_stays(self):
        for name in ("../x", "", "Asha Patel", "pg_monitor", "a" * 60):
            told = self.refused("device", "agent", "add", name, "--store", self.desk, code=2,
                                REEVE_NEW_PASSPHRASE="one of their own")
            self.assertIn("name", told)
            self.assertEqual(told, self.refused("central", "agent", "add", name, "--role", "handler", "--central",
                                                self.council.postgres.uri(), code=2), "one rule")
        self.assertIn("last", self.refused("device", "agent", "remove", "asha", "--store", self.desk))
        self.assertIn("each agent", self.refused("device", "agent", "add", "sam", "--store", self.desk,
                                                 REEVE_NEW_PASSPHRASE=PASSPHRASE))
        self.council.must("device", "agent", "add", "sam", "--store", self.desk, REEVE_NEW_PASSPHRASE="sam's own one")
        self.assertIn("each agent", self.refused("device", "passphrase", "--store", self.desk,
                                                 REEVE_NEW_PASSPHRASE="sam's own one"))
        self.council.must("device", "agent", "remove", "sam", "--store", self.desk)
        self.assertEqual(self.council.status(self.desk)["agent"], "asha")

    def test_status_and_sync_count_the_same(self):
        other = self.council.enrol("other")
        self.council.must("import", "people", self.people("c1,Ann,Example,1950-01-01,AB1 2CD"), "--store", self.desk)
        for desk in (self.desk, other):
            self.council.sync(desk)
        for desk, name in ((self.desk, "Exemplar"), (other, "Sample")):
            self.council.must("import", "people", self.people(f"c1,Ann,{name},1950-01-01,AB1 2CD"), "--store", desk)
        for desk in (self.desk, other):
            self.council.sync(desk)
        for desk in (self.desk, other):
            told = self.council.sync(desk)["needs_attention"]
            self.assertGreaterEqual(told, 1)
            self.assertEqual(self.council.status(desk)["needs_attention"], told)

    def test_a_watch_says_nothing_before_it_has_looked(self):
        store = self.council.enrol("watched")
        self.council.must("import", "people", self.people("w1,Bea,Example,1951-02-03,AB1 2CD"), "--store", store)
        watch = subprocess.Popen([REEVECTL, "sync", "--store", str(store), "--watch"], stdout=subprocess.PIPE,
                                 env=self.council.environment())
        first = json.loads(watch.stdout.readline())
        watch.send_signal(signal.SIGINT)
        watch.communicate(timeout=60)
        self.assertGreaterEqual(first["people"], 1, first)
        self.assertGreaterEqual(first["pending"] + first["sent"], 1, first)

    def test_a_choice_about_a_field_that_nobody_has_is_refused(self):
        self.council.must("import", "people", self.people("m1,Cat,Example,1952-03-04,AB1 2CD",
                                                          "m2,Cathy,Example,1952-03-04,AB1 2CD"), "--store", self.desk)
        merge = ["merge", "m1", "m2", "--store", self.desk, "--take"]
        told = self.refused(*merge, "nosuch=absorbed")
        self.assertIn("nosuch", told)
        self.assertIn("given_name", told)
        self.council.must(*merge, "given_name=absorbed")
        self.assertEqual(self.council.must("show", "person", "m1", "--store", self.desk)[0]["fields"]["given_name"],
                         "Cathy")

    def test_two_who_are_recorded_as_related_are_merged_only_by_whoever_says_so(self):
        self.council.must("import", "people", self.people("r1,Gwen,Example,1954-03-04,AB1 2CD",
                                                          "r2,Owen,Example,1952-08-09,AB1 2CD"), "--store", self.desk)
        self.council.must("relate", "r1", "r2", "--as", "partner", "--authority", "lasting_power_property", "--store",
                          self.desk)
        merge = ["merge", "r1", "r2", "--store", self.desk]
        told = self.refused(*merge)
        self.assertIn("related to each other (partner, lasting_power_property)", told)
        self.assertNotIn("Example", told)

        def related():
            shown = self.council.must("show", "person", "r1", "--store", self.desk)[0]["fields"]
            return [field for field in shown if field.startswith("relationship/")]
        self.assertEqual(len(related()), 1)
        event = self.council.must(*merge, "--despite-relationship")[0]["event"]
        self.assertEqual(related(), [])
        self.council.must("unmerge", event, "--store", self.desk)
        self.assertEqual(len(related()), 1)

    def test_a_refusal_at_the_centre_speaks_of_no_desk(self):
        uri = self.council.postgres.uri(user="asha")
        told = self.refused("central", "device", "list", "--central", uri, REEVE_CENTRAL_PASSWORD="not hers at all")
        self.assertNotIn("saved", told)
        gone = "postgresql://asha@127.0.0.1:1/reeve"
        self.assertNotIn("saved", self.refused("central", "status", "--central", gone))
        entry = "00000000-0000-4000-8000-000000000000"
        told = self.refused("central", "quarantine", "show", entry, "--central", uri, code=2)
        self.assertIn("--reason", told)

    def test_a_store_without_its_keys_says_what_is_missing(self):
        keys = self.desk / "reeve.keys"
        kept = keys.read_bytes()
        os.unlink(keys)
        try:
            self.assertIn("keys", self.refused("status", "--store", self.desk).replace("reeve.keys", ""))
        finally:
            keys.write_bytes(kept)
            keys.chmod(0o600)


if __name__ == "__main__":
    unittest.main()
