import PostilCore

/// The part of speech in which a word has a valence of its own: *like* the verb and *like* the preposition.
enum SentimentSense: UInt64, CaseIterable {
    case noun = 1, verb, adjective, adverb, preposition, interjection

    /// The name that the third column of a lexicon has.
    var name: String {
        switch self {
        case .noun: "noun"
        case .verb: "verb"
        case .adjective: "adjective"
        case .adverb: "adverb"
        case .preposition: "preposition"
        case .interjection: "interjection"
        }
    }

    /// The sense of a word with a tag; nil for names and words of other parts of speech.
    init?(_ tag: PennTag) {
        switch tag {
        case .noun, .pluralNoun: self = .noun
        case .baseVerb, .presentVerb, .thirdPersonVerb, .pastVerb, .pastParticiple, .gerund: self = .verb
        case .adjective, .comparativeAdjective, .superlativeAdjective: self = .adjective
        case .adverb, .comparativeAdverb, .superlativeAdverb: self = .adverb
        case .preposition, .to: self = .preposition
        case .interjection: self = .interjection
        default: return nil
        }
    }
}
