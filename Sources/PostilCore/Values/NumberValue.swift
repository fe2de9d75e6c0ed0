/// What a number, amount or quantity in a text says.
public struct NumberValue: LayerValue {
    /// What the number counts.
    public var kind: NumberKind
    /// The value as the text states it; nil for a range, a bound alone, and *the last*.
    public var value: ExactNumber?
    /// The least value that the text allows, where it says one.
    public var low: ExactNumber?
    /// The greatest value that the text allows, where it says one.
    public var high: ExactNumber?
    /// How the text limits or blurs the number.
    public var approximation: NumberApproximation?
    /// The unit as a UCUM code; for money the name of a minor unit such as *cent*.
    public var unit: String?
    /// The currency as an ISO 4217 code.
    public var currency: String?
    /// The value in base units, to 15 significant digits where the conversion is no decimal.
    public var baseValue: ExactDecimal?
    /// The base unit as a UCUM code, or the currency's code for minor units of money.
    public var baseUnit: String?
    /// Whether the text writes a fraction.
    public var isFraction = false
    /// Whether the text states two ends.
    public var isRange = false

    /// A number of a kind with a value and nothing else.
    public init(kind: NumberKind, value: ExactNumber? = nil) {
        self.kind = kind
        self.value = value
    }
}

extension NumberValue {
    /// The kind's name.
    public var type: String? { kind.rawValue }

    /// The properties that are set, in a fixed order.
    public var features: [Feature] {
        var features: [Feature] = []
        func add(_ key: String, _ value: String?) { if let value { features.append(Feature(key, value)) } }
        add("value", value?.description)
        add("low", low?.description)
        add("high", high?.description)
        add("approx", approximation?.rawValue)
        add("unit", unit)
        add("currency", currency)
        add("base_value", baseValue?.description)
        add("base_unit", baseUnit)
        if isFraction { add("fraction", "true") }
        if isRange { add("range", "true") }
        return features
    }

    /// The number that ``type`` and ``features`` describe.
    public init?(type: String?, features: [Feature]) {
        guard let type else { return nil }
        self.init(kind: NumberKind(rawValue: type))
        for feature in features {
            switch feature.key {
            case "value": value = ExactNumber(text: feature.value)
            case "low": low = ExactNumber(text: feature.value)
            case "high": high = ExactNumber(text: feature.value)
            case "approx": approximation = NumberApproximation(rawValue: feature.value)
            case "unit": unit = feature.value
            case "currency": currency = feature.value
            case "base_value": baseValue = ExactDecimal(text: feature.value)
            case "base_unit": baseUnit = feature.value
            case "fraction": isFraction = feature.value == "true"
            case "range": isRange = feature.value == "true"
            default: return nil
            }
        }
    }
}
