extension Unicode.Scalar {
    /// The scalar as `\u{2028}`.
    var escapedCodePoint: String { "\\u{\(String(value, radix: 16))}" }
}

extension Substring.UnicodeScalarView {
    /// Takes `{2028}` off the start; nil, and nothing is taken, where there is no such thing.
    mutating func popCodePoint() -> Unicode.Scalar? {
        guard first == "{", let end = prefix(10).firstIndex(of: "}"),
            let value = UInt32(String(self[index(after: startIndex)..<end]), radix: 16),
            let scalar = Unicode.Scalar(value)
        else { return nil }
        self = self[index(after: end)...]
        return scalar
    }
}
