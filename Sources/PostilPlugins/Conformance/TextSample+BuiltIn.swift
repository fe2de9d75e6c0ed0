import PostilCore

extension TextSample {
    /// The texts that every check uses: the edges of what a text can be, then English of many kinds.
    ///
    /// - Parameter length: How long the long ones are, in bytes.
    static func builtIn(length: Int) -> [TextSample] {
        short + long(length) + prose.map { TextSample($0.name, Text($0.text)) }
    }

    private static let short: [TextSample] = [
        TextSample("empty text", ""),
        TextSample("one space", " "),
        TextSample("white space", Text(" \n\t \r\n\n\u{A0}\u{2003}\u{2028} \n \n ")),
        TextSample("byte order mark alone", "\u{FEFF}"),
        TextSample("NUL alone", "\u{0}"),
        TextSample("combining mark alone", "\u{301}"),
        TextSample("one letter", "a"),
        TextSample("one emoji", "👩‍👩‍👧‍👦"),
    ]

    private static func long(_ length: Int) -> [TextSample] {
        let runs = [
            ("one very long word", "anti"), ("one very long number", "9"), ("very many brackets", "("),
            ("very many quotation marks", "\"'"), ("very many line ends", "\r\n"), ("very many stops", "."),
            ("a very long line of words", "and then "), ("very many hyphens", "so-"),
            ("very many combining marks", "\u{301}"),
        ]
        return runs.map { TextSample($0.0, Text(String(repeating: $0.1, count: length / $0.1.utf8.count))) }
    }

    private static let prose: [(name: String, text: String)] = [
        (
            "news",
            """
            HALF OF FLOAT CAUGHT IN CANAL

            WEXCOMBE, 14 May 2019 — At least 31 people were helped ashore on Tuesday after the carnival barge \
            "Duchess of Wex" ran on to the lock gates, the county's fire service said. Nobody was hurt.

            "It was slow, it was loud, and it had a brass band on it," said Dr. Imelda Quayle, who chairs the Canal Trust. \
            Repairs may cost £1.4 million, nearly 12% of the Trust's budget.
            """
        ),
        (
            "letter",
            """
            Dear Mrs. O'Hara,

            Thank you for yours of the 3rd. I can't come before next Thursday at 6:30 p.m., and I won't bring the accordion; \
            Uncle Bert's isn't mended yet. Could you let me have about two dozen eggs, and the third volume of Gibbon?

            P.S. You said he'd "retired". From what?
            """
        ),
        (
            "dialogue",
            """
            “Who told you?” asked Odile.

            “Nobody. ‘Ask at the mill’ is all the note said.” He turned it over. “And then, on the back, ‘Not after dark.’”

            — Rubbish, said her brother. — They shut at four.
            """
        ),
        (
            "report with a list",
            """
            3.2 Findings

            1. Boiler pressure fell from 2.1 bar to 0.9 bar between 01/02/2020 and 15/02/2020.
            2. Three of the five valves (60%) were not rated for -10 °C.
              a) See Fig. 4 and www.valves.example/rev-2.0.1.
              b) Call +44 20 7946 0958 or write to desk@valves.example.
            3. One third of staff were never told.

            Total: $13,009.50, i.e. more than twice the estimate of Q3 2019.
            """
        ),
        (
            "post",
            """
            omg @mill_cat is BACK 😻😻 best. day. ever!!! #wexcombe
            not gonna lie, I cried :') … 10/10 would be ignored by her again 👩🏽‍🌾🇬🇧 1️⃣
            """
        ),
        (
            "wrapped lines",
            """
            The inspector, who had come by the early train and meant to leave by
            the late one, counted the hens twice. There were forty-one. There had
            been forty-four on Monday, when Mr. Pym wrote them down; and hens, as
            he observed, do not as a rule go to Exeter.
            """
        ),
        ("carriage returns", "First line of two.\r\nSecond line.\r\n\r\nA new paragraph, at 5 pm.\r\n"),
        (
            "no final stop",
            "\u{FEFF}Jean-Luc paid 3.5 million yen (about $25,000) in July 2008; May paid nothing, and may never pay"
        ),
        (
            "other scripts",
            "Le café coûte 5 €. 東京は大きい。 שלום, said Noa. \u{202B}مرحبا\u{202C} — e\u{301}te\u{301} 😀 naïve 𝒊 ﬁn."
        ),
        ("marks that do not match", "\"So it goes, she said. 'Tis (not [so} bad”, but “what of it? ''\"\"''"),
        (
            "opinions",
            "The soup was not bad at all. The service? Dreadful, though the waiter never once lied. I'd go again!!"
        ),
        ("inner controls", "one\u{0}two \u{200B}three\u{AD}four\u{FEFF}five\tsix\u{85}seven\u{2028}eight"),
    ]
}
