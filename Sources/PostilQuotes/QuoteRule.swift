import PostilCore

/// The rules by which quotations are found.
enum QuoteRule: UInt16, CaseIterable {
    case marks = 1
    case unopened
    case unclosed
    case dashDialogue
    case transcript
    case block
    case contentCueSource
    case sourceCueContent
    case cueInside
    case accordingTo
    case infinitive
    case object
    case noun
    case passive
    case headline
    case scare
    case title
    case nickname
    case part
    case nested

    var identifier: RuleIdentifier { RuleIdentifier(rawValue: rawValue) }

    var rule: Rule {
        switch self {
        case .marks: Rule("marks", "speech between quotation marks")
        case .unopened: Rule("marks-unopened", "speech whose opening mark is missing")
        case .unclosed: Rule("marks-unclosed", "speech whose closing mark is missing")
        case .dashDialogue: Rule("dash-dialogue", "a speech that a dash opens")
        case .transcript: Rule("transcript", "what stands behind a speaker's name and a colon")
        case .block: Rule("block-quote", "an indented paragraph that the one before announces")
        case .contentCueSource: Rule("content-cue-source", "content, and then who says so")
        case .sourceCueContent: Rule("source-cue-content", "a verb of reporting and its content clause")
        case .cueInside: Rule("content-cue-content", "content with the source and the verb between")
        case .accordingTo: Rule("according-to", "content with 'according to' its source")
        case .infinitive: Rule("cue-infinitive", "a verb or noun of intention or demand and its infinitive")
        case .object: Rule("cue-object", "a verb of praise, blame, naming or proposal and its object")
        case .noun: Rule("noun-content", "a noun of speech or thought and its content")
        case .passive: Rule("passive-cue", "a passive or impersonal report")
        case .headline: Rule("headline", "a headline with its source before or behind a colon")
        case .scare: Rule("scare-quote", "words at which the writer keeps a distance")
        case .title: Rule("title", "the title of a work")
        case .nickname: Rule("nickname", "a name by which somebody goes")
        case .part: Rule("part-of-mixed", "the marked part of a mixed quotation")
        case .nested: Rule("nested-marks", "somebody's words inside a quotation")
        }
    }

    static let table = RuleTable(allCases.map(\.rule))
}
