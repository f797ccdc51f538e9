# SPDX-License-Identifier: MIT
"""The list of addresses in use is replaced by a whole newer one, and by nothing less."""

import unittest

from council import Council


def header(day, volume=1, kind="F"):
    return f"10,Exampleton,9999,2026-11-{day:02},{volume},2026-11-{day:02},00:00:00,1.0,{kind}\n"


def trailer(following):
    return f"99,{following},1,2026-11-13,00:00:00\n"


def houses(numbers, street="HIGH STREET", usrn=1):
    rows = [f"15,I,1,{usrn},{street},,EXAMPLETON,,ENG\n"]
    for number in numbers:
        rows.append(f"24,I,1,{100 * usrn + number},9999L{usrn:03}{number:06},ENG,1,,,,,,,,,,{number},,,,,{usrn},,,,\n")
    return "".join(rows)


class Gazetteer(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.council = Council().__enter__()
        cls.desk = cls.council.enrol()
        cls.council.must("import", "gazetteer", cls.council.file("first.csv", header(10) + houses(range(1, 4)) + trailer(0)),
                         "--store", cls.desk)

    @classmethod
    def tearDownClass(cls):
        cls.council.__exit__()

    def found(self, words):
        return len(self.council.must("address", words, "--store", self.desk))

    def refused(self, *texts, says, options=()):
        files = [self.council.file(f"part{number}.csv", text) for number, text in enumerate(texts)]
        done = self.council.run("import", "gazetteer", *options, *files, "--store", self.desk)
        self.assertEqual(done.returncode, 1, done.stderr)
        for words in (*says, "nothing was changed", "list in use is kept"):
            self.assertIn(words, done.stderr.decode())
        self.assertEqual(self.found("high"), 3)

    def test_a_file_without_an_address_does_not_empty_the_list(self):
        self.refused(header(13), says=["no address"], options=["--replace"])
        self.refused(header(13) + trailer(0), says=["no address"])

    def test_rows_without_a_header_are_not_taken_for_a_full_list(self):
        self.refused(houses(range(1, 4)), says=["no header"])

    def test_a_header_that_does_not_say_whether_it_is_full_is_refused(self):
        done = self.council.run("import", "gazetteer", self.council.file("odd.csv", header(13, kind="") + houses([1])),
                                "--store", self.desk)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"file type", done.stderr)
        self.assertEqual(self.found("high"), 3)

    def test_one_volume_alone_does_not_take_the_place_of_the_list(self):
        first = header(13, 1) + houses([1]) + trailer(2)
        second = header(13, 2) + houses([2], "MILL LANE", 2) + trailer(0)
        self.refused(second, says=["volume 1", "2026-11-13", "all volumes in one command"])
        self.refused(first, says=["volume 2", "all volumes in one command"])

    def test_a_file_that_was_cut_short_does_not_take_the_place_of_the_list(self):
        whole = header(13) + houses(range(1, 30)) + trailer(0)
        self.refused(whole[:-len(trailer(0))], says=["no last row (99)", "--replace"])
        self.refused(whole[:len(whole) // 2], says=["no last row (99)", "--replace"])
        first = header(13, 1) + houses([1])
        second = header(13, 2) + houses([2], "MILL LANE", 2) + trailer(0)
        self.refused(first, second, says=["part0.csv has no last row (99)"])

    def test_an_older_list_takes_its_place_only_where_that_is_meant(self):
        older = header(9) + houses([1, 2, 3, 4]) + trailer(0)
        self.refused(older, says=["2026-11-09", "2026-11-10", "--replace"])


class WholeDelivery(unittest.TestCase):
    def test_all_volumes_in_one_command_are_one_list_and_an_older_one_comes_back_where_it_is_meant(self):
        with Council() as council:
            desk = council.enrol()
            second = council.file("b.csv", header(13, 2) + houses([1, 2], "MILL LANE", 2) + trailer(0))
            first = council.file("a.csv", header(13, 1) + houses([1, 2, 3]) + trailer(2))
            loaded = council.must("import", "gazetteer", second, first, "--store", desk)[-1]
            self.assertEqual(loaded["addresses"], 5)
            old = council.file("old.csv", header(9) + houses([1]))
            done = council.run("import", "gazetteer", "--replace", old, "--store", desk)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn(b"no last row (99)", done.stderr)
            self.assertEqual(len(council.must("address", "high", "--store", desk)), 1)
            self.assertEqual(council.run("address", "mill", "--store", desk).stdout, b"")


if __name__ == "__main__":
    unittest.main()
