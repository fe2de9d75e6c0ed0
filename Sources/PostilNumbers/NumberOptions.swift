/// What the number annotator knows besides its own tables.
public struct NumberOptions: Hashable, Sendable {
    /// Signs and names of currencies that are read besides the known ones, and before them.
    public var currencies: [CurrencyMark]

    /// Makes options.
    public init(currencies: [CurrencyMark] = []) { self.currencies = currencies }
}

/// A sign or name with the currency that it stands for.
public struct CurrencyMark: Hashable, Sendable, CustomStringConvertible {
    /// The sign or name as texts have it: *RM*, *G$*, *guinea*. Signs are read in these very letters, names in
    /// capitals or not and in the plural with *s*.
    public let mark: String

    /// The code of ISO 4217, or any other that records shall show.
    public let code: String

    /// Makes the mark of a currency.
    public init(_ mark: String, code: String) {
        self.mark = mark
        self.code = code
    }

    /// Reads `MARK=CODE`, such as `RM=MYR`; nil where a side is empty.
    public init?(_ text: String) {
        guard let equals = text.lastIndex(of: "="), equals > text.startIndex,
            text.index(after: equals) < text.endIndex
        else { return nil }
        self.init(String(text[..<equals]), code: String(text[text.index(after: equals)...]))
    }

    /// `MARK=CODE`.
    public var description: String { "\(mark)=\(code)" }
}
