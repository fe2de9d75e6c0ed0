import ArgumentParser
import Postil

/// Shows what a lexicon finds in a text.
struct LexiconFindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Show what lexicons find in a text.",
        discussion: """
            Each line shows a match and one of its senses, parted by tabs: the matched text, its first and last byte \
            offset, kind, canonical form, link, weight, detail, how the capitals agree, and the lexicon. Of several \
            lexicons an earlier one overrides the later ones.

            EXAMPLES
              postil lexicon find "The mayor of Tal-Afar flew to Vienna."
              postil lexicon find "Reports from Zembla" --dictionary zembla.tsv
              postil lexicon find "i love paris" --ignore-case --all
            """
    )

    @Argument(help: "The text.")
    var text: String

    @Option(help: "A lexicon, a table or compiled, in place of the program's own; may be given more than once.")
    var dictionary: [String] = []

    @Flag(help: "Look into the program's own lexicon too, behind those that are given.")
    var builtIn = false

    @Flag(help: "Show the shorter names that begin at a token, too.")
    var all = false

    @Flag(help: "Find names that the text writes in small letters, too.")
    var ignoreCase = false

    func run() throws {
        let pipeline = try Pipeline(name: "text", steps: [Segmenter()])
        let document = pipeline.annotate(Document(text: Text(text)))
        let lexicons = try lexicons()
        let tokens = document[.tokens] ?? Layer()
        let found = LexiconInput.with(document.text, tokens: tokens) { input in
            lexicons.matches(
                in: input,
                scan: all ? .all : .longest,
                accepting: ignoreCase ? .ignored : .relaxed
            )
        }
        for match in found {
            guard let first = match.tokens.first, let last = match.tokens.last else { continue }
            let span = tokens[first].span.union(tokens[last].span)
            for sense in lexicons.senses(of: match) {
                var fields = [document.text[span].description, String(span.start), String(span.end)]
                fields += [sense.kind.description, sense.canonical ?? "", sense.link ?? "", String(sense.weight)]
                fields += [sense.detail ?? "", sense.fit.description, lexicons.members[Int(match.lexicon)].name]
                print(fields.joined(separator: "\t"))
            }
        }
    }

    private func lexicons() throws -> LexiconSet {
        do throws(LexiconError) {
            var set = dictionary.isEmpty || builtIn ? try LexiconSet.embedded : LexiconSet()
            for (index, path) in dictionary.enumerated() {
                let priority = LexiconSet.userPriority + dictionary.count - index
                set.add(try Lexicon(path: path), name: path, priority: priority)
            }
            return set
        } catch {
            throw CommandFailure(.inputUnreadable, "\(error)")
        }
    }
}
