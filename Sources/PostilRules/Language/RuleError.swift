import PostilCore

/// Why a rule file cannot be used: everything that is wrong with it, in the order of the file.
public struct RuleError: Error, Hashable, Sendable, CustomStringConvertible {
    /// `rule-unreadable`, `rule-syntax` or `rule-example`.
    public let code: ErrorCode

    /// What is wrong, each with its place; at least one.
    public let diagnostics: [RuleDiagnostic]

    /// The diagnostics, one after the other.
    public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}

extension ErrorCode {
    /// A rule file, or a file that it names, cannot be read.
    public static let ruleUnreadable: ErrorCode = "rule-unreadable"
    /// A rule file does not say what it should.
    public static let ruleSyntax: ErrorCode = "rule-syntax"
    /// An example of a rule is not found, or a counter-example is.
    public static let ruleExample: ErrorCode = "rule-example"
}
