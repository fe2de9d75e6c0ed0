import PostilCore

/// Finds e-mail addresses, web addresses and telephone numbers: what the tokeniser takes for one, looked at closely.
struct AddressFinder {
    let text: Text
    let tokens: Layer<Token>

    /// The findings, in document order.
    var findings: [ContactFinding] {
        var findings: [ContactFinding] = []
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            switch token.value.kind {
            case .email: findings.append(email(token.span))
            case .url: findings.append(url(token.span))
            case .phone:
                var end = token.span.end
                // A number that the tokeniser splits is one here where hardly anything stands between its parts.
                while index + 1 < tokens.count, tokens[index + 1].value.kind == .phone,
                    tokens.spans[index + 1].start - end < 2
                {
                    index += 1
                    end = tokens.spans[index].end
                }
                findings.append(phone(Span(start: token.span.start, end: end)))
            default: break
            }
            index += 1
        }
        return findings
    }

    private func email(_ span: Span) -> ContactFinding {
        let written = text[span]
        guard let sign = written.lastIndex(of: "@") else {
            return ContactFinding(span, .email, refused: "it has no @")
        }
        let name = written[..<sign]
        let domain = written[written.index(after: sign)...].lowercased()
        guard name.utf8.count <= 64, !name.hasPrefix("."), !name.hasSuffix("."), !name.contains("..") else {
            return ContactFinding(span, .email, refused: "what stands before the @ is no name of a mailbox (RFC 5321)")
        }
        guard HostName.isValid(domain) else {
            return ContactFinding(span, .email, refused: "'\(domain)' is no domain")
        }
        return ContactFinding(span, .email, ContactValue(.email, canonical: "\(name)@\(domain)", scope: domain))
    }

    private func url(_ span: Span) -> ContactFinding {
        let written = text[span]
        var rest = written[...]
        var scheme = "https"
        if let end = written.firstRange(of: "://") {
            scheme = written[..<end.lowerBound].lowercased()
            rest = written[end.upperBound...]
        }
        let hostEnd = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
        var host = rest[..<hostEnd]
        if let user = host.lastIndex(of: "@") { host = host[host.index(after: user)...] }
        var port = ""
        if let colon = host.lastIndex(of: ":"), !host.hasSuffix("]") {
            port = String(host[colon...])
            host = host[..<colon]
        }
        let name = host.lowercased()
        guard port.isEmpty || UInt16(port.dropFirst()) != nil else {
            return ContactFinding(span, .url, refused: "'\(port.dropFirst())' is no port from 0 to 65535")
        }
        guard HostName.isValid(name) || IPAddress.version4(name) != nil || name == "localhost" else {
            return ContactFinding(span, .url, refused: "'\(name)' is no name of a host")
        }
        let canonical = "\(scheme)://\(name)\(port)\(rest[hostEnd...])"
        return ContactFinding(span, .url, ContactValue(.url, canonical: canonical, scope: name))
    }

    private func phone(_ span: Span) -> ContactFinding {
        let written = text[span]
        let digits = written.filter { $0.isASCII && $0.isNumber }
        guard (7...15).contains(digits.count) else {
            return ContactFinding(span, .phone, refused: "it has \(digits.count) digits, a telephone number 7 to 15")
        }
        let isInternational = written.hasPrefix("+")
        return ContactFinding(
            span,
            .phone,
            ContactValue(
                .phone,
                canonical: (isInternational ? "+" : "") + digits,
                scope: isInternational ? "international" : nil
            )
        )
    }
}

/// The names of hosts.
enum HostName {
    /// Whether `name` has at least two labels of letters, digits and inner hyphens, the last with letters.
    static func isValid(_ name: String) -> Bool {
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, name.utf8.count <= 253, let last = labels.last, last.contains(where: \.isLetter) else {
            return false
        }
        return labels.allSatisfy { label in
            (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
        } && last.count > 1
    }
}
