import PostilCore

/// The phrases that limit or blur a number, before it and behind it.
struct ApproximatorPhrases: Sendable {
    /// A phrase with what it does.
    struct Phrase: Sendable {
        let words: [LowercaseHash]
        let approximation: NumberApproximation
        /// Whether the phrase is part of the number's extent; those with a preposition of their own are not.
        var isInside = true
    }

    /// The phrases before a number by the hash of their last word, the longest first.
    let before: [UInt64: [Phrase]]
    /// The phrases behind a number, the longest first.
    let behind: [Phrase]

    static let english = ApproximatorPhrases()

    private init() {
        var before: [UInt64: [Phrase]] = [:]
        for (approximation, list) in ApproximatorPhrases.phrasesBefore {
            for text in list.split(separator: ",") {
                let words = text.split(separator: " ").map { LowercaseHash(word: $0) }
                guard let last = words.last else { continue }
                let isInside = !text.hasPrefix("in ") && !text.hasPrefix("on ") && !text.hasSuffix(" of")
                before[last.bits, default: []].append(
                    Phrase(words: words, approximation: approximation, isInside: isInside)
                )
            }
        }
        self.before = before.mapValues { $0.sorted { $0.words.count > $1.words.count } }
        behind = ApproximatorPhrases.phrasesBehind
            .flatMap { approximation, list in
                list.split(separator: ",").map { text in
                    Phrase(
                        words: text.split(separator: " ").map { LowercaseHash(word: $0) },
                        approximation: approximation
                    )
                }
            }
            .sorted { $0.words.count > $1.words.count }
    }

    private static let phrasesBefore: [(NumberApproximation, String)] = [
        (
            .atLeast,
            "at least,no less than,no fewer than,not less than,not fewer than,a minimum of,minimum of,a minimum,≥,at the very least,greater than or equal to,more than or equal to,larger than or equal to,bigger than or equal to,"
                + "equal to or greater than,equal to or more than,equal to or larger than,at least or equal to,>=,=>,"
                + "as many as at least,from at least"
        ),
        (
            .atMost,
            "at most,up to,no more than,not more than,no greater than,as many as,as much as,a maximum of,maximum of,≤,at the most,less than or equal to,smaller than or equal to,lower than or equal to,fewer than or equal to,"
                + "equal to or less than,equal to or fewer than,at most or equal to,<=,=<,"
                + "not exceeding,as high as,no higher than,within"
        ),
        (
            .moreThan,
            "more than,over,above,greater than,larger than,higher than,upwards of,in excess of,exceeding,well over,just over,"
                + "a little over,slightly more than,slightly over,longer than,bigger than,beyond,much more than,well above,just above,>,"
                + "better than,upward of,far more than,a little more than,well more than,older than,heavier than,taller than,way over"
        ),
        (
            .lessThan,
            "less than,fewer than,under,below,lower than,smaller than,shorter than,just under,well under,slightly less than,"
                + "a little less than,just below,well below,<,far fewer than,far less than,a little under,short of,younger than,slightly under,"
                + "slightly below,much less than"
        ),
        (
            .about,
            "about,around,approximately,roughly,some,circa,ca,ca.,c.,~,≈,approx,approx.,an estimated,estimated,close to,"
                + "in the region of,something like,in the neighborhood of,more or less,give or take,or about,just about,on the order of,"
                + "somewhere around,an average of,nearly about,±,∼,roughly about"
        ),
        (.nearly, "nearly,almost,approaching,just short of,not quite,close on,very nearly,virtually,practically"),
        (.exactly, "exactly,precisely,exact"),
        (.atMost, "as few as"),
        (.atLeast, "as little as"),
    ]

    private static let phrasesBehind: [(NumberApproximation, String)] = [
        (.about, "or so,or thereabouts"), (.atLeast, "or more,or above,or over,or greater,and up,and above,or higher"),
        (.atMost, "or less,or fewer,or under,or lower"), (.atLeast, "at least"), (.atMost, "at most"),
    ]
}
