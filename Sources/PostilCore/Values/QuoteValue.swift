/// A quotation: what it is, where its pieces stand, whose it is and how that is known.
public struct QuoteValue: LayerValue {
    /// What the quotation is.
    public var kind: QuoteKind

    /// The pieces of the content, in order; one unless something such as *he said* stands between them.
    ///
    /// Each is in UTF-8 bytes and has its marks, where it has any.
    public var parts: [Span]

    /// The content from its first to its last byte, without the marks around it.
    public var content: Span

    /// Whether the quotation ends with the mark that it should; true for one without marks.
    public var isClosed: Bool

    /// Whether it is a thought, a wish or an intention and not something said.
    public var isAttitude: Bool

    /// The position in the same layer of the quotation that this one stands in.
    public var parent: Int?

    /// Who is quoted; nil where the quotation is unattributed.
    public var speaker: QuoteSpeaker?

    /// The words that say that somebody is quoted: *said*, *according to*, *her claim*.
    public var cue: Span?

    /// The name of the rule by which the speaker was found; `unattributed` where there is none, nil for
    /// kinds that have no speaker.
    public var attribution: String?

    /// Makes a quotation in one piece with nothing known about its source.
    public init(_ kind: QuoteKind, parts: [Span], content: Span) {
        self.kind = kind
        self.parts = parts
        self.content = content
        isClosed = true
        isAttitude = false
    }
}

extension QuoteValue {
    /// The kind's name.
    public var type: String? { kind.name }

    /// Pieces, content and what else is known, in the order of the properties.
    public var features: [Feature] {
        var features = [
            Feature("parts", parts.map(\.description).joined(separator: " ")),
            Feature("content", content.description),
            Feature("closed", String(isClosed)),
            Feature("attitude", String(isAttitude)),
        ]
        if let parent { features.append(Feature("parent", String(parent))) }
        if let speaker {
            features.append(Feature("speaker", speaker.span.description))
            if let entity = speaker.entity { features.append(Feature("entity", String(entity))) }
            if let canonical = speaker.canonical { features.append(Feature("canonical", canonical)) }
        }
        if let cue { features.append(Feature("cue", cue.description)) }
        if let attribution { features.append(Feature("attribution", attribution)) }
        return features
    }

    /// The quotation of a kind with the features that ``features`` writes.
    public init?(type: String?, features: [Feature]) {
        guard let kind = type.flatMap(QuoteKind.init(name:)), features.count >= 4,
            features.prefix(4).map(\.key) == ["parts", "content", "closed", "attitude"],
            let content = Span(features[1].value), let isClosed = Bool(features[2].value),
            let isAttitude = Bool(features[3].value)
        else { return nil }
        let pieces = features[0].value.split(separator: " ")
        let parts = pieces.compactMap { Span(String($0)) }
        guard parts.count == pieces.count, !parts.isEmpty else { return nil }
        self.init(kind, parts: parts, content: content)
        self.isClosed = isClosed
        self.isAttitude = isAttitude
        for feature in features.dropFirst(4) {
            switch feature.key {
            case "parent":
                guard let position = Int(feature.value) else { return nil }
                parent = position
            case "speaker":
                guard let span = Span(feature.value) else { return nil }
                speaker = QuoteSpeaker(span: span)
            case "entity":
                guard speaker != nil, let position = Int(feature.value) else { return nil }
                speaker?.entity = position
            case "canonical":
                guard speaker != nil else { return nil }
                speaker?.canonical = feature.value
            case "cue":
                guard let span = Span(feature.value) else { return nil }
                cue = span
            case "attribution": attribution = feature.value
            default: return nil
            }
        }
    }

    /// The value with its pieces, content, speaker and cue elsewhere.
    public func mappingSpans(_ transform: (Span) -> Span) -> QuoteValue {
        var value = self
        value.parts = parts.map(transform)
        value.content = transform(content)
        if let speaker { value.speaker?.span = transform(speaker.span) }
        value.cue = cue.map(transform)
        return value
    }
}
