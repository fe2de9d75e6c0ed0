import PostilCore
import PostilText

/// Something that a sentence mentions and may say good or bad of.
struct SentimentTarget {
    /// The mention.
    let span: Span

    /// The positions in ``Composer/content`` that it covers.
    let content: Range<Int>

    /// What is mentioned: the fullest form of its name, or a pronoun whose person is not known.
    let name: String
}

/// Finds the targets of sentences: names, pronouns of the third person, and others who are quoted.
struct TargetFinder {
    private let entities: Layer<EntityValue>
    private let text: Text
    private var next = 0

    /// Those who are quoted and have no name, in the order of the text.
    private let speakers: [(span: Span, name: String)]
    private var nextSpeaker = 0

    /// The person last named, by whose name pronouns go; forgotten at the end of the sentence behind.
    private var person: String?
    private var sentencesSince = 0

    init(entities: Layer<EntityValue>, quotes: Layer<QuoteValue>, text: Text) {
        self.entities = entities
        self.text = text
        let named = quotes.values.compactMap(\.speaker)
            .filter { $0.entity == nil && entities.overlapping($0.span).isEmpty }
            .map { ($0.span, $0.canonical ?? String(text[$0.span])) }
            .sorted { $0.0 < $1.0 }
        var speakers: [(span: Span, name: String)] = []
        for (span, name) in named where speakers.last.map({ !$0.span.overlaps(span) }) ?? true {
            speakers.append((span, name))
        }
        self.speakers = speakers
    }

    /// Words that name the narrator.
    private static let narrators = HashTable(
        entries: ["i", "we", "me", "us", "my", "our"].map { (LowercaseHash(word: $0), 1) }
    )

    private static let pronouns = HashTable(
        entries: ["he", "she", "him", "her", "his", "hers", "himself", "herself"].map { (LowercaseHash(word: $0), 1) }
    )

    /// A sentence says something of so many targets at most: each costs a look at the whole of it, and one that
    /// names more is a list.
    private static let most = 64

    /// The targets of the next sentence, the first ones where it is a list of names, in the order of the text.
    mutating func targets(in sentence: Span, composer: Composer) -> [SentimentTarget] {
        var targets: [SentimentTarget] = []
        var position = 0
        let view = composer.view
        let content = composer.content
        sentencesSince += 1
        if sentencesSince > 2 { person = nil }
        while next < entities.count, entities.spans[next].end <= sentence.start { next += 1 }
        while position < content.count, targets.count < TargetFinder.most {
            let token = view.spans[Int(content[position])]
            while next < entities.count, entities.spans[next].end <= token.start { next += 1 }
            if next < entities.count, entities.spans[next].start < token.end {
                let entity = entities[next]
                var end = position
                while end < content.count, view.spans[Int(content[end])].start < entity.span.end { end += 1 }
                if entity.value.kind == .person {
                    person = entity.value.canonical
                    sentencesSince = 0
                }
                targets.append(
                    SentimentTarget(span: entity.span, content: position..<end, name: entity.value.canonical)
                )
                position = end
                next += 1
                continue
            }
            if let speaker = speaker(from: token) {
                var end = position
                while end < content.count, view.spans[Int(content[end])].start < speaker.span.end { end += 1 }
                let isPronoun = end == position + 1 && TargetFinder.isPerson(composer.hashes[position])
                if !isPronoun {
                    targets.append(SentimentTarget(span: speaker.span, content: position..<end, name: speaker.name))
                    position = end
                    continue
                }
            }
            if TargetFinder.pronouns.value(for: composer.hashes[position]) != 0 {
                targets.append(
                    SentimentTarget(
                        span: token,
                        content: position..<position + 1,
                        name: person ?? text[token].lowercased()
                    )
                )
            }
            position += 1
        }
        return targets
    }

    /// The speaker whose words begin with or in a token.
    private mutating func speaker(from token: Span) -> (span: Span, name: String)? {
        while nextSpeaker < speakers.count, speakers[nextSpeaker].span.end <= token.start { nextSpeaker += 1 }
        guard nextSpeaker < speakers.count, speakers[nextSpeaker].span.start < token.end else { return nil }
        nextSpeaker += 1
        return speakers[nextSpeaker - 1]
    }

    /// Whether a word alone is a pronoun that is a target anyway, or the narrator.
    private static func isPerson(_ hash: LowercaseHash) -> Bool {
        pronouns.value(for: hash) != 0 || narrators.value(for: hash) != 0
    }
}
