/// A unit as the catalogue defines it.
struct UnitDefinition: Sendable {
    /// Which prefixes a unit takes.
    enum Prefixes: Sendable {
        case none
        /// *kilo-*, *milli-* and the others of the SI.
        case metric
        /// The metric ones from *kilo-* on and *kibi-*, *mebi-* …
        case binary
    }

    /// The UCUM code.
    let code: String
    /// Symbols, separated by blanks; capitals count.
    let symbols: String
    /// Names in the singular, separated by commas; capitals do not count.
    let names: String
    /// How many base units one is: a decimal number, or two with a slash between them.
    let factor: String
    /// What is added before the factor is applied, for scales of temperature.
    let offset: String?
    let dimension: UnitDimension
    let prefixes: Prefixes
    /// Whether the symbols and names need a number in digits before them, since they are also words.
    let isWord: Bool

    init(
        _ code: String,
        _ symbols: String,
        _ names: String,
        _ factor: String,
        _ dimension: UnitDimension,
        prefixes: Prefixes = .none,
        offset: String? = nil,
        isWord: Bool = false
    ) {
        self.code = code
        self.symbols = symbols
        self.names = names
        self.factor = factor
        self.offset = offset
        self.dimension = dimension
        self.prefixes = prefixes
        self.isWord = isWord
    }
}
