import PostilCore
import PostilLexicon
import PostilText

/// Which mentions of a document name the same, and what that is called.
struct EntityClusters {
    /// The cluster of each mention, counted from 1 in order of first mention.
    private(set) var numbers: [Int] = []

    /// The fullest form of each mention's name.
    private(set) var canonicals: [String] = []

    /// The entry of the gazetteer for each mention; nil where none is certain.
    private(set) var links: [String?] = []

    private struct Cluster {
        var kind: EntityKind
        var mentions: [Int]
        var link: String?
        var linkedName: String?
    }

    private let view: TokenView
    private let text: Text
    private var clusters: [Cluster] = []
    private var byName: [UInt64: Int] = [:]
    private var byPart: [UInt64: Int] = [:]
    private var byInitials: [UInt64: Int] = [:]
    private var byLink: [String: Int] = [:]

    /// Clusters `mentions`, which are in document order.
    ///
    /// - Complexity: O(mentions).
    init(_ mentions: [EntityMention], view: TokenView, text: Text, links: GazetteerLinks) {
        self.view = view
        self.text = text
        var numberOfMention = Array(repeating: 0, count: mentions.count)
        for (position, mention) in mentions.enumerated() {
            let entry = links.entry(of: mention)
            let cluster = find(mention, entry: entry) ?? add(mention, entry: entry)
            clusters[cluster].mentions.append(position)
            if let entry {
                if clusters[cluster].link == nil {
                    clusters[cluster].link = entry.link
                    clusters[cluster].linkedName = entry.canonical
                }
                if byLink[entry.link] == nil { byLink[entry.link] = cluster }
            }
            register(mention, cluster)
            numberOfMention[position] = cluster
        }
        let names = clusters.map { fullest($0, mentions) }
        numbers = numberOfMention.map { $0 + 1 }
        canonicals = numberOfMention.map { names[$0] }
        self.links = numberOfMention.map { clusters[$0].link }
    }

    private mutating func add(_ mention: EntityMention, entry: GazetteerLinks.Entry?) -> Int {
        clusters.append(Cluster(kind: mention.kind, mentions: [], link: entry?.link, linkedName: entry?.canonical))
        return clusters.count - 1
    }

    private func find(_ mention: EntityMention, entry: GazetteerLinks.Entry?) -> Int? {
        if let cluster = byName[name(of: mention.tokens)], agrees(cluster, mention.kind) { return cluster }
        if let link = entry?.link, let cluster = byLink[link], agrees(cluster, mention.kind) { return cluster }
        if mention.kind == .person, let part = lastWord(of: mention.tokens) {
            // A full name is another person than one of the same surname.
            let isPart = words(of: mention.tokens).count == 1
            if isPart, let cluster = byPart[part], clusters[cluster].kind == .person { return cluster }
        }
        if mention.tokens.count == 1, view.values[mention.tokens.lowerBound].shape == .upper,
            let cluster = byInitials[view.values[mention.tokens.lowerBound].hash.bits], agrees(cluster, mention.kind)
        {
            return cluster
        }
        if mention.kind == .organization {
            let bare = withoutForm(mention.tokens)
            if bare != mention.tokens, let cluster = byName[name(of: bare)], agrees(cluster, .organization) {
                return cluster
            }
        }
        return nil
    }

    private mutating func register(_ mention: EntityMention, _ cluster: Int) {
        func add(_ key: UInt64, to index: inout [UInt64: Int]) { if index[key] == nil { index[key] = cluster } }
        add(name(of: mention.tokens), to: &byName)
        let words = words(of: mention.tokens)
        if mention.kind == .person, words.count > 1 {
            // The nearest name of several words that a part belongs to is the one meant.
            for word in words where view.length(word) > 2 { byPart[view.values[word].hash.bits] = cluster }
        }
        if mention.kind == .organization { add(name(of: withoutForm(mention.tokens)), to: &byName) }
        if mention.tokens.count > 1, mention.kind != .person {
            for initials in initials(of: mention.tokens) { add(initials, to: &byInitials) }
        } else if mention.tokens.count == 1, view.values[mention.tokens.lowerBound].shape == .upper {
            add(view.values[mention.tokens.lowerBound].hash.bits, to: &byInitials)
        }
    }

    /// Whether a cluster can hold a mention of `kind`: types that name the same kinds of thing differ by
    /// context.
    private func agrees(_ cluster: Int, _ kind: EntityKind) -> Bool {
        let other = clusters[cluster].kind
        if other == kind { return true }
        let places: Set<EntityKind> = [.geopolitical, .location, .facility]
        return places.contains(other) && places.contains(kind)
    }

    /// The hash of a name's words, hyphens and points left out.
    private func name(of tokens: Range<Int>) -> UInt64 {
        tokens.reduce(UInt64(0x5EED)) { state, token in
            guard view.isWordLike(token) else { return state }
            return (state ^ view.values[token].hash.bits) &* 0xD6E8_FEB8_6659_FD93
        }
    }

    private func words(of tokens: Range<Int>) -> [Int] {
        tokens.filter { view.isWordLike($0) && view.isCapitalized($0) }
    }

    private func lastWord(of tokens: Range<Int>) -> UInt64? {
        tokens.last { view.isWordLike($0) }.map { view.values[$0].hash.bits }
    }

    /// The initials of a name with and without its small words.
    private func initials(of tokens: Range<Int>) -> [UInt64] {
        func hash(_ tokens: some Sequence<Int>) -> UInt64? {
            let letters = tokens.map { view.firstByte($0) }
            guard letters.count > 1 else { return nil }
            return letters.withUnsafeBufferPointer { LowercaseHash(folding: $0).bits }
        }
        return [hash(words(of: tokens)), hash(tokens.filter { view.isWordLike($0) })].compactMap { $0 }
    }

    private static let forms: Set<LowercaseHash> = Set(
        "inc inc. corp corp. corporation co co. company ltd ltd. limited plc llc group holdings ag sa nv gmbh"
            .split(separator: " ").map { LowercaseHash(word: $0) }
    )

    /// A company's name without the words for its legal form.
    private func withoutForm(_ tokens: Range<Int>) -> Range<Int> {
        var end = tokens.upperBound
        while end - tokens.lowerBound > 1,
            EntityClusters.forms.contains(view.values[end - 1].hash) || !view.isWordLike(end - 1)
        {
            end -= 1
        }
        return tokens.lowerBound..<end
    }

    private func fullest(_ cluster: Cluster, _ mentions: [EntityMention]) -> String {
        if let name = cluster.linkedName { return name }
        var best = ""
        var bestWords = 0
        for position in cluster.mentions {
            let tokens = mentions[position].tokens
            let count = words(of: tokens).count
            // A name that is all capitals gives way to one that is not.
            let isCapitals = tokens.allSatisfy { !view.isWordLike($0) || view.values[$0].shape == .upper }
            let weight = count * 2 + (isCapitals ? 0 : 1)
            guard weight > bestWords else { continue }
            bestWords = weight
            best = EntityClusters.singleSpaced(
                text,
                view.spans[tokens.lowerBound].union(view.spans[tokens.upperBound - 1])
            )
        }
        return best.isEmpty && !cluster.mentions.isEmpty ? text[spanOf(mentions[cluster.mentions[0]])] : best
    }

    private func spanOf(_ mention: EntityMention) -> Span {
        view.spans[mention.tokens.lowerBound].union(view.spans[mention.tokens.upperBound - 1])
    }

    /// The text of a span, with one space for each stretch of white space.
    static func singleSpaced(_ text: Text, _ span: Span) -> String {
        let string = text[span]
        guard string.utf8.contains(where: { $0 < 0x20 }) || string.contains("  ") else { return string }
        return string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
