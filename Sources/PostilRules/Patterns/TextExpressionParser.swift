/// Reads regular expressions: characters, `.`, classes such as `[a-z]` and `\d`, groups, `|`, `*`, `+`, `?`, `{n,m}`.
///
/// An expression matches a whole text, so `^` at its beginning and `$` at its end say nothing and are passed over.
struct TextExpressionParser {
    /// What is wrong with an expression.
    struct Failure: Error {
        let message: String
    }

    /// A part of an expression.
    private indirect enum Node {
        case scalar(ranges: [ClosedRange<UInt32>], isNegated: Bool)
        case sequence([Node])
        case choice([Node])
        case repetition(Node, atLeast: Int, atMost: Int?)
    }

    /// The most steps that an expression may have.
    private static let maximumSteps = 5_000
    /// The deepest nesting of groups.
    private static let maximumDepth = 50
    private static let digits: [ClosedRange<UInt32>] = [0x30...0x39]
    private static let wordScalars: [ClosedRange<UInt32>] = [
        0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F,
    ]
    private static let spaces: [ClosedRange<UInt32>] = [0x09...0x0D, 0x20...0x20, 0xA0...0xA0]

    private let scalars: [Unicode.Scalar]
    private var position = 0

    private init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// The expression that `text` writes.
    ///
    /// - Throws: ``Failure`` with what is wrong.
    static func expression(_ text: String, ignoresCase: Bool) throws(Failure) -> TextExpression {
        var text = ignoresCase ? lowercasedLiterals(text) : text
        if text.hasPrefix("^") { text.removeFirst() }
        if text.hasSuffix("$"), !text.hasSuffix("\\$") { text.removeLast() }
        var parser = TextExpressionParser(text)
        let node = try parser.choice(depth: 0)
        if parser.position < parser.scalars.count { throw Failure(message: "a ')' has no '(' before it") }
        var steps: [TextExpression.Step] = []
        try append(node, to: &steps)
        steps.append(.match)
        return TextExpression(steps, ignoresCase: ignoresCase)
    }

    /// The expression for a text in which `*` stands for any characters and `?` for one.
    static func wildcards(_ text: String, ignoresCase: Bool) -> TextExpression {
        guard text.contains("*") || text.contains("?") else {
            return TextExpression(literal: text, ignoresCase: ignoresCase)
        }
        var steps: [TextExpression.Step] = []
        for scalar in (ignoresCase ? text.lowercased() : text).unicodeScalars {
            switch scalar {
            case "*":
                let loop = steps.count
                steps += [.split(loop + 1, loop + 3), .scalar(ranges: [], isNegated: true), .jump(loop)]
            case "?": steps.append(.scalar(ranges: [], isNegated: true))
            default: steps.append(.scalar(ranges: [scalar.value...scalar.value], isNegated: false))
            }
        }
        return TextExpression(steps + [.match], ignoresCase: ignoresCase)
    }

    /// The text in lower case but for what stands behind a backslash: `\D` is not `\d`.
    private static func lowercasedLiterals(_ text: String) -> String {
        var isEscaped = false
        return text.map { character in
            defer { isEscaped = character == "\\" && !isEscaped }
            return isEscaped ? String(character) : character.lowercased()
        }.joined()
    }

    private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        position += 1
        return true
    }

    private mutating func choice(depth: Int) throws(Failure) -> Node {
        guard depth < TextExpressionParser.maximumDepth else { throw Failure(message: "groups nest too deeply") }
        var parts = [try sequence(depth: depth)]
        while take("|") { parts.append(try sequence(depth: depth)) }
        return parts.count == 1 ? parts[0] : .choice(parts)
    }

    private mutating func sequence(depth: Int) throws(Failure) -> Node {
        var parts: [Node] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            parts.append(try repeated(try atom(depth: depth)))
        }
        return .sequence(parts)
    }

    private mutating func repeated(_ node: Node) throws(Failure) -> Node {
        var node = node
        while let scalar = next {
            switch scalar {
            case "*": node = .repetition(node, atLeast: 0, atMost: nil)
            case "+": node = .repetition(node, atLeast: 1, atMost: nil)
            case "?": node = .repetition(node, atLeast: 0, atMost: 1)
            case "{":
                position += 1
                node = try counted(node)
                continue
            default: return node
            }
            position += 1
            // Whether as much or as little as possible is taken makes no difference to a whole text.
            _ = take("?")
        }
        return node
    }

    private mutating func counted(_ node: Node) throws(Failure) -> Node {
        let low = number()
        var high = low
        let isRange = take(",")
        if isRange { high = number() }
        guard let low, take("}"), high.map({ $0 >= low }) ?? true, low <= 1000, high ?? 0 <= 1000 else {
            throw Failure(message: "a count is written {2}, {2,} or {2,4}, with numbers up to 1000")
        }
        return .repetition(node, atLeast: low, atMost: isRange ? high : low)
    }

    private mutating func number() -> Int? {
        var value: Int?
        while let digit = next.flatMap({ (0x30...0x39).contains($0.value) ? Int($0.value) - 0x30 : nil }) {
            value = min((value ?? 0) * 10 + digit, 1_000_000)
            position += 1
        }
        return value
    }

    private mutating func atom(depth: Int) throws(Failure) -> Node {
        guard let scalar = next else { return .sequence([]) }
        position += 1
        switch scalar {
        case "(":
            if take("?"), !take(":") { throw Failure(message: "only groups '(…)' and '(?:…)' are known") }
            let node = try choice(depth: depth + 1)
            guard take(")") else { throw Failure(message: "a '(' has no ')' behind it") }
            return node
        case "[": return try scalarClass()
        case ".": return .scalar(ranges: [], isNegated: true)
        case "\\":
            let (ranges, isNegated) = try escape()
            return .scalar(ranges: ranges, isNegated: isNegated)
        case "*", "+", "?", "{": throw Failure(message: "there is nothing before '\(scalar)' to repeat")
        default: return .scalar(ranges: [scalar.value...scalar.value], isNegated: false)
        }
    }

    private mutating func escape() throws(Failure) -> (ranges: [ClosedRange<UInt32>], isNegated: Bool) {
        guard let scalar = next else { throw Failure(message: "nothing follows the last '\\'") }
        position += 1
        switch scalar {
        case "d": return (TextExpressionParser.digits, false)
        case "D": return (TextExpressionParser.digits, true)
        case "w": return (TextExpressionParser.wordScalars, false)
        case "W": return (TextExpressionParser.wordScalars, true)
        case "s": return (TextExpressionParser.spaces, false)
        case "S": return (TextExpressionParser.spaces, true)
        case "n": return ([0x0A...0x0A], false)
        case "t": return ([0x09...0x09], false)
        default:
            if (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value)
                || (0x61...0x7A).contains(scalar.value)
            {
                throw Failure(message: "'\\\(scalar)' is not known")
            }
            return ([scalar.value...scalar.value], false)
        }
    }

    private mutating func scalarClass() throws(Failure) -> Node {
        let isNegated = take("^")
        var ranges: [ClosedRange<UInt32>] = []
        var isFirst = true
        while let scalar = next, scalar != "]" || isFirst {
            isFirst = false
            position += 1
            var low = scalar.value
            if scalar == "\\" {
                let (escaped, isOpposite) = try escape()
                guard !isOpposite, escaped.count == 1, escaped[0].count == 1 else {
                    if isOpposite { throw Failure(message: "a class cannot hold an opposite class such as '\\D'") }
                    ranges += escaped
                    continue
                }
                low = escaped[0].lowerBound
            }
            if next == "-", position + 1 < scalars.count, scalars[position + 1] != "]" {
                position += 1
                let high = scalars[position].value
                position += 1
                guard low <= high else { throw Failure(message: "a range of characters goes backwards") }
                ranges.append(low...high)
            } else {
                ranges.append(low...low)
            }
        }
        guard take("]") else { throw Failure(message: "a '[' has no ']' behind it") }
        return .scalar(ranges: ranges, isNegated: isNegated)
    }

    private static func append(_ node: Node, to steps: inout [TextExpression.Step]) throws(Failure) {
        guard steps.count < maximumSteps else { throw Failure(message: "the expression is too long") }
        switch node {
        case .scalar(let ranges, let isNegated): steps.append(.scalar(ranges: ranges, isNegated: isNegated))
        case .sequence(let parts): for part in parts { try append(part, to: &steps) }
        case .choice(let parts):
            var jumps: [Int] = []
            for (index, part) in parts.enumerated() {
                let split = steps.count
                if index < parts.count - 1 { steps.append(.split(split + 1, split + 1)) }
                try append(part, to: &steps)
                if index < parts.count - 1 {
                    jumps.append(steps.count)
                    steps.append(.jump(0))
                    steps[split] = .split(split + 1, steps.count)
                }
            }
            for jump in jumps { steps[jump] = .jump(steps.count) }
        case .repetition(let part, let atLeast, let atMost):
            for _ in 0..<atLeast { try append(part, to: &steps) }
            guard let atMost else {
                let loop = steps.count
                steps.append(.split(loop + 1, loop + 1))
                try append(part, to: &steps)
                steps.append(.jump(loop))
                steps[loop] = .split(loop + 1, steps.count)
                return
            }
            var splits: [Int] = []
            for _ in 0..<(atMost - atLeast) {
                splits.append(steps.count)
                steps.append(.split(steps.count + 1, 0))
                try append(part, to: &steps)
            }
            for split in splits { steps[split] = .split(split + 1, steps.count) }
        }
    }
}
