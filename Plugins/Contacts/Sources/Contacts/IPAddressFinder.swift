import PostilCore

/// Finds IP addresses: runs of digits and points, or of hexadecimal digits and colons.
struct IPAddressFinder {
    let text: Text

    /// The longest text of an address of version 6.
    private static let limit = 45

    /// The findings, in document order.
    var findings: [ContactFinding] {
        var findings: [ContactFinding] = []
        let bytes = text.bytes
        var start = 0
        while start < bytes.count {
            guard isAddress(bytes[start]), start == 0 || !isNeighbour(bytes[start - 1]) else {
                start += 1
                continue
            }
            var end = start
            while end < bytes.count, isAddress(bytes[end]) || bytes[end] == 0x2E { end += 1 }
            let next = end
            // A point or a colon at the end belongs to the sentence.
            while end > start,
                bytes[end - 1] == 0x2E || bytes[end - 1] == 0x3A && !(end - start > 1 && bytes[end - 2] == 0x3A)
            {
                end -= 1
            }
            if end - start <= IPAddressFinder.limit, next == bytes.count || !isNeighbour(bytes[next]),
                let finding = finding(start..<end)
            {
                findings.append(finding)
            }
            start = max(next, start + 1)
        }
        return findings
    }

    private func finding(_ range: Range<Int>) -> ContactFinding? {
        let bytes = text.bytes[range]
        let points = bytes.count { $0 == 0x2E }
        let colons = bytes.count { $0 == 0x3A }
        let written = String(decoding: bytes, as: UTF8.self)
        let span = Span(range)
        if points == 3, bytes.allSatisfy({ $0 == 0x2E || isDigit($0) }) {
            guard let address = IPAddress.version4(written) else {
                return ContactFinding(span, .ipv4, refused: "its numbers are not from 0 to 255, without leading zeros")
            }
            guard !isVersion(range.lowerBound) else {
                return ContactFinding(span, .ipv4, refused: "the word before it says that it is a version")
            }
            return ContactFinding(span, .ipv4, ContactValue(.ipv4, canonical: written, scope: IPAddress.scope(address)))
        }
        guard points == 0, colons > 1, bytes.contains(where: isDigit) else { return nil }
        guard let address = IPAddress.version6(written) else {
            return colons > 2
                ? ContactFinding(span, .ipv6, refused: "it is not eight groups, nor fewer around one ::") : nil
        }
        return ContactFinding(
            span,
            .ipv6,
            ContactValue(.ipv6, canonical: IPAddress.text(address), scope: IPAddress.scope(address))
        )
    }

    /// Whether the word before `start` says that numbers with points are a version.
    private func isVersion(_ start: Int) -> Bool {
        let before = text.bytes[max(0, start - 16)..<start]
        let word = before.reversed().drop { $0 == 0x20 || $0 == 0x2E }.prefix { $0 != 0x20 && $0 < 0x80 }
        return ["version", "v", "release", "build", "firmware", "update"]
            .contains(String(decoding: word.reversed(), as: UTF8.self).lowercased())
    }

    private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private func isAddress(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte) || byte == 0x3A
    }

    /// Whether an address does not begin or end beside `byte`.
    private func isNeighbour(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
            || [0x2E, 0x3A, 0x5F, 0x2D, 0x40].contains(byte)
    }
}
