import PostilCore

/// What may be done to a word's form to get its lemma.
struct LemmaChange: Hashable {
    /// The form that is changed.
    enum Base: UInt8 {
        case lowercased, written, capitalized
    }

    /// The form that is changed.
    let base: Base

    /// How many bytes are taken from its end.
    let removed: Int

    /// What takes their place.
    let ending: [UInt8]

    /// The change that makes `lemma` of `form` and touches fewest letters.
    init(form: String, lemma: String) {
        func change(_ base: Base, _ form: String) -> LemmaChange {
            var common = 0
            for (left, right) in zip(form.unicodeScalars, lemma.unicodeScalars) {
                guard left == right else { break }
                common += UTF8.width(left)
            }
            return LemmaChange(
                base: base,
                removed: form.utf8.count - common,
                ending: Array(lemma.utf8.dropFirst(common))
            )
        }
        let changes = [
            change(.lowercased, form.lowercased()), change(.written, form),
            change(.capitalized, LemmaChange.capitalized(form)),
        ]
        self = changes[1...].reduce(changes[0]) { $1.size < $0.size ? $1 : $0 }
    }

    init(base: Base, removed: Int, ending: [UInt8]) {
        self.base = base
        self.removed = removed
        self.ending = ending
    }

    private var size: Int { removed + ending.count }

    /// The first letter as a capital, the rest in lower case.
    static func capitalized(_ form: String) -> String { form.prefix(1).uppercased() + form.dropFirst().lowercased() }

    /// The bytes of the change in a model: base, bytes removed, bytes of the ending, the ending.
    var encoded: [UInt8] {
        [base.rawValue, UInt8(min(removed, 255)), UInt8(min(ending.count, 255))] + ending.prefix(255)
    }
}

/// Which words share their changes: those with one tag and one sort of capitals.
struct LemmaGroup: Hashable {
    /// Tags and capitals as one number.
    let number: UInt32

    /// The group of a token.
    ///
    /// Auxiliaries differ from other verbs (*'s*, *'d*), and parts of names (*United* Nations) from names. Capitals
    /// count only where they can belong to the lemma.
    @inline(__always)
    init(tag: TokenTag, shape: TokenShape) {
        let penn = tag.penn.rawValue
        let isApart = tag.universal == .auxiliary || tag.penn.isProperNoun && tag.universal != .properNoun
        var capitals: UInt32 = 0
        if !tag.penn.isVerb && tag.penn != .determiner && tag.penn != .preposition && tag.penn != .comparativeAdjective
        {
            switch shape {
            case .none, .lower: capitals = 0
            case .upper: capitals = 2
            default: capitals = 1
            }
        }
        number = UInt32(penn) << 3 | capitals << 1 | (isApart ? 1 : 0)
    }
}
