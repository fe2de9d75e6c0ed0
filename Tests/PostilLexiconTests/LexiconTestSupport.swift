import Glibc
import PostilCore
import PostilLexicon
import PostilText

/// The bytes of a file beside this one; empty where it cannot be read.
func bytesOfFile(_ name: String, beside source: String = #filePath) -> [UInt8] {
    let folder = source.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    guard let file = fopen(folder + "/" + name, "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = fread(&block, 1, block.count, file)
        guard count > 0 else { break }
        bytes.append(contentsOf: block[..<count])
    }
    return bytes
}

/// The lines of a file beside this one that are neither empty nor comments.
func lines(of name: String) -> [String] {
    String(decoding: bytesOfFile(name), as: UTF8.self).split(separator: "\n").map(String.init)
        .filter { !$0.hasPrefix("#") }
}

/// A text as the tokeniser cuts it.
struct TokenizedText {
    let bytes: [UInt8]
    var tokens = TokenBuffer()

    init(_ text: String) {
        bytes = Array(text.utf8)
        bytes.withUnsafeBufferPointer { Tokenizer().tokenize($0, into: &tokens) }
    }

    /// Calls `body` with the text as lexicons scan it.
    func withInput<Result>(_ body: (LexiconInput) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { bytes in
            tokens.spans.withUnsafeBufferPointer { spans in
                tokens.values.withUnsafeBufferPointer { values in
                    body(LexiconInput(bytes: bytes, spans: spans, values: values))
                }
            }
        }
    }

    /// The matches of a lexicon.
    func matches(
        _ lexicon: Lexicon,
        scan: LexiconScan = .longest,
        accepting: LexiconCaseFit = .relaxed
    ) -> [LexiconMatch] {
        withInput { lexicon.matches(in: $0, scan: scan, accepting: accepting) }
    }

    /// The text of a match.
    func text(of match: LexiconMatch) -> String {
        guard let first = match.tokens.first, let last = match.tokens.last else { return "" }
        return String(decoding: bytes[Int(tokens.spans[first].start)..<Int(tokens.spans[last].end)], as: UTF8.self)
    }
}

/// A lexicon of some entries.
func lexicon(_ entries: [LexiconEntry]) throws -> Lexicon {
    var builder = LexiconBuilder()
    for entry in entries { try builder.add(entry) }
    return try Lexicon(LexiconFile(LexiconBytes(copying: builder.build())))
}
