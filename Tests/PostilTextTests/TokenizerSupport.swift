import PostilCore
import PostilText

/// The tokens of `text`.
func buffer(of text: String) -> TokenBuffer {
    var buffer = TokenBuffer()
    var text = text
    text.withUTF8 { Tokenizer().tokenize($0, into: &buffer) }
    return buffer
}

/// The tokens of `text` as strings.
func tokens(of text: String) -> [String] {
    let bytes = Array(text.utf8)
    return buffer(of: text).spans.map { String(decoding: bytes[$0.range], as: UTF8.self) }
}

/// What is wrong with the tokens of `text`, or nil: they must be in order, not empty, apart, on scalar
/// boundaries, and cover all but white space and hold none.
func violation(in text: String) -> String? {
    let buffer = buffer(of: text)
    guard buffer.spans.count == buffer.values.count, buffer.spans.count == buffer.rules.count else { return "columns" }
    var isBoundary: [Bool] = []
    var isSpace: [Bool] = []
    for scalar in text.unicodeScalars {
        let length = UTF8.width(scalar)
        isBoundary.append(true)
        isBoundary.append(contentsOf: repeatElement(false, count: length - 1))
        let blank = TokenExample.isSpace(scalar) || scalar == "\u{2060}"
        isSpace.append(contentsOf: repeatElement(blank, count: length))
    }
    isBoundary.append(true)
    var last = 0
    for span in buffer.spans {
        let range = span.range
        guard range.lowerBound < range.upperBound, range.lowerBound >= last else { return "order at \(span)" }
        guard range.upperBound <= isSpace.count else { return "end at \(span)" }
        guard isBoundary[range.lowerBound], isBoundary[range.upperBound] else { return "boundary at \(span)" }
        guard !isSpace[range].contains(true) else { return "white space in \(span)" }
        guard !isSpace[last..<range.lowerBound].contains(false) else { return "gap before \(span)" }
        last = range.upperBound
    }
    return isSpace[last...].contains(false) ? "gap at the end" : nil
}

/// A small repeatable source of numbers.
struct Xorshift {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
