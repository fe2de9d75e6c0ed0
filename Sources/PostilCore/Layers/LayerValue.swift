/// What an annotation says besides where it is.
///
/// Inside a program a value is a typed Swift value. To leave it, as a record, a view or a message to a
/// plugin, it has one general form, a type and features, and comes back from it unchanged: the
/// conformance check proves that.
///
/// A value may name places of the text besides its annotation's own: the speaker of a quotation, the words
/// that an opinion rests on. It holds them as ``Span``s, writes them as features with
/// ``Span/description``, reads them with ``Span/init(_:)-(String)``, and says in ``mappingSpans(_:)``
/// which they are.
public protocol LayerValue: Hashable, Sendable {
    /// The annotation's type within its layer, for instance `PERSON`; nil where the layer has one type.
    var type: String? { get }

    /// The properties, in a fixed order.
    var features: [Feature] { get }

    /// The value of the given type and features; nil where they do not make one.
    init?(type: String?, features: [Feature])

    /// The value with `transform` of each span that it holds in that span's place, and nothing else changed.
    ///
    /// So a check moves a value with the text, and a record counts its offsets in another unit. A value
    /// without spans needs no method of its own.
    func mappingSpans(_ transform: (Span) -> Span) -> Self
}

extension LayerValue {
    /// The value as it is: it holds no span.
    public func mappingSpans(_ transform: (Span) -> Span) -> Self { self }

    /// The spans that the value holds, in the order in which it maps them.
    public var spans: [Span] {
        var spans: [Span] = []
        _ = mappingSpans { span in
            spans.append(span)
            return span
        }
        return spans
    }
}
