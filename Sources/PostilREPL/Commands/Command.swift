import Postil

/// A row of the table of commands, from which help, completion, abbreviations and tests are made.
struct Command: Sendable {
    /// The name, without its point.
    let name: String

    /// What may stand behind the name.
    let arguments: String

    /// What it does, in a line.
    let summary: String

    /// More, with an example, for `.help NAME`.
    let details: String

    /// Under which heading help lists it.
    let topic: CommandTopic

    /// How many words it takes.
    let arity: ClosedRange<Int>

    /// What Tab offers for each word; the last also for those behind it.
    var completions: [Completion] = []

    /// Whether what stands behind the name is taken as it is, without words and quotation marks.
    var takesRest = false

    /// Carries it out.
    let action: @Sendable (inout Session, Arguments) throws(CommandError) -> Void

    /// The name and what may stand behind it.
    var usage: String { arguments.isEmpty ? ".\(name)" : ".\(name) \(arguments)" }
}

/// A heading of the help.
enum CommandTopic: String, CaseIterable, Sendable {
    case texts, looking, extra, asking, changing, teaching, session

    /// What the heading says.
    var title: String {
        switch self {
        case .texts: "Texts and corpora"
        case .looking: "Looking"
        case .extra: "What layers bring"
        case .asking: "Asking"
        case .changing: "Changing"
        case .teaching: "Teaching"
        case .session: "The session"
        }
    }
}

/// What Tab offers for a word.
enum Completion: Sendable {
    case file, command, layer, layerTypes, annotator, setting, settingValue, corpusIdentifier, mode, pin, number
    case words([String])
}
