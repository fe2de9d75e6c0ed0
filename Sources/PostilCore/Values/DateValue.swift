/// What a temporal expression means: as it stands, and resolved against its anchor.
///
/// Values are those of TIMEX3 (ISO 8601 with its extensions: `1998-W08`, `1989-Q3`, `1998-SU`,
/// `1998-02-06TMO`, `198`, `BC0490`, `P3D`, `PXY`, `PAST_REF`). What the text leaves open is `X` in
/// ``expression``.
public struct DateValue: LayerValue {
    /// DATE, TIME, DURATION or SET.
    public var kind: DateKind

    /// The value that the expression has by itself, such as `XXXX-WXX-5` for *Friday*; nil where it has none.
    public var expression: String?

    /// The value once resolved; nil where there is no anchor, or nothing to resolve it by.
    public var value: String?

    /// The earliest day or instant that the value covers, in ISO 8601.
    public var earliest: String?

    /// The latest day that the value covers, or the instant at which it ends.
    public var latest: String?

    /// The unit that the expression is exact to: `day`, `week`, `year`…
    public var grain: String?

    /// TIMEX3's `mod`: `START`, `MID`, `END`, `APPROX`, `BEFORE`, `AFTER`, `LESS_THAN`, `MORE_THAN`…
    public var modifier: String?

    /// The time zone as the text has it.
    public var zone: String?

    /// The readings that the form allows, the chosen one first; empty where there is one only.
    public var candidates: [String] = []

    /// The date against which the value was resolved; nil where none was needed.
    public var anchor: String?

    /// Where the anchor came from: `field`, `option`, `dateline`, `heading` or `mention`.
    public var anchorSource: String?

    /// The order of day, month and year by which digits were read: `DMY`, `MDY` or `YMD`; nil for a date
    /// without digits that could be read in two ways.
    public var digitOrder: String?

    /// TIMEX3's `quant` of a recurrence, such as `every`.
    public var quantifier: String?

    /// TIMEX3's `freq` of a recurrence, such as `2X`.
    public var frequency: String?

    /// Makes a value of a kind with its expression and value.
    public init(_ kind: DateKind, expression: String? = nil, value: String? = nil) {
        self.kind = kind
        self.expression = expression
        self.value = value
    }

    /// Whether the form allows more than one reading.
    public var isAmbiguous: Bool { !candidates.isEmpty }
}

extension DateValue {
    /// The kind's name.
    public var type: String? { kind.rawValue }

    private static var properties: [(key: String, path: WritableKeyPath<DateValue, String?> & Sendable)] {
        [
            ("timex", \.expression), ("value", \.value), ("from", \.earliest), ("to", \.latest),
            ("grain", \.grain), ("mod", \.modifier), ("tz", \.zone), ("anchor", \.anchor),
            ("anchor_source", \.anchorSource), ("order", \.digitOrder), ("quant", \.quantifier), ("freq", \.frequency),
        ]
    }

    /// The properties that are set, then one `candidate` for each candidate.
    public var features: [Feature] {
        DateValue.properties.compactMap { property in
            self[keyPath: property.path].map { Feature(property.key, $0) }
        } + candidates.map { Feature("candidate", $0) }
    }

    /// The value of a kind with the features that ``features`` writes.
    public init?(type: String?, features: [Feature]) {
        guard let kind = type.flatMap(DateKind.init(rawValue:)) else { return nil }
        self.init(kind)
        for feature in features {
            if feature.key == "candidate" {
                candidates.append(feature.value)
            } else {
                guard let property = DateValue.properties.first(where: { $0.key == feature.key }) else { return nil }
                self[keyPath: property.path] = feature.value
            }
        }
    }
}
