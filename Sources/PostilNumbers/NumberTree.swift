import PostilCore
import PostilText

/// The parts of a number as a tree, for explanations: approximators, amounts with numeral, unit and currency,
/// and the words between two ends.
struct NumberTree {
    private let text: Text
    private let tokens: Layer<Token>
    private let currencies: CurrencyTable

    init(_ text: Text, _ tokens: Layer<Token>, _ currencies: CurrencyTable) {
        self.text = text
        self.tokens = tokens
        self.currencies = currencies
    }

    /// The parts of an expression in order.
    func nodes(of expression: NumberExpression) -> [Explanation] {
        var nodes: [Explanation] = []
        text.bytes.withUnsafeBufferPointer { bytes in
            TokenView.with(bytes, tokens.spans, tokens.values) { view in
                nodes = Reader(text: text, parser: ExpressionParser(view, currencies: currencies)).nodes(of: expression)
            }
        }
        return nodes
    }

    /// Reads the parts anew at their tokens.
    private struct Reader {
        let text: Text
        let parser: ExpressionParser

        func nodes(of expression: NumberExpression) -> [Explanation] {
            var nodes: [Explanation] = []
            var offset = expression.start
            var token = parser.tokenIndex(at: offset)
            while token < parser.view.count, parser.view.start(token) < expression.end {
                let start = parser.view.start(token)
                let isCore = start < expression.coreEnd
                if isCore, let amount = parser.amount(at: token), amount.start >= offset, amount.end <= expression.end,
                    amount.end > start
                {
                    word(offset..<amount.start, "before it", to: &nodes)
                    nodes.append(node(of: amount))
                    offset = amount.end
                    token = parser.token(startingAtOrAfter: offset, from: token)
                } else {
                    token += 1
                    // A sign of a currency belongs to the amount behind it.
                    let isSign = token < parser.view.count && parser.amount(at: token)?.start == start
                    if isCore, isSign { continue }
                    var end = min(parser.view.end(token - 1), expression.end)
                    // The words of an approximator are one part.
                    if start < expression.coreStart { end = expression.coreStart }
                    word(max(offset, start)..<end, role(of: token - 1, expression), to: &nodes)
                    offset = max(offset, end)
                    token = parser.token(startingAtOrAfter: offset, from: token)
                }
            }
            return nodes
        }

        private func role(of token: Int, _ expression: NumberExpression) -> String {
            let start = parser.view.start(token)
            let entry = parser.entry(token)
            if start < expression.coreStart || start >= expression.coreEnd { return "approximator" }
            if entry.has(.to) || entry.has(.or) || entry.numeral.kind == .and || parser.numerals.isHyphen(token) {
                return "between two numbers"
            }
            if start == expression.start { return "opens the expression" }
            if entry.has(.approximator) { return "approximator" }
            return "part of the expression"
        }

        private func word(_ range: Range<Int>, _ role: String, to nodes: inout [Explanation]) {
            guard let span = trimmed(range) else { return }
            nodes.append(Explanation("'\(text[span])': \(role)", span: span))
        }

        private func trimmed(_ range: Range<Int>) -> Span? {
            var (start, end) = (range.lowerBound, max(range.lowerBound, range.upperBound))
            while start < end, parser.byte(start) <= 0x20 { start += 1 }
            while end > start, parser.byte(end - 1) <= 0x20 { end -= 1 }
            return start < end ? Span(start..<end) : nil
        }

        private func node(of amount: Amount) -> Explanation {
            let span = Span(amount.start..<amount.end)
            let kind = amount.kind.rawValue
            let value = amount.value.map { " \($0)" } ?? ""
            var parts = [numeral(amount.numeral)]
            if amount.scale != amount.numeral.scale {
                parts.append(Explanation("times \(amount.scale), by what stands behind the digits"))
            }
            if let unit = amount.unit {
                parts.append(Explanation("unit \(unit.code), in base units \(unit.dimension.baseCode)"))
            } else if let name = amount.unitName {
                parts.append(Explanation("unit \(name)"))
            }
            if let currency = amount.currency {
                parts.append(Explanation("currency \(currency.code)\(currency.minor.map { ", its \($0)" } ?? "")"))
            }
            if let error = amount.error { parts.append(Explanation("off by as much as \(error)")) }
            return Explanation("'\(text[span])': \(kind)\(value)", span: span, reasons: parts)
        }

        /// A numeral with what each of its words contributes.
        private func numeral(_ numeral: Numeral) -> Explanation {
            var words: [Explanation] = []
            if numeral.notation != .digits {
                for token in numeral.tokens where token < parser.view.count {
                    let place = Span(parser.view.start(token)..<parser.view.end(token))
                    if let meaning = meaning(of: parser.numerals.word(token)) {
                        words.append(Explanation("'\(text[place])': \(meaning)", span: place))
                    }
                }
            }
            let value = numeral.value.map { "\($0)" } ?? "too long to be held exactly"
            let notation =
                switch numeral.notation {
                case .digits: "digits"
                case .words: "words"
                case .mixed: "digits with a power of ten"
                }
            return Explanation(
                "numeral in \(notation), \(numeral.kind): \(value)",
                span: numeral.span,
                reasons: words.count > 1 ? words : []
            )
        }

        private func meaning(of word: NumeralWord) -> String? {
            switch word.kind {
            case .zero: "0"
            case .unit, .teen, .tens: "\(word.value)\(word.isOrdinal ? " in order" : "")"
            case .hundred: "times 100"
            case .power: "times ten to the power of \(word.value)"
            case .multiple: "times \(word.value)"
            case .part: "over \(word.value)"
            case .and: "adds"
            case .point: "point"
            case .minus: "negative"
            case .plus: "positive"
            case .none, .article, .over, .of, .oh: nil
            }
        }
    }
}
