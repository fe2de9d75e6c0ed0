import PostilCore

extension TokenScanner {
    /// Takes a web address, an e-mail address, a file's name or a dotted name at `position`.
    mutating func scanAddress() -> Bool {
        guard !chunkMarks.isEmpty, !isWord(before: position) else { return false }
        if chunkMarks.contains(.colon), let end = schemeAddressEnd(position) {
            emit(position, end, .url, .url)
            return true
        }
        if chunkMarks.contains(.at), let end = emailEnd(position) {
            emit(position, end, .email, .email)
            return true
        }
        guard chunkMarks.contains(.innerPoint) else { return false }
        if let end = domainEnd(position) {
            emit(position, end, .url, .url)
            return true
        }
        if let end = fileEnd(position) {
            emit(position, end, .file, .file)
            return true
        }
        if let end = dottedNameEnd(position) {
            emit(position, end, .url, .dottedName)
            return true
        }
        return false
    }

    /// The end of an address with a scheme: `https://…`, `mailto:…`.
    private func schemeAddressEnd(_ start: Int) -> Int? {
        let colon = lettersEnd(from: start, limit: 8)
        guard byte(colon) == UInt8(ascii: ":"), traits(start, colon).contains(.scheme) else { return nil }
        let hasSlashes = byte(colon + 1) == UInt8(ascii: "/") && byte(colon + 2) == UInt8(ascii: "/")
        let body = colon + (hasSlashes ? 3 : 1)
        guard hasSlashes || wordLength(at: body) > 0 && (chunkMarks.contains(.at) || chunkMarks.contains(.innerPoint))
        else { return nil }
        let end = addressTail(body)
        return end > body ? end : nil
    }

    /// The end of the rest of an address from `start` on: up to a quotation mark, an angle bracket or white
    /// space, without marks that end a sentence or close a bracket opened outside.
    private func addressTail(_ start: Int) -> Int {
        var end = start
        var open = 0
        scan: while end < chunkEnd {
            switch base[end] {
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"),
                UInt8(ascii: "|"), UInt8(ascii: "]"), UInt8(ascii: "["):
                break scan
            case UInt8(ascii: "("): open += 1
            case UInt8(ascii: ")"):
                if open == 0 { break scan }
                open -= 1
            case 0xC2...0xF4:
                let (kind, length) = wideClass(at: end)
                guard kind == .letter || kind == .extender || kind == .digit || kind == .ideograph else { break scan }
                end += length
                continue scan
            default: break
            }
            end += 1
        }
        while end > start {
            switch base[end - 1] {
            case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
                UInt8(ascii: "?"), UInt8(ascii: "'"), UInt8(ascii: "*"):
                end -= 1
            default: return end
            }
        }
        return end
    }

    /// The end of `name@host` from `start` on.
    private func emailEnd(_ start: Int) -> Int? {
        var at = start
        let bound = min(chunkEnd, start + 128)
        while at < bound, isAddressByte(base[at]) { at += 1 }
        guard at < bound, at > start, base[at] == UInt8(ascii: "@"), wordLength(at: at + 1) > 0 else { return nil }
        var end = at + 1
        let last = min(chunkEnd, at + 256)
        while end < last, isAddressByte(base[end]), base[end] != UInt8(ascii: "+") { end += 1 }
        while end > at + 1, !isWord(before: end) { end -= 1 }
        return end > at + 1 ? end : nil
    }

    private func isAddressByte(_ value: UInt8) -> Bool {
        switch classes[Int(value)] {
        case ByteClass.letter, ByteClass.digit, ByteClass.underscore, ByteClass.hyphen, ByteClass.point: true
        default: value == UInt8(ascii: "+") || value == UInt8(ascii: "%") || value == UInt8(ascii: "&")
        }
    }

    /// The end of a host with a known domain, and of the path behind it: *example.org/a?b*.
    func domainEnd(_ start: Int) -> Int? {
        var end = start
        var label = start
        var labels = 0
        let bound = min(chunkEnd, start + 255)
        while end < bound {
            let kind = classes[Int(base[end])]
            if kind == ByteClass.letter || kind == ByteClass.digit || kind == ByteClass.underscore {
                end += 1
            } else if kind == ByteClass.hyphen, end > label, wordLength(at: end + 1) > 0 {
                end += 1
            } else if kind == ByteClass.point, end > label, isLetter(end + 1) || isDigit(end + 1) {
                labels += 1
                end += 1
                label = end
            } else {
                break
            }
        }
        guard labels > 0, end > label, lettersEnd(from: label) == end, wordLength(at: end) == 0 else { return nil }
        let found = traits(label, end)
        let hasPath =
            byte(end) == UInt8(ascii: "/") && (wordLength(at: end + 1) > 0 || byte(end + 1) == UInt8(ascii: "~"))
        let isWeb = isWebLabel(start)
        guard found.contains(.domain) || isWeb || found.contains(.weakDomain) else { return nil }
        if !isWeb {
            let isUniform =
                isLower(label) == isLower(end - 1) && (isLower(label) || isUpper(start) && isUpper(label - 2))
            if found.contains(.weakDomain), !hasPath, labels < 2 { return nil }
            guard isUniform || end - label > 2 && found.contains(.domain) else { return nil }
            if label - start <= 2, !hasPath { return nil }
        }
        if hasPath || byte(end) == UInt8(ascii: "/") || byte(end) == UInt8(ascii: "?") && isLetter(end + 1)
            || byte(end) == UInt8(ascii: ":") && isDigit(end + 1)
        {
            return addressTail(end)
        }
        return end
    }

    private func isWebLabel(_ start: Int) -> Bool {
        for offset in 0..<3 where byte(start + offset) | 0x20 != UInt8(ascii: "w") { return false }
        return byte(start + 3) == UInt8(ascii: ".")
    }

    /// The end of a file's name with a known extension.
    func fileEnd(_ start: Int) -> Int? {
        var end = start
        var point = -1
        let bound = min(chunkEnd, start + 160)
        scan: while end < bound {
            switch base[end] {
            case UInt8(ascii: "."): point = end
            case UInt8(ascii: "-"), UInt8(ascii: "~"), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "&"),
                UInt8(ascii: "!"):
                break
            default:
                let kind = classes[Int(base[end])]
                guard kind == ByteClass.letter || kind == ByteClass.digit || kind == ByteClass.underscore
                else { break scan }
            }
            end += 1
        }
        if point == end - 1 {
            end = point
            point = -1
            var offset = end
            while offset > start {
                offset -= 1
                if base[offset] == UInt8(ascii: ".") {
                    point = offset
                    break
                }
            }
        }
        guard point >= start, end > point + 1, wordLength(at: end) == 0, isLetter(point + 1) || isDigit(point + 1)
        else { return nil }
        guard traits(point + 1, end).contains(.fileExtension) else { return nil }
        return isLower(point + 1) == isLower(end - 1) || isDigit(end - 1) ? end : nil
    }

    /// The end of three or more words in small letters with points between, or two of which the first opens
    /// newsgroups: *alt.music.jazz*.
    private func dottedNameEnd(_ start: Int) -> Int? {
        var end = start
        var labels = 0
        var firstEnd = start
        while end - start < 160 {
            let last = lettersEnd(from: end)
            guard last - end >= 2 else { return nil }
            for offset in end..<last where isUpper(offset) { return nil }
            labels += 1
            if labels == 1 { firstEnd = last }
            end = last
            guard byte(end) == UInt8(ascii: "."), isLetter(end + 1) else { break }
            end += 1
        }
        if byte(end) == UInt8(ascii: "-"), labels > 2 { end = wordEnd(from: end + 1) }
        guard wordLength(at: end) == 0 else { return nil }
        return labels > 2 || labels == 2 && traits(start, firstEnd).contains(.newsgroup) ? end : nil
    }
}
