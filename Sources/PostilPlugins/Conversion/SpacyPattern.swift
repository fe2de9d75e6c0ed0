import PostilFormats

/// Why a pattern of spaCy's cannot be written as a rule.
struct SpacyPatternError: Error {
    let reason: String

    init(_ reason: String) { self.reason = reason }
}

/// A pattern of spaCy's Matcher in the language of rules, and a text that it should match.
///
/// Source: the attributes and operators of <https://spacy.io/api/matcher>.
struct SpacyPattern {
    /// The pattern.
    let pattern: String

    /// A text made of the words that it asks for.
    let sample: String

    /// Converts a list of tokens, or a text.
    init(_ value: JSONValue) throws(SpacyPatternError) {
        if let text = value.string {
            pattern = SpacyPattern.quoted(text)
            sample = text
            return
        }
        guard let tokens = value.array, !tokens.isEmpty else {
            throw SpacyPatternError("a pattern is a text or a list of tokens")
        }
        var patterns: [String] = []
        var samples: [String] = []
        for token in tokens {
            guard let members = token.object else { throw SpacyPatternError("a token is an object") }
            var conditions: [String] = []
            var sample: String?
            var operation = ""
            for member in members.members {
                if member.key.uppercased() == "OP" {
                    operation = member.value.string ?? ""
                    continue
                }
                let condition = try SpacyPattern.condition(member.key.uppercased(), member.value)
                conditions.append(condition.text)
                sample = sample ?? condition.sample
            }
            if operation == "!" {
                guard conditions.count == 1 else {
                    throw SpacyPatternError("the operator '!' on several conditions has no counterpart")
                }
                conditions = conditions.map { "!" + $0 }
                operation = ""
                sample = "of"
            }
            guard ["", "?", "*", "+"].contains(operation) || operation.hasPrefix("{") else {
                throw SpacyPatternError("the operator '\(operation)' is not known")
            }
            if operation.hasPrefix("{,") { operation = "{0" + operation.dropFirst() }
            patterns.append("[" + conditions.joined(separator: ", ") + "]" + operation)
            if operation != "?", operation != "*", !operation.hasPrefix("{0") {
                guard let sample = sample ?? (conditions.isEmpty ? "word" : nil) else {
                    throw SpacyPatternError("no example can be made of \(patterns.last ?? ""): write the rule by hand")
                }
                let count = operation.hasPrefix("{") ? Int(operation.dropFirst().prefix { $0.isNumber }) ?? 1 : 1
                samples += Array(repeating: sample, count: count)
            }
        }
        pattern = patterns.joined(separator: " ")
        sample = samples.joined(separator: " ")
    }

    /// `text` between marks, as rule files write it.
    static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
    }

    /// A condition and a word that fulfils it; nil where none is known.
    private typealias Condition = (text: String, sample: String?)

    /// What the flags of tokens become, with a word for each.
    private static let flags: [String: Condition] = [
        "IS_ALPHA": ("text: /[A-Za-z\u{C0}-\u{24F}]+/", "word"), "IS_DIGIT": ("text: /[0-9]+/", "7"),
        "IS_LOWER": ("shape: lower", "word"), "IS_UPPER": ("shape: upper", "ABC"),
        "IS_TITLE": ("shape: capitalized|initial", "Word"), "IS_PUNCT": ("kind: punctuation", ","),
        "IS_CURRENCY": ("pos: SYM, kind: symbol", "$"), "LIKE_URL": ("kind: url", "www.example.org"),
        "LIKE_EMAIL": ("kind: email", "ann@example.org"), "LIKE_NUM": ("number", "7"),
    ]

    private static func condition(_ key: String, _ value: JSONValue) throws(SpacyPatternError) -> Condition {
        if key.hasPrefix("IS_") || key.hasPrefix("LIKE_") {
            guard let flag = flags[key], let isSet = value.bool else {
                throw SpacyPatternError("'\(key)' has no counterpart")
            }
            if isSet { return flag }
            guard !flag.text.contains(", ") else { throw SpacyPatternError("'\(key)': false has no counterpart") }
            return ("!" + flag.text, "of")
        }
        switch key {
        case "ORTH", "TEXT": return try textCondition("text", value)
        case "LOWER", "NORM": return try textCondition("lower", value)
        case "LEMMA": return try textCondition("lemma", value)
        case "TAG": return try named("tag", value, samples: tagSamples)
        case "POS": return try named("pos", value, samples: tagSamples)
        case "ENT_TYPE":
            let renamed = ["DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"]
            if let type = value.string, let index = renamed.firstIndex(of: type) {
                return ("\(index < 2 ? "date" : "number"): \(type)", nil)
            }
            return try named("entity", value, samples: ["PERSON": "Smith", "GPE": "France", "ORG": "NATO"])
        case "SHAPE": return try shape(value)
        case "LENGTH":
            if let length = value.integer {
                return ("length = \(length)", String(repeating: "a", count: min(length, 40)))
            }
            guard let member = value.object?.members.first, let number = member.value.integer,
                ["==", ">=", "<=", "<", ">", "!="].contains(member.key)
            else { throw SpacyPatternError("a LENGTH is a number or a comparison") }
            return ("length \(member.key == "==" ? "=" : member.key) \(number)", nil)
        default: throw SpacyPatternError("'\(key)' has no counterpart")
        }
    }

    /// Words that the tagger is likely to give a tag.
    private static let tagSamples = [
        "NOUN": "tree", "NN": "tree", "NNS": "trees", "PROPN": "Smith", "NNP": "Smith", "ADJ": "old", "JJ": "old",
        "DET": "the", "DT": "the", "ADP": "of", "IN": "of", "NUM": "seven", "CD": "seven", "PUNCT": ",", "PRON": "she",
        "PRP": "she", "CCONJ": "and", "CC": "and", "ADV": "very", "RB": "very", "AUX": "is", "VERB": "said",
        "VBD": "said",
    ]

    /// A condition on a form of the token.
    private static func textCondition(_ name: String, _ value: JSONValue) throws(SpacyPatternError) -> Condition {
        if let text = value.string { return ("\(name): \(form(name, text))", text) }
        guard let member = value.object?.members.first else {
            throw SpacyPatternError("'\(name)' takes a text or an object")
        }
        switch member.key {
        case "IN", "NOT_IN":
            let texts = member.value.array?.compactMap { $0.string } ?? []
            guard let first = texts.first else { throw SpacyPatternError("'\(member.key)' takes a list of texts") }
            let list = texts.map { form(name, $0) }.joined(separator: "|")
            return member.key == "IN" ? ("\(name): \(list)", first) : ("\(name) != \(list)", "of")
        case "REGEX":
            guard var expression = member.value.string else { throw SpacyPatternError("a REGEX is a text") }
            // spaCy searches, and a rule's expression is of a whole token.
            expression = expression.hasPrefix("^") ? String(expression.dropFirst()) : ".*" + expression
            expression = expression.hasSuffix("$") ? String(expression.dropLast()) : expression + ".*"
            return ("\(name): /\(expression.replacing("/", with: "\\/"))/", nil)
        default: throw SpacyPatternError("'\(member.key)' has no counterpart")
        }
    }

    /// A text as a value: exact for the text, in any case for other forms.
    private static func form(_ name: String, _ text: String) -> String {
        name == "text" ? quoted(text) : "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }

    private static func named(
        _ name: String,
        _ value: JSONValue,
        samples: [String: String]
    ) throws(SpacyPatternError) -> Condition {
        if let text = value.string { return ("\(name): \(quoted(text))", samples[text]) }
        guard let member = value.object?.members.first, ["IN", "NOT_IN"].contains(member.key),
            let texts = member.value.array?.compactMap({ $0.string }), let first = texts.first
        else { throw SpacyPatternError("'\(name)' takes a text, IN or NOT_IN") }
        let list = texts.map(quoted).joined(separator: "|")
        return member.key == "IN" ? ("\(name): \(list)", samples[first]) : ("\(name) != \(list)", "of")
    }

    /// A shape such as `Xxxx` or `dd`, in which four or more of a kind stand for any number from four on.
    private static func shape(_ value: JSONValue) throws(SpacyPatternError) -> Condition {
        guard let shape = value.string, !shape.isEmpty else { throw SpacyPatternError("a SHAPE is a text") }
        var expression = ""
        var sample = ""
        var rest = Substring(shape)
        while let first = rest.first {
            let count = rest.prefix { $0 == first }.count
            rest = rest.dropFirst(count)
            let times = count >= 4 ? "{4,}" : "{\(count)}"
            switch first {
            case "X": expression += "[A-Z]" + times
            case "x": expression += "[a-z]" + times
            case "d": expression += "[0-9]" + times
            default:
                expression += "[" + (first == "]" || first == "\\" || first == "^" ? "\\" : "") + "\(first)]" + times
            }
            let letter: Character = first == "X" ? "Q" : first == "x" ? "q" : first == "d" ? "7" : first
            sample += String(repeating: letter, count: count)
        }
        return ("text: /\(expression.replacing("/", with: "\\/"))/", sample)
    }
}
