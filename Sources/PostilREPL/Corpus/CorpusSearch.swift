import CReadline
import Postil

/// What is looked for in a corpus: words, annotations, or annotations with words.
struct CorpusSearch {
    /// The annotations; nil where the text alone is searched.
    let query: AnnotationQuery?

    /// The words in lower case, with one space between them; empty where none are wanted.
    private let words: [UInt8]

    /// The rules of the annotators, by annotator.
    private let rules: [AnnotatorName: RuleTable]

    init(query: AnnotationQuery?, words: String, rules: [AnnotatorName: RuleTable] = [:]) {
        self.query = query
        self.rules = rules
        self.words = Array(words.utf8).map(CorpusSearch.lowered)
    }

    /// The spans that match, in document order.
    ///
    /// - Complexity: O(n) for usual words.
    func matches(in document: Document) -> [Span] {
        guard let query else { return occurrences(in: document.text, within: document.text.span) }
        return query.matches(in: document, rules: rules).map(\.span).filter { span in
            words.isEmpty || !occurrences(in: document.text, within: span).isEmpty
        }
    }

    private func occurrences(in text: Text, within span: Span) -> [Span] {
        guard let first = words.first else { return [] }
        var found: [Span] = []
        let bytes = text.bytes
        var index = span.range.lowerBound
        while index < span.range.upperBound {
            if CorpusSearch.lowered(bytes[index]) == first,
                let end = end(ofMatchAt: index, in: bytes, before: span.range.upperBound)
            {
                found.append(Span(index..<end))
                index = end
            } else {
                index += 1
            }
        }
        return found
    }

    /// The end of the words where they stand at `start`; white space in them stands for any.
    private func end(ofMatchAt start: Int, in bytes: [UInt8], before limit: Int) -> Int? {
        var index = start
        for byte in words {
            guard index < limit else { return nil }
            if byte == 0x20 {
                guard CorpusSearch.isSpace(bytes[index]) else { return nil }
                while index < limit, CorpusSearch.isSpace(bytes[index]) { index += 1 }
            } else {
                guard CorpusSearch.lowered(bytes[index]) == byte else { return nil }
                index += 1
            }
        }
        return index
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}

/// A match with what stands before and behind it, as one row.
enum Concordance {
    static func line(_ span: Span, in text: Text, context: Int, style: Style) -> String {
        let ellipsis = style.glyphs.ellipsis
        // Four bytes a column are enough for every script.
        var start = max(0, span.range.lowerBound - 4 * context)
        while start < span.range.lowerBound, text.bytes[start] & 0xC0 == 0x80 { start += 1 }
        var end = min(text.count, span.range.upperBound + 4 * context)
        while end < text.count, end > span.range.upperBound, text.bytes[end] & 0xC0 == 0x80 { end -= 1 }
        let before = DisplayText.oneLine(text[Span(start..<span.range.lowerBound)])
        let behind = DisplayText.oneLine(text[Span(span.range.upperBound..<end)])
        let match = DisplayText.cut(
            DisplayText.oneLine(text[span]),
            to: max(context, 2 * context - 10),
            ellipsis: ellipsis
        )
        let left = DisplayText.cutStart(of: before, to: context, ellipsis: ellipsis)
        let right = DisplayText.cut(behind, to: context, ellipsis: ellipsis)
        let bracketed = style.paint("[\(match)]", .bold)
        return DisplayText.paddedLeft(left, to: context) + bracketed + DisplayText.padded(right, to: context)
    }
}

extension Session {
    /// Reads what `.find` is to look for.
    func search(_ words: [String]) throws(CommandError) -> CorpusSearch {
        let text = words.joined(separator: " ")
        guard let first = words.first, AnnotationQuery.isMeant(by: first) else {
            return CorpusSearch(query: nil, words: Session.normalized(text))
        }
        let query = try query(first)
        let rest = Session.normalized(words.dropFirst().joined(separator: " "))
        return CorpusSearch(query: query, words: rest, rules: ruleTables)
    }

    private static func normalized(_ words: String) -> String {
        words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Hands the documents of the corpus, or the one that is shown, to `body` until it says false.
    ///
    /// - Parameters:
    ///   - annotated: Whether `body` needs annotations.
    ///   - body: Takes a document with its number and the last part of its name.
    /// - Returns: How many documents were handed over. Those that cannot be read are passed over.
    /// - Throws: ``CommandError`` where Ctrl-C stopped it, or where there is nothing to search.
    func forEachDocument(
        annotated: Bool,
        _ body: (_ number: Int, _ name: String, _ document: Document) throws(CommandError) -> Bool
    ) throws(CommandError) -> Int {
        guard state.corpus != nil else {
            let document = try document()
            _ = try body(1, document.identifier, document)
            return 1
        }
        return try forEachInput { number, name, input throws(CommandError) in
            guard annotated else {
                guard case .success(let text) = input.text else { return true }
                return try body(number, name, Document(identifier: input.identifier, text: text))
            }
            return try body(number, name, try self.annotated(input).document)
        }
    }

    /// Hands the documents of the corpus that can be read to `body` until it says false.
    ///
    /// - Parameter body: Takes a document with its number and the last part of its name.
    /// - Returns: How many documents were handed over.
    /// - Throws: ``CommandError`` where Ctrl-C stopped it, or where no corpus is open.
    func forEachInput(
        _ body: (_ number: Int, _ name: String, _ input: InputDocument) throws(CommandError) -> Bool
    ) throws(CommandError) -> Int {
        let corpus = try openCorpus()
        var count = 0
        for position in corpus.indices {
            if creadline_take_interrupt() {
                throw .stopped(" after \(count) of \(corpus.count) documents")
            }
            guard let input = corpus.document(at: position), case .success = input.text else { continue }
            count += 1
            let name = input.identifier.split(separator: "/").last.map(String.init) ?? input.identifier
            do throws(CommandError) {
                guard try body(position + 1, name, input) else { break }
            } catch {
                // Ctrl-C may come while a document is annotated, too.
                throw error.isInterruption ? .stopped(" after \(count - 1) of \(corpus.count) documents") : error
            }
        }
        return count
    }
}
