import PostilCore
import PostilText

/// The catalogue by symbol and by name.
///
/// Symbols are found by their exact bytes, names by their lower-cased form with single blanks.
struct UnitTable: Sendable {
    /// The table of all known units.
    static let standard = UnitTable()

    private let units: [Unit]
    private let symbols: HashTable
    private let names: HashTable

    private init() {
        var units: [Unit] = [
            Unit(code: "1", factor: ExactNumber(1), offset: nil, dimension: .none)
        ]
        var symbols: [(LowercaseHash, UInt32)] = []
        var names: [(LowercaseHash, UInt32)] = []
        // Factors are read once, since there are many more pairs of a prefix and a unit than of either.
        let definitions = UnitCatalog.all.compactMap { definition in
            ExactNumber(text: definition.factor).map { (definition, base: $0) }
        }
        let metric = UnitTable.scaled(UnitPrefix.metric)
        let binary = UnitTable.scaled(UnitPrefix.binary)
        // Units without a prefix come first, so that *min* is the minute and not a milli-inch.
        for (definition, base) in definitions {
            UnitTable.add(definition, factor: base, prefix: nil, to: &units, &symbols, &names)
        }
        for (definition, base) in definitions {
            let prefixes = definition.prefixes == .metric ? metric : definition.prefixes == .binary ? binary : []
            for (prefix, scale) in prefixes {
                guard let factor = base.multiplied(by: scale) else { continue }
                UnitTable.add(definition, factor: factor, prefix: prefix, to: &units, &symbols, &names)
            }
        }
        self.units = units
        self.symbols = HashTable(entries: symbols)
        self.names = HashTable(entries: names)
    }

    private static func scaled(_ prefixes: [UnitPrefix]) -> [(UnitPrefix, ExactNumber)] {
        prefixes.compactMap { prefix in ExactNumber(text: prefix.factor).map { (prefix, $0) } }
    }

    private static func add(
        _ definition: UnitDefinition,
        factor: ExactNumber,
        prefix: UnitPrefix?,
        to units: inout [Unit],
        _ symbols: inout [(LowercaseHash, UInt32)],
        _ names: inout [(LowercaseHash, UInt32)]
    ) {
        let index = UInt32(units.count)
        units.append(
            Unit(
                code: (prefix?.code ?? "") + definition.code,
                factor: factor,
                offset: definition.offset.flatMap { ExactDecimal(text: $0) },
                dimension: definition.dimension,
                isWord: definition.isWord && prefix == nil
            )
        )
        for symbol in definition.symbols.split(separator: " ") {
            guard prefix == nil || symbol.utf8.count <= 3 else { continue }
            for mark in prefix?.symbols ?? [""] where !UnitTable.commonWords.contains(mark + symbol) {
                symbols.append((exactHash(of: mark + symbol), index))
            }
        }
        for name in definition.names.split(separator: ",") {
            let whole = (prefix?.name ?? "") + name
            names.append((LowercaseHash(word: whole), index))
            for plural in plurals(of: whole) { names.append((LowercaseHash(word: plural), index)) }
        }
    }

    /// Words and abbreviations that a prefix and a symbol happen to spell.
    private static let commonWords: Set<String> = [
        "as", "am", "at", "pm", "dad", "had", "PM", "Pb", "Tb", "Eb", "KM", "kM", "MM", "GM", "TM", "cM", "dM", "hM",
        "PM",
    ]

    /// The plurals of a name: of its last word, or of the word before *of*, *per* or a scale's name.
    private static func plurals(of name: String) -> [String] {
        if name.hasPrefix("degree") || name.hasPrefix("kilodegree") { return ["degrees" + name.dropFirst(6)] }
        if name.hasSuffix("s") || name.hasSuffix("feet") { return [] }
        if name.hasSuffix("foot") { return [name.dropLast(4) + "feet"] }
        return [name + "s"]
    }

    /// The hash of a symbol's exact bytes.
    private static func exactHash(of symbol: String) -> LowercaseHash {
        let bytes = Array(symbol.utf8)
        return bytes.withUnsafeBufferPointer { exactHash(of: $0, 0..<bytes.count) }
    }

    /// The hash of exact bytes: FNV-1a, which keeps capitals apart.
    static func exactHash(of bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> LowercaseHash {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for offset in range { hash = (hash ^ UInt64(bytes[offset])) &* 0x0000_0100_0000_01B3 }
        return LowercaseHash(bits: hash ^ (hash &>> 32))
    }

    /// The unit whose symbol is exactly the bytes of `range`.
    func unit(symbol bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Unit? {
        let index = symbols.value(for: UnitTable.exactHash(of: bytes, range))
        return index == 0 ? nil : units[Int(index)]
    }

    /// The unit with a name of this hash.
    func unit(name: LowercaseHash) -> Unit? {
        let index = names.value(for: name)
        return index == 0 ? nil : units[Int(index)]
    }
}
