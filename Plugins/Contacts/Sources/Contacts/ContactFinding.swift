import PostilCore

/// A stretch that looks like a contact, and whether it is one.
struct ContactFinding {
    let span: Span
    let rule: ContactRule
    /// The contact, or why it is none.
    let result: Result<ContactValue, Refusal>

    /// Why something that looks like a contact is none.
    struct Refusal: Error {
        let reason: String
    }

    init(_ span: Span, _ rule: ContactRule, _ value: ContactValue) {
        (self.span, self.rule, result) = (span, rule, .success(value))
    }

    init(_ span: Span, _ rule: ContactRule, refused reason: String) {
        (self.span, self.rule, result) = (span, rule, .failure(Refusal(reason: reason)))
    }
}
