/// What an annotation says besides where it is.
///
/// Inside a program a value is a typed Swift value. To leave it, as a record, a view or a message to a
/// plugin, it has one general form, a type and features, and comes back from it unchanged: the
/// conformance check proves that.
public protocol LayerValue: Hashable, Sendable {
    /// The annotation's type within its layer, for instance `PERSON`; nil where the layer has one type.
    var type: String? { get }

    /// The properties, in a fixed order.
    var features: [Feature] { get }

    /// The value of the given type and features; nil where they do not make one.
    init?(type: String?, features: [Feature])
}
