import PostilCore
import PostilText

/// The catalogue of currencies by sign, code and name.
struct CurrencyTable: Sendable {
    /// The table of all known currencies.
    static let standard = CurrencyTable()

    private let currencies: [Currency]
    private let signs: HashTable
    private let names: HashTable

    /// The first of the currencies that were added to the known ones.
    private let firstAdded: UInt32

    /// Whether currencies were added.
    var hasAdded: Bool { firstAdded < UInt32(currencies.count) }

    private init() { self.init(adding: []) }

    /// The table of all known currencies with others, which win over them.
    init(adding marks: [CurrencyMark]) {
        var currencies: [Currency] = [Currency("XXX")]
        var signs: [(LowercaseHash, UInt32)] = []
        var names: [(LowercaseHash, UInt32)] = []
        func add(_ currency: Currency) -> UInt32 {
            currencies.append(currency)
            return UInt32(currencies.count - 1)
        }
        for (sign, currency) in CurrencyCatalog.signs {
            signs.append((CurrencyTable.exactHash(of: sign), add(currency)))
        }
        for code in CurrencyCatalog.codes.split(separator: " ") {
            signs.append((CurrencyTable.exactHash(of: String(code)), add(Currency(String(code)))))
        }
        for (name, currency) in CurrencyCatalog.names {
            let index = add(currency)
            names.append((LowercaseHash(word: name), index))
            if !name.hasSuffix("s") { names.append((LowercaseHash(word: name + "s"), index)) }
        }
        firstAdded = UInt32(currencies.count)
        for mark in marks {
            let index = add(Currency(mark.code))
            let name = LowercaseHash(word: mark.mark.lowercased())
            let plural = LowercaseHash(word: mark.mark.lowercased() + "s")
            let sign = CurrencyTable.exactHash(of: mark.mark)
            signs.removeAll { $0.0 == sign }
            names.removeAll { $0.0 == name || $0.0 == plural }
            signs.append((sign, index))
            names += [(name, index), (plural, index)]
        }
        self.currencies = currencies
        self.signs = HashTable(entries: signs)
        self.names = HashTable(entries: names)
    }

    private static func exactHash(of sign: String) -> LowercaseHash {
        let bytes = Array(sign.utf8)
        return bytes.withUnsafeBufferPointer { UnitTable.exactHash(of: $0, 0..<bytes.count) }
    }

    /// The currency whose sign or code is exactly the bytes of `range`.
    func currency(sign bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Currency? {
        let index = signs.value(for: UnitTable.exactHash(of: bytes, range))
        return index == 0 ? nil : currencies[Int(index)]
    }

    /// Whether the bytes of `range` are exactly the sign of a currency that was added.
    func isAdded(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        signs.value(for: UnitTable.exactHash(of: bytes, range)) >= firstAdded
    }

    /// The currency with a name of this hash.
    func currency(name: LowercaseHash) -> Currency? {
        let index = names.value(for: name)
        return index == 0 ? nil : currencies[Int(index)]
    }
}
