import PostilCore

/// A number with what belongs directly to it, while an expression is put together.
struct Amount {
    var numeral: Numeral
    var value: ExactNumber?
    /// Where it starts and ends, in bytes.
    var start: Int
    var end: Int
    var kind: NumberKind = .cardinal
    var rule: NumberRule
    var unit: Unit?
    var unitName: String?
    var currency: Currency?
    /// What the numeral is multiplied by, as a letter or word behind it says.
    var scale: ExactDecimal = .one
    /// Whether the unit or sign stands before the number.
    var hasPrefix = false
    /// What the measure may be off by, where the text says it.
    var error: ExactDecimal?
    /// What one is in base units, for percent and money.
    var baseFactor: ExactNumber?

    /// Whether two amounts can be the ends of one range.
    func agrees(with other: Amount) -> Bool {
        guard kind == other.kind else { return false }
        if let unit, let otherUnit = other.unit { return unit.code == otherUnit.code }
        if let currency, let otherCurrency = other.currency {
            return currency.code == otherCurrency.code && currency.minor == otherCurrency.minor
        }
        return true
    }
}

/// A number that was found, with its extent.
///
/// The parser asks for very many that are not there, hence a value that is small while it is passed on: what
/// it holds lies elsewhere, and is copied when one of several owners changes it.
@dynamicMemberLookup
struct NumberExpression {
    private final class Storage {
        var content: NumberContent

        init(_ content: NumberContent) { self.content = content }
    }

    private var storage: Storage

    init(start: Int, end: Int, value: NumberValue, rule: NumberRule) {
        storage = Storage(NumberContent(start: start, end: end, value: value, rule: rule))
    }

    subscript<Member>(dynamicMember member: WritableKeyPath<NumberContent, Member>) -> Member {
        @inline(__always)
        get { storage.content[keyPath: member] }
        @inline(__always)
        set {
            if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.content) }
            storage.content[keyPath: member] = newValue
        }
    }
}

/// What a ``NumberExpression`` holds.
struct NumberContent {
    var start: Int
    var end: Int
    var value: NumberValue
    var rule: NumberRule
    /// The extent without approximators.
    var coreStart: Int
    var coreEnd: Int
    /// The currencies that share the sign or name of an amount of money.
    var family = Currency.Family.none
    /// Whether a power of ten is named in it.
    var isScaled = false
    /// Whether it measures time alone.
    var isTime = false
    /// What a symbol of several currencies was resolved by, for explanations.
    var note: String?

    init(start: Int, end: Int, value: NumberValue, rule: NumberRule) {
        self.start = start
        self.end = end
        self.value = value
        self.rule = rule
        coreStart = start
        coreEnd = end
    }
}
