/// What stands behind a command's name: words, of which quotation marks keep white space together.
struct Arguments: Hashable {
    /// The words, without their quotation marks.
    let words: [String]

    /// Everything as it was written.
    let rest: String

    /// Splits `rest` at white space. In quotation marks, single or double, white space is kept; a backslash
    /// in double ones takes the next character as it is.
    ///
    /// - Throws: ``CommandError`` where a quotation mark is left open.
    init(_ rest: String) throws(CommandError) {
        self.rest = rest
        var words: [String] = []
        var word: String?
        var mark: Character?
        var isEscaped = false
        for character in rest {
            if isEscaped {
                word = (word ?? "") + String(character)
                isEscaped = false
            } else if let open = mark {
                if character == open {
                    mark = nil
                } else if character == "\\", open == "\"" {
                    isEscaped = true
                } else {
                    word = (word ?? "") + String(character)
                }
            } else if character == "\"" || character == "'" && word == nil {
                mark = character
                word = word ?? ""
            } else if character.isWhitespace {
                if let word { words.append(word) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if mark != nil { throw .usage("a quotation mark is left open: \(rest)") }
        if let word { words.append(word) }
        self.words = words
    }

    /// The word at `position`; nil where there are fewer.
    subscript(position: Int) -> String? { words.indices.contains(position) ? words[position] : nil }

    var isEmpty: Bool { words.isEmpty }
    var count: Int { words.count }
}

extension Arguments {
    /// Takes `rest` as one word, or as none where it is empty.
    init(whole rest: String) {
        self.rest = rest
        words = rest.isEmpty ? [] : [rest]
    }

    /// `word` so that it is read as one word.
    static func quoted(_ word: String) -> String {
        guard word.isEmpty || word.contains(where: { $0.isWhitespace || "\"'\\".contains($0) }) else { return word }
        return "\"" + word.reduce(into: "") { $0 += "\"\\".contains($1) ? "\\\($1)" : String($1) } + "\""
    }
}
