/// How expressions that leave something open are resolved.
public enum DateStyle: String, Hashable, Sendable, CaseIterable {
    /// Against the reference date, backwards or forwards by the tense of the verb.
    case news
    /// Against the date that the text mentioned last.
    case narrative
    /// Against the reference date and forwards, as in commands and questions; bare expressions count.
    case assistant
}
