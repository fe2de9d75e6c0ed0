"""Tests of the figures; `postil plugin check` tests the plugin."""

import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))

import readability  # noqa: E402


class Syllables(unittest.TestCase):
    def test_words(self):
        cases = {
            "cat": 1, "table": 2, "make": 1, "makes": 1, "wanted": 2, "walked": 1, "houses": 2, "boxes": 2, "churches": 2,
            "harbour": 2, "engineer": 3, "nation": 2, "serious": 3, "people": 2, "rhythm": 1, "a": 1, "1998": 1,
            "responsibility": 6, "national": 3, "idea": 3,
        }
        found = {word: readability.syllables(word) for word in cases}
        self.assertEqual(found, cases)


class Scores(unittest.TestCase):
    def test_short_words_are_easy(self):
        figures = readability.score("The cat sat on the mat".split(), 1)
        self.assertEqual((figures["flesch"], figures["grade"], figures["words"]), (116.1, -1.4, 6))
        self.assertEqual(readability.level(figures["flesch"]), "VERY_EASY")

    def test_long_words_are_hard(self):
        figures = readability.score("Administrative responsibility necessitates documentation".split(), 1)
        self.assertEqual(readability.level(figures["flesch"]), "VERY_HARD")
        self.assertEqual(figures["long_words"], 4)


if __name__ == "__main__":
    unittest.main()
