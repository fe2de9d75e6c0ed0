/// Reads XML as a sequence of tags and texts: elements, attributes, references, CDATA; no entities of its own and no
/// names of spaces.
struct XMLScanner {
    /// What stands in a document.
    enum Event {
        case start(name: String, attributes: [(name: String, value: String)], isEmpty: Bool)
        case end(name: String)
        case text(String)
    }

    private let scalars: [Unicode.Scalar]
    private var position = 0

    /// The line on which the scanner stands, counted from 1.
    private(set) var line = 1

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// The next event; nil at the end.
    mutating func next() throws(ExchangeError) -> Event? {
        while position < scalars.count {
            guard scalars[position] == "<" else { return .text(try text(upTo: "<")) }
            if has("<!--") {
                try skip(behind: "-->", "a comment")
            } else if has("<![CDATA[") {
                advance(9)
                return .text(try contents(upTo: "]]>", "a CDATA section"))
            } else if has("<?") {
                try skip(behind: "?>", "a processing instruction")
            } else if has("<!") {
                try skipDeclaration()
            } else if has("</") {
                advance(2)
                let name = try name()
                skipBlanks()
                try expect(">")
                return .end(name: name)
            } else {
                return try startTag()
            }
        }
        return nil
    }

    private mutating func startTag() throws(ExchangeError) -> Event {
        advance(1)
        let name = try name()
        var attributes: [(name: String, value: String)] = []
        while true {
            skipBlanks()
            guard position < scalars.count else { throw error("the file ends inside the tag '<\(name)'") }
            if has("/>") {
                advance(2)
                return .start(name: name, attributes: attributes, isEmpty: true)
            }
            if scalars[position] == ">" {
                advance(1)
                return .start(name: name, attributes: attributes, isEmpty: false)
            }
            let attribute = try self.name()
            skipBlanks()
            try expect("=")
            skipBlanks()
            guard position < scalars.count, scalars[position] == "\"" || scalars[position] == "'" else {
                throw error("the value of the attribute '\(attribute)' is not in quotation marks")
            }
            let mark = scalars[position]
            advance(1)
            let value = try text(upTo: mark)
            try expect(mark)
            attributes.append((attribute, value))
        }
    }

    /// Reads text with its references resolved, up to a mark or the end.
    private mutating func text(upTo mark: Unicode.Scalar) throws(ExchangeError) -> String {
        var result = String.UnicodeScalarView()
        while position < scalars.count, scalars[position] != mark {
            let scalar = scalars[position]
            if scalar == "&" {
                result.append(try reference())
                continue
            }
            // XML has one line end.
            if scalar == "\r" {
                result.append("\n")
                advance(position + 1 < scalars.count && scalars[position + 1] == "\n" ? 2 : 1)
                continue
            }
            result.append(scalar)
            advance(1)
        }
        return String(result)
    }

    private mutating func reference() throws(ExchangeError) -> Unicode.Scalar {
        let end = scalars[position...].prefix(12).firstIndex(of: ";")
        guard let end, let scalar = XMLText.scalar(ofReference: string(position + 1..<end)) else {
            throw error("'&' begins no reference that XML has: write '&amp;'")
        }
        advance(end + 1 - position)
        return scalar
    }

    private mutating func contents(upTo mark: String, _ what: String) throws(ExchangeError) -> String {
        let start = position
        while position < scalars.count {
            if has(mark) {
                let contents = string(start..<position)
                advance(mark.unicodeScalars.count)
                return contents
            }
            advance(1)
        }
        throw error("the file ends inside \(what)")
    }

    private mutating func skip(behind mark: String, _ what: String) throws(ExchangeError) {
        _ = try contents(upTo: mark, what)
    }

    /// Passes a document type, with declarations in brackets.
    private mutating func skipDeclaration() throws(ExchangeError) {
        var depth = 0
        while position < scalars.count {
            switch scalars[position] {
            case "[": depth += 1
            case "]": depth -= 1
            case ">" where depth <= 0:
                advance(1)
                return
            default: break
            }
            advance(1)
        }
        throw error("the file ends inside a declaration")
    }

    private mutating func name() throws(ExchangeError) -> String {
        let start = position
        while position < scalars.count, !" \t\r\n/>=<\"'&".unicodeScalars.contains(scalars[position]) { advance(1) }
        guard position > start else { throw error("expected a name") }
        return string(start..<position)
    }

    private mutating func skipBlanks() {
        while position < scalars.count, " \t\r\n".unicodeScalars.contains(scalars[position]) { advance(1) }
    }

    private mutating func expect(_ scalar: Unicode.Scalar) throws(ExchangeError) {
        guard position < scalars.count, scalars[position] == scalar else { throw error("expected '\(scalar)'") }
        advance(1)
    }

    private func has(_ text: String) -> Bool { scalars[position...].starts(with: text.unicodeScalars) }

    private func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

    private mutating func advance(_ count: Int) {
        for scalar in scalars[position..<min(position + count, scalars.count)] where scalar == "\n" { line += 1 }
        position += count
    }

    private func error(_ message: String) -> ExchangeError { ExchangeError(line: line, message) }
}
