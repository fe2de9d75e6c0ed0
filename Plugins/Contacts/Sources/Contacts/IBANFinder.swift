import PostilCore

/// Finds account numbers: two letters, two digits, then letters and digits, perhaps in groups of four.
struct IBANFinder {
    let text: Text

    /// The findings, in document order.
    var findings: [ContactFinding] {
        var findings: [ContactFinding] = []
        let bytes = text.bytes
        var start = 0
        while start + 15 <= bytes.count {
            guard isCapital(bytes[start]), isCapital(bytes[start + 1]), isDigit(bytes[start + 2]),
                isDigit(bytes[start + 3]), start == 0 || !isWord(bytes[start - 1])
            else {
                start += 1
                continue
            }
            let finding = self.finding(at: start)
            if let finding { findings.append(finding) }
            start = finding.map { Int($0.span.end) } ?? start + 4
        }
        return findings
    }

    private func finding(at start: Int) -> ContactFinding? {
        let bytes = text.bytes
        let country = String(decoding: bytes[start..<start + 2], as: UTF8.self)
        guard let length = IBANFinder.lengths[country] else { return nil }
        var characters: [UInt8] = []
        var end = start
        while end < bytes.count, characters.count < length {
            if isWord(bytes[end]) {
                guard isCapital(bytes[end]) || isDigit(bytes[end]) else { return nil }
                characters.append(bytes[end])
                end += 1
            } else {
                guard bytes[end] == 0x20, characters.count % 4 == 0, end + 1 < bytes.count else { return nil }
                end += 1
            }
        }
        guard characters.count == length, end == bytes.count || !isWord(bytes[end]) else { return nil }
        let span = Span(start..<end)
        let canonical = String(decoding: characters, as: UTF8.self)
        guard IBANFinder.remainder(of: characters) == 1 else {
            return ContactFinding(span, .iban, refused: "its check digits are wrong (ISO 7064)")
        }
        return ContactFinding(span, .iban, ContactValue(.iban, canonical: canonical, scope: country))
    }

    /// The number that the characters make, letters counting from 10, modulo 97, the first four moved to the end.
    static func remainder(of characters: [UInt8]) -> Int {
        (characters.dropFirst(4) + characters.prefix(4)).reduce(0) { rest, byte in
            byte < 0x41 ? (rest * 10 + Int(byte) - 0x30) % 97 : (rest * 100 + Int(byte) - 0x41 + 10) % 97
        }
    }

    private func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

    private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private func isWord(_ byte: UInt8) -> Bool {
        isCapital(byte) || isDigit(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80 || byte == 0x5F
    }

    /// How many characters a country's numbers have, by the registry of ISO 13616.
    private static let lengths: [String: Int] = [
        "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22, "BR": 29, "BY": 28,
        "CH": 21, "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "DO": 28, "EE": 20, "EG": 29, "ES": 24, "FI": 18,
        "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23, "GL": 18, "GR": 27, "GT": 28, "HR": 21, "HU": 28, "IE": 22,
        "IL": 23, "IQ": 23, "IS": 26, "IT": 27, "JO": 30, "KW": 30, "KZ": 20, "LB": 28, "LC": 32, "LI": 21, "LT": 20,
        "LU": 20, "LV": 21, "LY": 25, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MR": 27, "MT": 31, "MU": 30, "NL": 18,
        "NO": 15, "PK": 24, "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24, "RS": 22, "SA": 24, "SC": 31, "SE": 24,
        "SI": 19, "SK": 24, "SM": 27, "ST": 25, "SV": 28, "TL": 23, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24,
        "XK": 20,
    ]
}
