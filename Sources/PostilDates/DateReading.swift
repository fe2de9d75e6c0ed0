import PostilCore
import PostilNumbers
import PostilText

/// All that is found in one document, with what explanations need.
struct DateReading {
    struct Found {
        let span: Span
        let phrase: Phrase
        let value: DateValue
        let tense: Tense
        let steps: [String]
    }

    /// The most tokens that a short message has.
    private static let casualLimit = 60

    /// A reading that lost, and to what.
    struct Loser {
        let span: Span
        let phrase: Phrase
        let reason: String
        /// Whether it counts in other contexts than this.
        var isLatent = false
    }

    private(set) var annotations: [Found] = []
    /// Readings that lost, kept only for explanations.
    private(set) var losers: [Loser] = []
    /// What the digits that begin phrases could be, by token; only for explanations.
    private(set) var digitReadings: [Int: [String]] = [:]
    private(set) var style = DateStyle.news
    private(set) var order = DateOrder.monthDayYear
    private(set) var reference: ReferenceTime?

    /// Reads a document.
    ///
    /// - Parameter isExplaining: Whether to keep the readings that lost.
    init(
        _ document: DocumentView,
        tokens: Layer<Token>,
        sentences: Layer<Unvalued>,
        options: DateOptions,
        isExplaining: Bool = false
    ) {
        guard !tokens.spans.isEmpty else { return }
        let lexicon = Lexicon.shared
        document.text.bytes.withUnsafeBufferPointer { bytes in
            TokenView.with(bytes, tokens.spans, tokens.values) { view in
                withUnsafeTemporaryAllocation(of: UInt16.self, capacity: view.count) { positions in
                    var triggers: [Int32] = []
                    MeaningScanner(lexicon: lexicon).scan(view, into: positions, triggers: &triggers)
                    guard !triggers.isEmpty else { return }
                    lexicon.meanings.withUnsafeBufferPointer { table in
                        var parser = PhraseParser(
                            view: view,
                            positions: UnsafeBufferPointer(positions),
                            table: table,
                            lexicon: lexicon
                        )
                        parser.isLenient = options.style == .assistant
                        parser.isCasual =
                            options.style == nil && view.count <= DateReading.casualLimit
                            && document.context.referenceDate != nil
                        parser.order = options.order
                        read(parser, triggers, sentences.spans, document, options, isExplaining: isExplaining)
                    }
                }
            }
        }
    }

    private mutating func read(
        _ parser: PhraseParser,
        _ triggers: [Int32],
        _ sentences: [Span],
        _ document: DocumentView,
        _ options: DateOptions,
        isExplaining: Bool
    ) {
        var finder = PhraseFinder(parser: parser)
        finder.keepsLosers = isExplaining
        var phrases: [Phrase] = []
        var ranges: [Range<Int>] = []
        var owners: [Int] = []
        var next = 0
        var token = 0
        for sentence in sentences {
            while token < parser.view.count, parser.view.start(token) < Int(sentence.start) { token += 1 }
            let first = token
            while token < parser.view.count, parser.view.start(token) < Int(sentence.end) { token += 1 }
            let begin = next
            while next < triggers.count, Int(triggers[next]) < token { next += 1 }
            guard begin < next else { continue }
            guard !document.isCancelled else { return }
            let before = phrases.count
            finder.phrases(in: first..<token, triggers: triggers[begin..<next], into: &phrases)
            if phrases.count > before {
                owners += Array(repeating: ranges.count, count: phrases.count - before)
                ranges.append(first..<token)
            }
        }
        settleOrder(&phrases, options)
        let policy = DocumentPolicy(phrases: phrases, parser: parser)
        reference =
            document.context.referenceDate
            .flatMap { ReferenceTime($0, source: document.context.referenceDateSource ?? "context") }
            ?? policy.heading(phrases, ranges: ranges, owners: owners)
        style = options.style ?? policy.style(phrases, reference: reference)
        let member = Audience(style)
        if isExplaining {
            let readings = Readings(parser.view)
            for phrase in phrases where parser.digits(phrase.start, anywhere: true) {
                digitReadings[phrase.start] = readings.readings(at: phrase.start).map {
                    "\($0.kind.rawValue): \($0.reason)"
                }
            }
        }
        func span(_ phrase: Phrase) -> Span {
            Span(parser.view.start(phrase.start)..<parser.view.end(phrase.end - 1))
        }
        losers = finder.losers.map { Loser(span: span($0.phrase), phrase: $0.phrase, reason: $0.reason) }
        if isExplaining {
            losers += phrases.filter { !$0.audience.contains(member) }
                .map {
                    Loser(
                        span: span($0),
                        phrase: $0,
                        reason: "counts in other styles than \(style.rawValue)",
                        isLatent: true
                    )
                }
        }
        if phrases.contains(where: { !$0.audience.contains(member) }) {
            owners = zip(owners, phrases).filter { $0.1.audience.contains(member) }.map(\.0)
            phrases.removeAll { !$0.audience.contains(member) }
        }
        resolve(phrases, ranges, owners, parser)
    }

    /// Turns open digits round where the text's other dates, or the options, have the day first.
    private mutating func settleOrder(_ phrases: inout [Phrase], _ options: DateOptions) {
        order = options.order
        if !options.orderIsFixed {
            var balance = 0
            for phrase in phrases {
                guard case .calendar(let fields) = phrase.meaning, let isDayFirst = fields.isDayFirst else { continue }
                balance += isDayFirst ? 1 : -1
            }
            if balance != 0 { order = balance > 0 ? .dayMonthYear : .monthDayYear }
        }
        guard (order == .dayMonthYear) != (options.order == .dayMonthYear) else { return }
        for index in phrases.indices {
            guard case .calendar(var fields) = phrases[index].meaning, fields.isSwappable else { continue }
            (fields.month, fields.day) = (fields.day, fields.month)
            phrases[index].meaning = .calendar(fields)
        }
    }

    private mutating func resolve(_ phrases: [Phrase], _ ranges: [Range<Int>], _ owners: [Int], _ parser: PhraseParser)
    {
        var parser = parser
        var resolver = Resolver(style: style, reference: reference, feasts: parser.lexicon.holidays.feasts)
        annotations.reserveCapacity(phrases.count)
        for (phrase, owner) in zip(phrases, owners) {
            parser.sentence = ranges[owner]
            var phrase = phrase
            phrase.hasEnded = parser.isWord(phrase.end, PhraseParser.endedWord)
            let verb =
                style == .news && phrase.needsTense
                ? TenseFinder(parser: parser).tense(of: phrase) : (tense: .unknown, isNear: false)
            let tense = verb.tense
            // What a report tells of the night is of the one that has just ended.
            if phrase.isOvernight, tense == .past { phrase.meaning = .offset(-1, .day, isFromMention: false) }
            if phrase.mayBeAhead, tense == .future, case .duration(let length) = phrase.meaning {
                phrase.meaning = .shifted(length, 1, isFromMention: false)
            }
            let builder = ValueBuilder(resolver: resolver, order: order)
            let resolved = resolver.resolve(phrase, tense: tense, isNear: verb.isNear)
            let value = builder.value(phrase, resolved)
            let span = Span(
                (phrase.startOffset ?? parser.view.start(phrase.start))..<(phrase.endOffset
                    ?? parser.view.end(phrase.end - 1))
            )
            annotations.append(Found(span: span, phrase: phrase, value: value, tense: tense, steps: resolved.steps))
        }
    }
}

extension PhraseContent {
    /// Whether the direction of its resolution depends on a verb.
    var needsTense: Bool {
        switch meaning {
        case .calendar(let fields): !fields.hasYear
        case .offset: isOvernight
        case .duration: mayBeAhead
        case .moment: true
        case .holiday(_, let fields, let direction): !fields.hasYear && direction == nil
        case .relative, .nth: true
        default: false
        }
    }
}
