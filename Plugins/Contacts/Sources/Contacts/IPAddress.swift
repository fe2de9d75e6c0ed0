/// Addresses of the Internet Protocol, read strictly.
enum IPAddress {
    /// The four numbers of `text`; nil where it is no address of version 4.
    static func version4(_ text: some StringProtocol) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        let numbers = parts.compactMap { part -> UInt8? in
            guard part.allSatisfy({ $0.isASCII && $0.isNumber }), part == "0" || !part.hasPrefix("0") else {
                return nil
            }
            return UInt8(part)
        }
        return numbers.count == 4 ? numbers : nil
    }

    /// The eight groups of `text`; nil where it is no address of version 6.
    static func version6(_ text: some StringProtocol) -> [UInt16]? {
        let text = String(text)
        guard let gap = text.firstRange(of: "::") else { return groups(text).flatMap { $0.count == 8 ? $0 : nil } }
        let (front, back) = (text[..<gap.lowerBound], text[gap.upperBound...])
        guard back.firstRange(of: "::") == nil, let first = front.isEmpty ? [] : groups(String(front)),
            let last = back.isEmpty ? [] : groups(String(back)), first.count + last.count < 8
        else { return nil }
        return first + Array(repeating: 0, count: 8 - first.count - last.count) + last
    }

    private static func groups(_ text: String) -> [UInt16]? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let groups = parts.compactMap { part -> UInt16? in
            (1...4).contains(part.count) && part.allSatisfy(\.isHexDigit) ? UInt16(part, radix: 16) : nil
        }
        return groups.count == parts.count ? groups : nil
    }

    /// The range in which an address of version 4 lies (RFC 6890).
    static func scope(_ address: [UInt8]) -> String {
        guard address.count == 4 else { return "global" }
        return switch (address[0], address[1], address[2]) {
        case (10, _, _), (172, 16...31, _), (192, 168, _): "private"
        case (127, _, _): "loopback"
        case (169, 254, _): "link-local"
        case (192, 0, 2), (198, 51, 100), (203, 0, 113): "documentation"
        case (224...239, _, _): "multicast"
        case (0, _, _), (240...255, _, _): "reserved"
        case (100, 64...127, _): "shared"
        default: "global"
        }
    }

    /// The range in which an address of version 6 lies (RFC 6890).
    static func scope(_ address: [UInt16]) -> String {
        guard address.count == 8 else { return "global" }
        if address.dropLast().allSatisfy({ $0 == 0 }) { return address[7] == 1 ? "loopback" : "reserved" }
        return switch address[0] {
        case 0xFE80...0xFEBF: "link-local"
        case 0xFC00...0xFDFF: "private"
        case 0xFF00...0xFFFF: "multicast"
        case 0x2001 where address[1] == 0x0DB8: "documentation"
        default: "global"
        }
    }

    /// The canonical text of an address of version 6 (RFC 5952): the longest run of zeros as `::`.
    static func text(_ address: [UInt16]) -> String {
        var best = 0..<0
        var start: Int?
        for index in 0...address.count {
            if index < address.count, address[index] == 0 {
                start = start ?? index
            } else {
                if let first = start, index - first > best.count { best = first..<index }
                start = nil
            }
        }
        func join(_ groups: ArraySlice<UInt16>) -> String {
            groups.map { String($0, radix: 16) }.joined(separator: ":")
        }
        guard best.count > 1 else { return join(address[...]) }
        return join(address[..<best.lowerBound]) + "::" + join(address[best.upperBound...])
    }
}
