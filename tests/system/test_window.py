# SPDX-License-Identifier: MIT
"""The whole promise, in the real window, driven as a screen reader drives it."""

import time
import unittest

from council import AGENT_PASSWORD, BIN, PASSPHRASE, Council, traces
from screen_reader import in_session, sign_in

NOTES = ["Bin in Quellenwasser Road missed twice.", "Rang again about Quellenwasser Road, very upset."]
DETAIL = "oxygen concentrator from Ysbyty Gwynedd"


class InTheWindow(unittest.TestCase):
    def open_window(self, council, desk):
        return sign_in(self, [str(BIN / "reeve"), "--store", str(desk)], PASSPHRASE, council.folder)

    def take_call(self, window, note, detail=None):
        window.write(window.find("^Find a person$", "text"), "hesketh-vane 1979")
        window.find("Hesketh-Vane", ["list item", "table cell"])
        window.focus(window.find("^Find a person$", "text"))
        window.keys("Return")
        window.find("Joan Hesketh-Vane", "label")
        window.press(window.find("^New phone call in$", "push button"))
        window.write(window.find("[Rr]eason", "text"), "mb")
        window.find("Missed|missed|bin", ["list item", "table cell"])
        window.keys("Return")
        window.write(window.find("^Note", "text"), note)
        if detail:
            window.keys("ctrl+shift+f", "1")
            field = window.find("[Dd]etail|[Ww]hat|said", "text", timeout=5)
            window.write(field, detail)
        window.find("^(Note )?[Ss]aved", timeout=5)
        window.press(window.find("Resolved", ["push button", "check box", "radio button", "toggle button"]))
        finish = window.find("^Finish", "push button")
        window.press(finish)
        window.gone("^Finish", "push button")

    def test_a_call_online_and_one_offline_both_arrive_once_and_nothing_is_readable(self):
        with Council() as council:
            desk = council.enrol()
            people = council.folder / "people.csv"
            people.write_text("id,title,given_name,family_name,date_of_birth,phone,postcode,address\n"
                              "C1,Mrs,Joan,Hesketh-Vane,21/06/1979,07700 900123,AA1 1AA,15 Mainwood Road\n",
                              encoding="utf-8")
            council.must("import", "people", people, "--store", desk)
            council.sync(desk)
            people.unlink()

            window = self.open_window(council, desk)
            self.take_call(window, NOTES[0], DETAIL)
            window.find("Saved · Sent", timeout=20)
            council.postgres.stop()
            window.find("^Offline since", timeout=30)
            self.take_call(window, NOTES[1])
            window.find("1 waiting", timeout=10)
            self.assertEqual(traces(desk, ["Quellenwasser", "Ysbyty Gwynedd", "Hesketh"]), [])
            window.kill()                      # as a power cut would
            self.assertEqual(traces(desk, ["Quellenwasser", "Ysbyty Gwynedd", "Hesketh"]), [])

            window = self.open_window(council, desk)
            window.find("1 waiting", timeout=15)
            council.postgres.start()
            window.find("Saved · Sent", timeout=90)
            window.close()

            counts = council.postgres.query("SELECT count(*), count(DISTINCT id) FROM reeve.interaction")[0]
            self.assertEqual(counts, ["2", "2"])
            for note in NOTES:
                self.assertEqual(council.postgres.value(f"SELECT count(*) FROM reeve.note WHERE text = '{note}'"), "1")
            self.assertEqual(council.postgres.value(
                f"SELECT count(*) FROM reeve.special_category_item WHERE category = 'health' AND detail = '{DETAIL}'"),
                "1")
            self.assertEqual(council.postgres.value("SELECT count(*) FROM reeve.note WHERE text LIKE '%oxygen%'"), "0")
            self.assertEqual(traces(desk, ["Quellenwasser", "Ysbyty Gwynedd", "Hesketh"]), [])

    def test_a_whole_call_is_taken_with_the_keyboard_alone(self):
        with Council() as council:
            desk = council.enrol()
            people = council.folder / "people.csv"
            people.write_text("id,title,given_name,family_name,date_of_birth,phone,postcode,address\n"
                              "C1,Mrs,Joan,Hesketh-Vane,21/06/1979,07700 900123,AA1 1AA,15 Mainwood Road\n",
                              encoding="utf-8")
            council.must("import", "people", people, "--store", desk)
            council.sync(desk)
            window = self.open_window(council, desk)

            window.keys("F2")
            window.type("hesketh-vane 1979")
            window.find("Hesketh-Vane", ["list item", "table cell"])
            window.keys("Return")
            window.find("^Person: Mrs Joan Hesketh-Vane", "label")
            window.keys("ctrl+shift+1")        # the caret goes to the reason
            window.find("Add a reason$", "text")
            window.type("mb")
            window.find("Missed|missed|bin", ["list item", "table cell"])
            window.keys("Return", "F8", "Right")   # somebody for them: the caret goes to their name
            window.type("Piotr")
            window.keys("F7")
            window.type(NOTES[0])
            window.keys("ctrl+shift+f", "1")
            window.type(DETAIL)
            window.keys("shift+F9", "1", "ctrl+Return")
            window.find("^Nothing in work$", "label")
            window.find("^Saved · Sent", timeout=20)

            window.keys("ctrl+t", "Return")    # what was just said, whole; then one thing more
            window.find("^Add a note$", "push button")
            window.keys("Tab", "space")
            window.type("Rang back.")
            window.keys("ctrl+Return")
            window.gone("^Save note$", "push button")
            until = time.monotonic() + 30
            while council.postgres.value("SELECT count(*) FROM reeve.note") != "2" and time.monotonic() < until:
                time.sleep(0.3)
            window.close()

            self.assertEqual(council.postgres.query("SELECT text FROM reeve.note ORDER BY written_at"),
                             [[NOTES[0]], ["Rang back."]])
            self.assertEqual(council.postgres.query("SELECT role, name_as_told FROM reeve.party "
                                                    "WHERE name_as_told <> ''"), [["family", "Piotr"]])
            self.assertEqual(council.postgres.value("SELECT detail FROM reeve.special_category_item"), DETAIL)

    def test_a_note_half_written_survives_a_kill(self):
        with Council() as council:
            desk = council.enrol()
            window = self.open_window(council, desk)
            window.press(window.find("^New phone call in$", "push button"))
            window.write(window.find("^Note", "text"), NOTES[0])
            time.sleep(1.2)
            window.kill()
            window = self.open_window(council, desk)
            note = window.find("^Note", "text", timeout=20)
            self.assertEqual(window.text_of(note).strip(), NOTES[0])
            window.close()

    def test_the_window_speaks_welsh_at_once_and_the_title_holds_no_names(self):
        with Council() as council:
            desk = council.enrol()
            window = self.open_window(council, desk)
            window.find("^New phone call in$", "push button")
            window.keys("ctrl+k")
            palette = window.find(role="text", name="[Cc]ommand|[Aa]ction|[Dd]o", timeout=5)
            window.write(palette, "Cymraeg")
            window.keys("Return")
            window.gone("^New phone call in$", "push button")
            window.find("galwad|Galwad", "push button")
            window.close()


if __name__ == "__main__":
    in_session(__file__)
    assert AGENT_PASSWORD
    unittest.main()
