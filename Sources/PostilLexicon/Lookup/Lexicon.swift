import PostilCore

/// A compiled lexicon of names: finds the longest names at each token of a text, and says what they mean.
///
/// Look-ups compare hashes of folded words (see `postil lexicon build --help` for what folds), so a name is
/// found however it is hyphenated, accented or abbreviated with points; its capitals are compared separately
/// (``LexiconCaseFit``). A chain of hashes that no entry has passes for a known one about once in 10⁹ look-ups.
///
/// ## Example
///
/// ```swift
/// let lexicon = try Lexicon.embedded
/// let input = LexiconInput(bytes: view.bytes, spans: view.spans, values: view.values)
/// for match in lexicon.matches(in: input) where match.kinds.contains(.city) {
///     print(match.tokens, lexicon.senses(of: match).first?.canonical ?? "")
/// }
/// ```
public struct Lexicon: Sendable {
    /// The file that the lexicon was opened from.
    public let file: LexiconFile

    let table: LexiconTable

    /// The lexicon that is part of the program: places, peoples, languages, names of persons and of
    /// well-known bodies.
    ///
    /// - Throws: ``LexiconError`` where it is not of the form that this version reads.
    public static var embedded: Lexicon {
        get throws(LexiconError) { try Lexicon(LexiconFile(EmbeddedLexicons.names, isTrusted: true)) }
    }

    /// Uses the names of `file` where they are.
    ///
    /// - Throws: ``LexiconError`` with the code `lexicon-damaged` for a file of other content.
    public init(_ file: LexiconFile) throws(LexiconError) {
        guard file.content == .names, let table = LexiconTable(file) else {
            throw LexiconFile.damaged("this lexicon does not hold names")
        }
        self.file = file
        self.table = table
    }

    /// Opens a compiled lexicon by mapping it, or compiles a table (see ``LexiconBuilder``).
    ///
    /// - Throws: ``LexiconError`` with the place.
    public init(path: String) throws(LexiconError) {
        let bytes = try LexiconBytes(mapping: path)
        do {
            if bytes.buffer.prefix(LexiconFile.magic.count).elementsEqual(LexiconFile.magic) {
                try self.init(LexiconFile(bytes))
            } else {
                var builder = LexiconBuilder()
                try builder.add(Array(bytes.buffer), name: path)
                try self.init(LexiconFile(LexiconBytes(copying: builder.build()), isTrusted: true))
            }
        } catch {
            throw error.place == nil ? LexiconError(code: error.code, message: error.message, place: path) : error
        }
    }

    /// The matches in a text, in the order of their first tokens, longer ones first.
    ///
    /// - Parameters:
    ///   - input: The text's bytes and tokens.
    ///   - scan: Which matches are reported.
    ///   - accepting: The worst fit of capitals that counts; ``LexiconCaseFit/ignored`` finds names in
    ///     text without capitals.
    /// - Complexity: O(n), one look into a small table for most tokens.
    public func matches(
        in input: LexiconInput,
        scan: LexiconScan = .longest,
        accepting: LexiconCaseFit = .relaxed
    ) -> [LexiconMatch] {
        var matches: [LexiconMatch] = []
        find(in: input.pieces(), scan: scan, accepting: accepting, into: &matches)
        return matches
    }
}
