import PostilCore

extension GoldDocument {
    /// The document with the tags and lemmas that people have written beside it: a line `form XPOS UPOS lemma` for
    /// each token, with tabs between, an empty line between sentences, comments in the first lines behind `# `.
    ///
    /// - Throws: ``GoldError`` with the line at which they and the tokens part.
    public func tagged(by table: String) throws(GoldError) -> GoldDocument {
        var tags: [TokenTag?] = []
        var lemmas: [String?] = []
        var isHeader = true
        for (index, line) in table.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if isHeader, line.hasPrefix("# ") || line == "#" { continue }
            isHeader = false
            if line.isEmpty { continue }
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count == 4, let penn = PennTag(name: String(fields[1])),
                let universal = UniversalTag(name: String(fields[2])), !fields[3].isEmpty
            else {
                throw GoldError(
                    message: "line \(index + 1) of the tags: a form, a Penn tag, a universal tag and a lemma are needed"
                )
            }
            guard tags.count < tokens.count, text[tokens[tags.count]] == fields[0] else {
                throw GoldError(message: "line \(index + 1) of the tags: '\(fields[0])' is not the next token")
            }
            tags.append(TokenTag(penn: penn, universal: universal))
            lemmas.append(String(fields[3]))
        }
        guard tags.count == tokens.count else {
            throw GoldError(message: "there are tags for \(tags.count) of \(tokens.count) tokens")
        }
        return GoldDocument(
            identifier: identifier,
            text: text,
            sentences: sentences,
            tokens: tokens,
            tags: tags,
            lemmas: lemmas
        )
    }
}
