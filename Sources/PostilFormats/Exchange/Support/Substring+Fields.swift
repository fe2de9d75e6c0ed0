extension StringProtocol where SubSequence == Substring {
    /// The pieces between occurrences of a scalar, also where a combining mark behind it makes one character of the two.
    func fields(_ separator: Unicode.Scalar, limit: Int = .max, keepsEmpty: Bool = true) -> [Substring] {
        Substring(self).unicodeScalars
            .split(separator: separator, maxSplits: limit, omittingEmptySubsequences: !keepsEmpty)
            .map { Substring($0) }
    }
}

extension ExchangeInput {
    /// The lines of a part, without their ends, which may be CR LF.
    func lines(ofPart part: Int = 0) throws(ExchangeError) -> [Substring] {
        try string(ofPart: part).fields("\n").map { line in
            guard line.unicodeScalars.last == "\r" else { return line }
            return Substring(line.unicodeScalars.dropLast())
        }
    }
}
