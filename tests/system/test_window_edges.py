# SPDX-License-Identifier: MIT
"""The window where things are many, refused or not to be had, driven as a screen reader and the keyboard drive it."""

import re
import subprocess
import time
import unittest

from council import BIN, PASSPHRASE, Council, line
from screen_reader import Window, in_session, sign_in

ROW = ["list item", "table cell"]
TWINS = ("id,title,given_name,family_name,date_of_birth,phone,postcode,address\n"
         "C1,Mrs,Joan,Hesketh-Vane,21/06/1979,07700 900123,AA1 1AA,15 Mainwood Road\n"
         "C2,Mrs,Jaon,Hesketh-Vane,21/06/1979,07700 900123,AA1 1AA,15 Mainwood Road\n")


class AtTheEdges(unittest.TestCase):
    def setUp(self):
        self.council = self.enterContext(Council())
        self.desk = self.council.enrol()

    def open_window(self):
        self.window = sign_in(self, [str(BIN / "reeve"), "--store", str(self.desk)], PASSPHRASE, self.council.folder)
        self.window.find("^New phone call in$", "push button")

    def brings(self, people):
        self.council.must("import", "people", self.council.file("people.csv", people), "--store", self.desk)

    def state(self, node, name):
        return node.get_state_set().contains(getattr(self.window.atspi.StateType, name))

    def focused(self):
        """Name and role of what has the keyboard."""
        for node in self.window.all():
            if self.state(node, "FOCUSED"):
                return node.get_name(), node.get_role_name()
        return None, None

    def comes_to_pass(self, is_so, words, timeout=20):
        until = time.monotonic() + timeout
        while not is_so():
            if time.monotonic() > until:
                self.fail(f"{words}:\n{self.window.outline()}")
            time.sleep(0.2)

    def test_of_very_many_the_first_are_offered_and_it_is_said_that_there_are_more(self):
        given = ["Aled", "Bronwen", "Carys", "Dilys", "Emrys", "Ffion", "Gareth", "Hywel"]
        self.brings("id,given_name,family_name,date_of_birth\n" + "".join(
            f"C{n},{given[n % len(given)]},Hesketh,{1 + n % 28}/{1 + n % 12}/{1940 + n % 60}\n" for n in range(3000)))
        self.open_window()
        window = self.window
        window.keys("F2")
        window.type("hesketh")
        window.find("^The first [0-9]+ people are shown; type more", "label")
        rows = window.all("Hesketh", ROW)
        self.assertGreater(len(rows), 1)
        self.assertLess(len(rows), 60)
        window.keys("Up", "Up")                          # from the first to a new person, and to the last
        last = rows[-1].get_name()
        self.comes_to_pass(lambda: self.state(window.find(f"^{re.escape(last)}$", ROW), "SELECTED"),
                           f"{last!r} is not chosen")
        window.keys("Return")
        window.find("^Person: .*Hesketh", "label")
        window.keys("F2")
        window.type("hesketh dilys 1943")
        window.find("people? found|person\\(s\\) found|The first", "label")
        window.keys("Return")
        window.find("^Person: Dilys Hesketh", "label")

    def test_what_the_centre_refused_is_read_sent_again_set_aside_and_taken_up_by_the_keyboard(self):
        self.council.postgres.query(
            "CREATE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF new.text LIKE '%pigeon%' THEN"
            " RAISE EXCEPTION 'no'; END IF; RETURN new; END $$;"
            "CREATE TRIGGER never BEFORE INSERT ON reeve.note FOR EACH ROW EXECUTE FUNCTION never()")
        many = 12
        self.council.must("log", "--store", self.desk, "-",
                          stdin=b"".join(line(n, f"came by pigeon {n}") for n in range(many)))
        self.assertEqual(self.council.sync(self.desk)["needs_attention"], many)
        self.open_window()
        window = self.window
        window.find(f"^{many} need attention$", "push button", timeout=30)
        window.keys("ctrl+shift+a")
        entries = window.find("^What needs attention$", "list")

        def is_left(count):
            return lambda: entries.get_child_count() == count

        self.comes_to_pass(is_left(many), "not all are listed")
        rows = [entries.get_child_at_index(row) for row in range(many)]
        self.assertTrue(all("The centre could not take it" in row.get_name() for row in rows), rows)
        self.comes_to_pass(lambda: self.state(rows[0], "FOCUSED"), "the keyboard is elsewhere")
        window.keys("End")
        window.find("came by pigeon", "label")           # what was written in it
        window.keys("Home", "Down", "Down")
        self.comes_to_pass(lambda: self.state(rows[2], "SELECTED"), "the third is not chosen")

        window.press(window.find("^Set aside$", "push button"))
        self.comes_to_pass(is_left(many - 1), "it was not set aside")
        window.press(window.find("^Undo: take up again", "push button"))
        self.comes_to_pass(is_left(many), "it did not come back")
        self.assertNotEqual(self.focused(), (None, None))

        self.council.postgres.query("DROP TRIGGER never ON reeve.note")
        window.focus(entries)
        for left in range(many - 1, many - 4, -1):
            window.press(window.find("^Send again$", "push button"))
            self.comes_to_pass(is_left(left), "it was not sent again", 40)
            self.assertNotEqual(self.focused(), (None, None))
        window.keys("Escape")
        window.find(f"^{many - 3} need attention$", "push button")
        self.assertEqual(self.council.postgres.value("SELECT count(*) FROM reeve.note"), "3")

    def test_two_are_separated_and_what_came_after_is_given_to_each_by_the_keyboard(self):
        self.brings(TWINS)
        ids = [self.council.must("show", "person", which, "--store", self.desk)[0]["id"] for which in ("C1", "C2")]
        self.council.must("merge", "C1", "C2", "--store", self.desk)
        for number, note in enumerate(("Asked about a bus pass.", "Bin missed.", "Rang about the rent.")):
            self.council.must("log", "--store", self.desk, "-", stdin=line(number, note, person=ids[0]))
        self.open_window()
        window = self.window
        window.keys("F2")
        window.type("hesketh-vane")
        window.find("Hesketh-Vane", ROW)
        window.keys("Return")
        window.find("^2 records are shown as this person", "label")
        window.keys("ctrl+shift+m")
        window.find("^3 still to be assigned$", "label")
        window.keys("ctrl+Return")                       # too early: the first that is open has the keyboard
        window.find("^Say first whose each thing is", "label")
        name, role = self.focused()
        self.assertEqual(role, "radio button")
        self.assertRegex(name, "belongs to Mrs J.*an Hesketh-Vane")
        window.press(window.find("bus pass.*belongs to Mrs Jaon", "radio button"))
        window.find("^2 still to be assigned$", "label")
        window.focus(window.find("^All the rest: Mrs Joan", "push button"))
        window.keys("space")
        self.comes_to_pass(lambda: not window.all("still to be assigned$", "label"), "something is left")
        self.assertEqual(self.focused()[0], "Separate the two records")
        window.keys("ctrl+Return")
        window.find("^Separated", "label")
        window.gone("^2 records are shown as this person", "label")
        self.comes_to_pass(lambda: not window.all("bus pass", ROW), "it still stands in the other's timeline")
        window.find("Bin missed", ROW)
        window.keys("ctrl+shift+z")                      # a slip
        window.find("^2 records are shown as this person", "label")
        window.find("bus pass", ROW)
        self.assertNotEqual(self.focused(), (None, None))

    def test_a_store_that_may_not_be_written_is_not_opened_and_says_so_until_it_may(self):
        self.council.sync(self.desk)
        if subprocess.run(["mount", "--bind", str(self.desk), str(self.desk)], capture_output=True,
                          check=False).returncode != 0:
            self.skipTest("needs the right to mount")
        self.addCleanup(subprocess.run, ["umount", "-l", str(self.desk)], check=False)
        remount = ["mount", "-o", "remount,bind,ro", str(self.desk)]
        subprocess.run(remount, check=True)
        self.window = window = Window([str(BIN / "reeve"), "--store", str(self.desk)],
                                      {**Council.environment(REEVE_PASSPHRASE=""), "HOME": str(self.council.folder)})
        self.addCleanup(window.kill)
        window.find("^Passphrase$", "password text")
        window.listen()
        times = 0
        while times < 2:                                 # the second time is said as well
            window.write(window.find("^Passphrase$", "password text"), PASSPHRASE)
            window.press(window.find("^Sign in$", "push button"))
            times += 1
            window.heard("disk cannot be written", times, timeout=30)
        subprocess.run([word.replace(",ro", ",rw") for word in remount], check=True)
        window.write(window.find("^Passphrase$", "password text"), PASSPHRASE)
        window.press(window.find("^Sign in$", "push button"))
        window.find("^Find a person$", "text", timeout=30)


if __name__ == "__main__":
    in_session(__file__)
    unittest.main()
