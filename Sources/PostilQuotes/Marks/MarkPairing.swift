import PostilText

/// Pairs the quotation marks of a text, paragraph by paragraph.
///
/// Double marks and guillemets are paired by their sides and, where those do not tell, by turns. Single
/// marks are apostrophes unless one opens before a word and a later one closes it. What stays open at the
/// end of a paragraph is the first paragraph of several if the next opens again, and is closed there if not.
struct MarkPairing {
    private let text: QuoteText
    private let tags: (Int, Int) -> Int?
    private(set) var strings: [MarkedString] = []
    private var stack: [Int] = []
    /// How many tokens behind a mark are looked at for the one that belongs to it.
    private static let horizon = 600

    /// Pairs the marks of `text`.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - tagStart: For a quotation that lacks its closing mark: the first token, between the two given, at
    ///     which words such as *he said* begin; nil where there are none.
    init(_ text: QuoteText, tagStart: @escaping (Int, Int) -> Int?) {
        self.text = text
        tags = tagStart
    }

    /// All strings, in the order of their first token.
    ///
    /// - Complexity: O(n).
    mutating func pair() -> [MarkedString] {
        for paragraph in text.paragraphs { pair(paragraph) }
        return strings
    }

    private mutating func pair(_ paragraph: Range<Int>) {
        stack.removeAll(keepingCapacity: true)
        let firstString = strings.count
        var token = paragraph.lowerBound
        while token < paragraph.upperBound {
            if text.kind(token) != .word, let mark = QuotationMark(token, in: text) {
                if mark.family == .single {
                    pairSingle(mark, in: paragraph)
                } else {
                    pairDouble(mark, in: paragraph, firstString: firstString)
                }
            }
            token += 1
        }
        while let open = stack.popLast() { leaveOpen(open, at: paragraph.upperBound, in: paragraph) }
    }

    // MARK: Double marks

    private mutating func pairDouble(_ mark: QuotationMark, in paragraph: Range<Int>, firstString: Int) {
        let position = stack.lastIndex { strings[$0].family == mark.family }
        if let position {
            let opensOnly = mark.canOpen && !mark.canClose
            let isReopened =
                opensOnly && mark.isSided && text.mark(mark.token) == 0
                && nests(mark, in: strings[stack[position]], paragraph)
            if !opensOnly {
                close(at: position, with: mark.token)
            } else if isReopened {
                open(mark)
            } else {
                // A mark that can only open says that the one before was never closed.
                let unclosed = stack[position]
                while stack.count > position { stack.removeLast() }
                leaveOpen(unclosed, at: mark.token, in: paragraph)
                open(mark)
            }
        } else if mark.canOpen, !(mark.canClose && isMeasure(mark.token)) {
            open(mark)
        } else if !isMeasure(mark.token) {
            closeUnopened(mark, in: paragraph, firstString: firstString)
        }
    }

    private mutating func open(_ mark: QuotationMark) {
        while let top = stack.last, strings[top].hasCloser, strings[top].end <= mark.token { stack.removeLast() }
        stack.append(strings.count)
        strings.append(
            MarkedString(
                first: mark.token,
                end: mark.token + 1,
                family: mark.family,
                hasOpener: true,
                hasCloser: false,
                parent: stack.dropLast().last,
                continues: false
            )
        )
    }

    private mutating func close(at position: Int, with token: Int) {
        strings[stack[position]].end = token + 1
        strings[stack[position]].hasCloser = true
        // Single marks that were open inside cannot be closed outside: they were apostrophes.
        while stack.count > position { stack.removeLast() }
    }

    /// Whether a mark of the same shape inside an open string is closed before that string is.
    private func nests(_ mark: QuotationMark, in outer: MarkedString, _ paragraph: Range<Int>) -> Bool {
        var depth = 1
        var token = mark.token
        while token < min(paragraph.upperBound, mark.token + MarkPairing.horizon) {
            if let other = QuotationMark(token, in: text), other.family == mark.family, other.isSided {
                if other.canOpen, !other.canClose { depth += 1 } else { depth -= 1 }
                if depth == 0 { return true }
            }
            token += 1
        }
        return false
    }

    /// Whether the mark behind a number says inches or seconds.
    private func isMeasure(_ token: Int) -> Bool {
        token > 0 && text.kind(token - 1) == .number && !text.hasSpaceBefore(token)
    }

    /// A closing mark without an opening one: the content begins with the paragraph, or behind the string
    /// before.
    private mutating func closeUnopened(_ mark: QuotationMark, in paragraph: Range<Int>, firstString: Int) {
        var first = paragraph.lowerBound
        if strings.count > firstString {
            let earlier = strings[firstString...].suffix(8).map(\.end).max() ?? first
            first = max(
                earlier,
                text.sentences[text.sentence(at: max(paragraph.lowerBound, mark.token - 1))].lowerBound
            )
        }
        guard first < mark.token else { return }
        strings.append(
            MarkedString(
                first: first,
                end: mark.token + 1,
                family: mark.family,
                hasOpener: false,
                hasCloser: true,
                parent: nil,
                continues: false
            )
        )
    }

    /// Ends a string that has no closing mark, before `limit`.
    private mutating func leaveOpen(_ string: Int, at limit: Int, in paragraph: Range<Int>) {
        let first = strings[string].first
        if limit == paragraph.upperBound, opensAgain(behind: limit, strings[string].family) {
            strings[string].end = limit
            strings[string].continues = true
            return
        }
        strings[string].end = tags(first + 1, limit) ?? limit
    }

    /// Whether the paragraph that begins at `token` opens with a mark of the family.
    private func opensAgain(behind token: Int, _ family: QuotationMark.Family) -> Bool {
        guard token < text.count, let mark = QuotationMark(token, in: text) else { return false }
        return mark.family == family && mark.canOpen
    }

    // MARK: Single marks

    private mutating func pairSingle(_ mark: QuotationMark, in paragraph: Range<Int>) {
        if let top = stack.last, strings[top].family == .single, strings[top].end > mark.token {
            if strings[top].end == mark.token + 1 { stack.removeLast() }
            return
        }
        guard mark.canOpen, !isApostrophe(mark) else { return }
        if let closer = closer(of: mark, in: paragraph) {
            open(mark)
            strings[strings.count - 1].end = closer + 1
            strings[strings.count - 1].hasCloser = true
        } else if mark.token == paragraph.lowerBound, opensAgain(behind: paragraph.upperBound, .single) {
            open(mark)
        }
    }

    /// Whether the mark stands for letters left out.
    private func isApostrophe(_ mark: QuotationMark) -> Bool {
        let next = mark.token + 1
        guard next < text.count else { return true }
        return text.kind(next) == .number && text.length(next) <= 3
    }

    /// The mark that closes the single string opened by `mark`: the first one behind punctuation, else the
    /// first that is not the possessive of a plural before a noun.
    private func closer(of mark: QuotationMark, in paragraph: Range<Int>) -> Int? {
        let enclosing = stack.last.map { enclosingEnd(of: $0, in: paragraph) } ?? paragraph.upperBound
        let limit = min(enclosing, mark.token + MarkPairing.horizon)
        var fallback: Int?
        var token = mark.token + 1
        var isInsideDouble = false
        while token < limit {
            defer { token += 1 }
            guard text.kind(token) != .word, let other = QuotationMark(token, in: text) else { continue }
            if other.family != .single {
                if other.family == .double { isInsideDouble.toggle() }
                continue
            }
            if other.canOpen, !other.canClose, fallback != nil { return fallback }
            guard !isInsideDouble, other.canClose, token > mark.token + 1 else { continue }
            if isBehindPunctuation(token) { return token }
            if isPossessive(token) {
                if fallback == nil, token - mark.token <= 8 { fallback = token }
                continue
            }
            return token
        }
        return fallback
    }

    /// Where the double string that is open around a single mark must end at the latest.
    private func enclosingEnd(of string: Int, in paragraph: Range<Int>) -> Int {
        var token = strings[string].first + 1
        let family = strings[string].family
        guard family != .single else { return paragraph.upperBound }
        while token < min(paragraph.upperBound, strings[string].first + MarkPairing.horizon) {
            if text.kind(token) != .word, let mark = QuotationMark(token, in: text), mark.family == family,
                mark.canClose
            {
                return token
            }
            token += 1
        }
        return paragraph.upperBound
    }

    private func isBehindPunctuation(_ token: Int) -> Bool {
        guard token > 0, !text.hasSpaceBefore(token) else { return false }
        return text.kind(token - 1) == .punctuation || text.endsInStop(token - 1)
    }

    /// Whether the mark behind a word in -s can say that what follows belongs to them.
    private func isPossessive(_ token: Int) -> Bool {
        guard token > 0, token + 1 < text.count, text.lastByte(token - 1) == UInt8(ascii: "s"),
            !text.hasSpaceBefore(token), text.hasSpaceAfter(token)
        else { return false }
        let next = token + 1
        return text.isWord(next)
            && !text.has(next, [.coordinator, .be, .auxiliary, .preposition, .subjectPronoun, .modal])
    }
}
