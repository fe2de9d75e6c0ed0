extension EntityFeatures {
    /// What a feature of a template looks at, as explanations call it; positions count from the token.
    static func name(of template: UInt32) -> String { names[template] ?? "feature \(template)" }

    private static let names: [UInt32: String] = [
        1: "word", 2: "word as written", 3: "words -1 0", 4: "words 0 +1", 5: "word class", 6: "shapes -1 0 +1",
        7: "classes -1 0", 8: "classes 0 +1", 9: "shape", 10: "word -1, shape", 11: "word +1, shape",
        12: "word -2, shape", 13: "word +2, shape", 14: "class -1, shape", 15: "class +1, shape",
        16: "classes -1 0, fine", 17: "classes 0 +1, fine", 18: "class in the other case", 19: "class (4 bits)",
        20: "class (6 bits)", 21: "class (10 bits)", 22: "classes -1 0 +1", 23: "classes -2 -1 0",
        24: "classes 0 +1 +2", 25: "class -2, shape", 26: "class +2, shape", 27: "class in the other case (6 bits)",
        29: "first 2 letters", 30: "first 3 letters", 31: "first 4 letters", 32: "first 5 letters",
        34: "last 2 letters", 35: "last 3 letters", 36: "last 4 letters", 37: "last 5 letters",
        40: "beginning of the sentence, class in the other case", 41: "beginning of the sentence, shapes",
        42: "shapes 0 +1 +2", 43: "word before the capitalised run", 44: "word behind the run",
        45: "last word of the run", 46: "first word of the run", 47: "class of the run's last word",
        48: "class of the run's first word", 49: "class before the run", 50: "class behind the run",
        51: "classes before, at the end of and behind the run", 52: "classes at the run's ends",
        53: "what a small word behind the run leads to", 54: "the run's last word and a small word behind it",
        55: "what a small word before the run comes from", 56: "class that a small word before the run comes from",
        57: "how the document writes the word elsewhere", 58: "last word of the longest run with this word",
        59: "first word of the longest run with this word", 60: "small word between runs, word before it",
        61: "small word between runs, classes around it", 62: "small word between runs, classes of the ends",
        63: "last class of the longest run with this word", 64: "first class of the longest run with this word",
        65: "word before the longest run with this word", 66: "word behind the longest run with this word",
        67: "last word of what these initials stand for", 68: "classes of what these initials stand for",
        69: "the document has a name with these initials", 70: "gazetteer, shape", 71: "all gazetteer entries",
        72: "gazetteer -1 0", 73: "gazetteer 0 +1", 74: "gazetteer -1", 75: "gazetteer +1",
        76: "gazetteer at the run's ends", 77: "gazetteer but for capitals", 78: "gazetteer but for capitals, word -1",
        79: "gazetteer but for capitals, classes", 80: "gazetteer but for capitals, class -1",
        81: "gazetteer but for capitals, class +1", 82: "context class", 83: "context class, shape",
        84: "context class -1, shape", 85: "context class +1, shape", 86: "context classes -1 0",
        87: "context classes 0 +1", 88: "context class -2, shape", 89: "context class +2, shape",
        90: "context class (6 bits)", 91: "context class, word class", 92: "context class of the run's last word",
        93: "context class of the run's first word", 94: "context class before the run",
        95: "context class behind the run", 96: "context classes at the run's ends",
        97: "last context class of the longest run with this word",
    ]
}
