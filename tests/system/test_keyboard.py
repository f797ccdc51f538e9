# SPDX-License-Identifier: MIT
"""The keyboard is always somewhere, its keys mean what the window says they mean, and what was typed comes back."""

import time
import unittest

from council import BIN, PASSPHRASE, Council
from screen_reader import in_session, sign_in

PEOPLE = ("id,given_name,family_name,date_of_birth\n"
          "C1,Joan,Hesketh-Vane,21/06/1979\nC2,Idris,Penhaligon,3/5/1950\n")


class Keyboard(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.council = cls.enterClassContext(Council())

    def setUp(self):
        self.desk = self.council.enrol(self.id().rsplit(".", 1)[-1])
        self.council.must("import", "people", self.council.file("people.csv", PEOPLE), "--store", self.desk)
        self.open_window()

    def open_window(self):
        self.window = sign_in(self, [str(BIN / "reeve"), "--store", str(self.desk)], PASSPHRASE, self.council.folder)
        self.window.find("^(New phone call in|In work)", ["push button", "check box"])

    def find(self, query, name):
        self.window.keys("F2")
        self.window.type(query)
        self.window.find(name, "list item")
        self.window.keys("Return")
        self.window.find(f"^Person: .*{name}", "label")

    def call(self, note):
        before = len(self.window.all("^In work", "check box"))
        self.window.keys("ctrl+shift+1")
        until = time.monotonic() + 10
        while len(self.window.all("^In work", "check box")) == before and time.monotonic() < until:
            time.sleep(0.1)
        self.window.keys("F7")
        self.window.type(note)

    def holds(self, name, words, timeout=5):
        """The field has those words, and the keyboard brought them there."""
        until = time.monotonic() + timeout
        text = None
        while time.monotonic() < until:
            fields = self.window.all(name, "text")
            text = self.window.text_of(fields[0]) if fields else None
            if text == words:
                return
            time.sleep(0.1)
        self.assertEqual(text, words)

    def has_focus(self, name, role):
        until = time.monotonic() + 5
        while time.monotonic() < until:
            if any(node.get_state_set().contains(self.window.atspi.StateType.FOCUSED)
                   for node in self.window.all(name, role)):
                return
            time.sleep(0.1)
        self.fail(f"the keyboard is not on {name!r}:\n{self.window.outline()}")

    def test_what_was_set_aside_is_taken_back_while_the_caret_is_in_another_note(self):
        self.call("First.")
        self.call("Second.")
        self.window.keys("ctrl+shift+Delete")
        self.holds("^Note", "First.")
        self.window.keys("F7", "ctrl+shift+z")
        self.holds("^Note", "Second.")
        self.window.keys("F7")
        self.window.type("!")
        self.window.keys("ctrl+z", "ctrl+shift+z")     # in a note Redo comes first
        self.holds("^Note", "Second.!")

    def test_whoever_was_just_found_is_edited_by_the_key_that_stands_beside_it(self):
        self.find("penhaligon", "Penhaligon")
        self.window.keys("ctrl+e")                      # the caret is in the search, which knows that key too
        self.window.find("^Save person$", "push button")

    def test_the_keyboard_is_never_nowhere(self):
        self.window.keys("F2", "Escape")
        self.has_focus("^New phone call in$", "push button")
        self.window.keys("F9")
        self.has_focus("^New phone call in$", "push button")
        self.find("penhaligon", "Penhaligon")
        self.window.keys("ctrl+t")
        self.has_focus("^All$", "combo box")            # nothing is on record yet
        self.call("Rang about a bin.")
        self.window.keys("ctrl+e", "Tab")
        self.window.find("^Known as$", "text")
        self.window.focus(self.window.find("^Known as$", "text"))
        self.window.type("Id")
        self.window.keys("ctrl+s")
        self.window.find("known as Id", ["label", "frame"])
        self.window.type(" Twice.")
        self.holds("^Note", "Rang about a bin. Twice.")
        self.window.keys("F2", "ctrl+1")
        self.window.type(" Again.")
        self.holds("^Note", "Rang about a bin. Twice. Again.")

    def test_ctrl_s_saves_from_a_choice_too(self):
        self.find("hesketh", "Hesketh")
        self.window.keys("ctrl+shift+d")
        self.window.type("20/11/2025")
        self.window.keys("Tab", "ctrl+s")
        self.window.find("^Has died", "label")
        self.find("penhaligon", "Penhaligon")
        self.window.keys("ctrl+e")
        self.window.focus(self.window.find("^Known as$", "text"))
        self.window.type("Id")
        choice = self.window.all("^Not asked$", "combo box")[0]
        self.window.focus(choice)
        self.window.keys("ctrl+s")
        self.window.find("known as Id", ["label", "frame"])

    def test_what_happens_twice_is_heard_twice(self):
        self.find("hesketh", "Hesketh")
        self.window.listen()
        self.window.keys("ctrl+shift+d", "ctrl+s")
        self.window.heard("^When did they die")
        self.window.keys("ctrl+s")
        self.window.heard("^When did they die", times=2)
        self.window.keys("Escape", "F4")
        self.window.heard("^Nothing to confirm|^Confirmed")
        self.window.keys("F4")
        self.window.heard("^Nothing to confirm|^Confirmed", times=2)

    def test_a_death_half_written_down_is_left_and_taken_back_and_outlasts_the_program(self):
        self.find("hesketh", "Hesketh")
        self.window.keys("ctrl+shift+d")
        self.window.type("20/11")
        self.window.keys("Escape")
        self.window.gone("^Record the death$", "push button")
        self.window.keys("ctrl+shift+z")
        self.holds("^Date of death$", "20/11")
        self.window.type("/2025")
        time.sleep(2)
        self.window.kill()                              # as a power cut would
        self.open_window()
        self.holds("^Date of death$", "20/11/2025", timeout=10)
        self.window.keys("ctrl+s")
        self.window.find("^Has died", "label")

    def test_a_person_half_written_down_outlasts_the_program_and_is_not_saved_twice(self):
        self.window.keys("ctrl+n")
        self.window.type("Nest")
        self.window.keys("Tab")
        self.window.type("Gwilym")
        time.sleep(2)
        self.window.kill()                              # as a power cut would
        self.open_window()
        self.holds("^Family name$", "Gwilym", timeout=10)
        self.window.focus(self.window.find("^Known as$", "text"))
        self.window.type("Nessie")
        self.window.keys("ctrl+q")                      # at once
        self.window.process.wait(20)
        self.open_window()
        self.holds("^Known as$", "Nessie", timeout=10)
        self.window.find("^Save person$", "push button")
        self.window.keys("F6")
        self.window.focus(self.window.find("^Known as$", "text"))
        self.window.keys("ctrl+s")
        self.window.find("^Person: Nest Gwilym", "label")
        self.window.kill()
        self.open_window()
        time.sleep(1)
        self.assertEqual(self.window.all("^Save person$", "push button"), [])

    def test_whoever_is_in_which_call_is_told_after_a_restart(self):
        self.find("hesketh", "Hesketh")
        self.call("About the bin.")
        self.call("About the tax.")
        self.window.keys("ctrl+w")
        time.sleep(1)
        self.window.kill()
        self.open_window()
        self.window.find("^In work: Phone call, Joan Hesketh-Vane, started", "check box")
        self.window.find("^In work: Phone call, started", "check box")


if __name__ == "__main__":
    in_session(__file__)
    unittest.main()
