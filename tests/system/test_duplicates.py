# SPDX-License-Identifier: MIT
"""One record of each person, in the real window, driven as a screen reader drives it: found though mistyped, warned of
while somebody writes them down again, reviewed, merged, and separated."""

import time
import unittest

from council import BIN, PASSPHRASE, Council
from screen_reader import in_session, sign_in

PEOPLE = """id,title,given_name,family_name,date_of_birth,phone,postcode,address
C1,Mrs,Joan,Hesketh-Vane,21/06/1979,07700 900123,AA1 1AA,15 Mainwood Road
C2,Mrs,Jaon,Hesketh-Vane,21/06/1979,07700 900123,AA1 1AA,15 Mainwood Road
C3,Mr,Zbigniew,Nowak,30/01/1950,07700 900456,AA2 2BB,3 Mill Lane
"""
ROW = ["list item", "table cell"]


class OneRecordOfEachPerson(unittest.TestCase):
    def centre_knows(self, council, kind, timeout=30):
        until = time.monotonic() + timeout
        count = "0"
        while time.monotonic() < until and count == "0":
            count = council.postgres.value(f"SELECT count(*) FROM reeve.merge_event WHERE kind = '{kind}'")
            time.sleep(0.3)
        self.assertEqual(count, "1", f"the centre has not heard that {kind}")

    def test_mistyped_found_warned_reviewed_merged_and_separated(self):
        with Council() as council:
            desk = council.enrol()
            people = council.folder / "people.csv"
            people.write_text(PEOPLE, encoding="utf-8")
            council.must("import", "people", people, "--store", desk)
            council.sync(desk)
            window = sign_in(self, [str(BIN / "reeve"), "--store", str(desk)], PASSPHRASE, council.folder)

            # Mistyped, and found.
            window.write(window.find("^Find a person$", "text"), "zbignew novak")
            window.find("Zbigniew Nowak", ROW)
            window.focus(window.find("^Find a person$", "text"))
            window.keys("Return")
            window.find("Person: Mr Zbigniew Nowak", "label")

            # Written down again: warned, with a reason.
            window.keys("ctrl+n")
            window.write(window.find("^Given name", "text"), "Zbigniew")
            window.write(window.find("^Family name", "text"), "Nowak")
            window.write(window.find("^Date of birth", "text"), "30/1/1950")
            window.find("somebody we know|very likely", "label")
            window.find("Zbigniew Nowak.*(Very likely|Possible).*The same: .*date of birth", ROW)
            window.keys("F3", "Return")            # one key goes there, one adopts
            window.find("Person: Mr Zbigniew Nowak", "label")

            # Reviewed, side by side, and merged.
            window.keys("ctrl+d")
            window.find("Joan Hesketh-Vane and .*Jaon Hesketh-Vane", ROW)
            window.find("^First name, differs. Left: Joan. Right: Jaon", "label")
            window.find("^Same person", "push button")
            window.keys("s")
            window.find("^First name: Joan, from the left", "radio button")
            window.keys("ctrl+Return")
            window.find("^Merged", "label")
            window.gone("Joan Hesketh-Vane and ", ROW)
            self.centre_knows(council, "people_merged")
            window.keys("Escape")
            window.gone("^Same person", "push button")

            # Two records behind one person: separated again.
            window.write(window.find("^Find a person$", "text"), "hesketh-vane")
            window.find("Joan Hesketh-Vane", ROW)
            window.focus(window.find("^Find a person$", "text"))
            window.keys("Return")
            window.find("^2 records are shown as this person", "label")
            window.press(window.find("^Separate the merged records$", "push button"))
            window.find("^Nothing came after the merge", "label")
            window.press(window.find("^Separate the two records$", "push button"))
            window.find("^Separated", "label")
            window.gone("^2 records are shown as this person", "label")
            self.centre_knows(council, "people_unmerged")
            window.close()


if __name__ == "__main__":
    in_session(__file__)
    unittest.main()
