import PostilCore
import PostilLearning

/// The labels of the tagger's chain: pairs of a Penn and a universal tag, named as in *VBZ/AUX*.
///
/// One chain decides both tags at once, so that they never contradict each other.
struct TagLabels: Sendable {
    /// The pairs, by label.
    let tags: [TokenTag]

    /// The labels of each Penn tag, as bits, by the tag's number.
    private let labelsOfPenn: [UInt64]

    private let addresses: UInt64
    private let emoji: UInt64

    /// - Throws: ``ModelError`` with the code `model-damaged` for a name that is no pair of tags.
    init(names: [String]) throws(ModelError) {
        var tags: [TokenTag] = []
        var labelsOfPenn = [UInt64](repeating: 0, count: PennTag.names.count)
        for (label, name) in names.enumerated() {
            let parts = name.split(separator: "/")
            guard parts.count == 2, let penn = PennTag(name: String(parts[0])),
                let universal = UniversalTag(name: String(parts[1])), label < 64
            else {
                throw ModelError(
                    code: .modelDamaged,
                    message: "the model has the label '\(name)', which is no pair of tags"
                )
            }
            tags.append(TokenTag(penn: penn, universal: universal))
            labelsOfPenn[Int(penn.rawValue)] |= 1 << UInt64(label)
        }
        self.tags = tags
        func bit(_ penn: PennTag, _ universal: UniversalTag) -> UInt64 {
            tags.firstIndex(of: TokenTag(penn: penn, universal: universal)).map { 1 << UInt64($0) } ?? 0
        }
        addresses = bit(.address, .properNoun)
        emoji = bit(.superfluous, .symbol)
        self.labelsOfPenn = labelsOfPenn
    }

    /// All labels, as bits.
    var all: UInt64 { tags.count >= 64 ? .max : 1 << UInt64(tags.count) - 1 }

    /// The name of a pair.
    static func name(of tag: TokenTag) -> String { "\(tag.penn.name)/\(tag.universal.name)" }

    /// The label of a pair; nil for a pair that is too rare to have one.
    func label(of tag: TokenTag) -> Int? { tags.firstIndex(of: tag) }

    /// The labels with a Penn tag, as bits.
    func labels(of penn: PennTag) -> UInt64 {
        labelsOfPenn.indices.contains(Int(penn.rawValue)) ? labelsOfPenn[Int(penn.rawValue)] : 0
    }

    /// The labels of a token of this kind, as bits; 0 where the kind does not tell.
    ///
    /// Treebanks have next to no emoji, handles and hashtags to learn from, and addresses are what they are.
    func labels(of kind: TokenKind) -> UInt64 {
        switch kind {
        case .url, .email, .handle, .hashtag: addresses
        case .emoji: emoji
        default: 0
        }
    }

    /// The labels that agree with gold: its own, or those with its Penn tag where the pair has none.
    func agreeing(with tag: TokenTag) -> UInt64 {
        label(of: tag).map { 1 << UInt64($0) } ?? labels(of: tag.penn)
    }
}
