import PostilCore

/// Finds e-mail and web addresses, telephone and account numbers, and IP addresses that are sound.
///
/// What looks like one and is none, an account number with wrong check digits for instance, is a candidate that the
/// session lists (`.dropped`) and gives the reason for.
public struct ContactAnnotator: Annotator {
    /// The name of the plugin.
    public let name: AnnotatorName = "org.postil.contacts"
    /// The version of the plugin.
    public let version = "1.0.0"
    /// Addresses and telephone numbers are looked for among tokens.
    public let requires = [AnyLayerKey(.tokens)]
    /// The layer ``PostilCore/LayerKey/contacts``.
    public let provides = [AnyLayerKey(.contacts)]
    /// A rule for each kind.
    public let rules = ContactRule.table

    /// Makes the annotator.
    public init() {}

    /// Annotates each contact.
    public func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        var contacts = LayerBuilder<ContactValue>()
        for finding in try findings(document) {
            guard case .success(let value) = finding.result else { continue }
            contacts.append(finding.span, value, rule: finding.rule.identifier)
        }
        try output.provide(contacts.build(), for: .contacts)
    }

    /// All that looks like a contact, in document order, none overlapping another.
    private func findings(_ document: DocumentView) throws(AnnotationError) -> [ContactFinding] {
        let text = document.text
        let addresses = AddressFinder(text: text, tokens: try document[.tokens]).findings
        let numbers = IBANFinder(text: text).findings + IPAddressFinder(text: text).findings
        // An IP address in a web address is part of that; digits of an account are no telephone number.
        let kept = numbers.filter { number in
            !addresses.contains { $0.rule != .phone && $0.span.overlaps(number.span) }
        }
        let rest = addresses.filter { address in
            address.rule != .phone || !kept.contains { $0.span.overlaps(address.span) }
        }
        return (kept + rest).sorted { $0.span < $1.span }
    }

    /// Lists what looks like a contact and is none.
    public func candidates(
        for layer: LayerName,
        in span: Span,
        of document: DocumentView
    ) throws(AnnotationError) -> [Candidate]? {
        try findings(document).compactMap { finding in
            guard case .failure(let refusal) = finding.result, finding.span.overlaps(span) else { return nil }
            return Candidate(
                finding.span,
                reading: ContactRule.table[finding.rule.identifier]?.name,
                explanation: Explanation("it looks like one, but \(refusal.reason)", span: finding.span)
            )
        }
    }

    /// Says what a contact was checked for, or why something is none.
    public func explain(_ question: Question, in document: DocumentView) throws(AnnotationError) -> Explanation? {
        let finding = try findings(document).first { $0.span.overlaps(question.span) }
        guard let finding, let rule = ContactRule.table[finding.rule.identifier] else {
            return Explanation("nothing here looks like a contact", span: question.span)
        }
        switch finding.result {
        case .success(let value):
            let scope = value.scope.map { [Explanation("\($0)")] } ?? []
            return Explanation(
                "\(rule.name): \(value.canonical)",
                span: finding.span,
                reasons: [Explanation(rule.summary)] + scope
            )
        case .failure(let refusal):
            return Explanation("\(rule.name): it looks like one, but \(refusal.reason)", span: finding.span)
        }
    }
}
