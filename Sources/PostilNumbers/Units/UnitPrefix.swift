/// A prefix of a unit: its symbols, its name, its UCUM code and the number it stands for.
struct UnitPrefix: Sendable {
    let symbols: [String]
    let name: String
    let code: String
    let factor: String

    init(_ symbols: [String], _ name: String, _ code: String, _ factor: String) {
        self.symbols = symbols
        self.name = name
        self.code = code
        self.factor = factor
    }

    /// The prefixes of the SI.
    static let metric: [UnitPrefix] = [
        UnitPrefix(["Y"], "yotta", "Y", "1000000000000000000000000"),
        UnitPrefix(["Z"], "zetta", "Z", "1000000000000000000000"),
        UnitPrefix(["E"], "exa", "E", "1000000000000000000"), UnitPrefix(["P"], "peta", "P", "1000000000000000"),
        UnitPrefix(["T"], "tera", "T", "1000000000000"), UnitPrefix(["G"], "giga", "G", "1000000000"),
        UnitPrefix(["M"], "mega", "M", "1000000"), UnitPrefix(["k", "K"], "kilo", "k", "1000"),
        UnitPrefix(["h"], "hecto", "h", "100"), UnitPrefix(["da"], "deca", "da", "10"),
        UnitPrefix(["da"], "deka", "da", "10"), UnitPrefix(["d"], "deci", "d", "0.1"),
        UnitPrefix(["c"], "centi", "c", "0.01"), UnitPrefix(["m"], "milli", "m", "0.001"),
        UnitPrefix(["µ", "μ", "u"], "micro", "u", "0.000001"), UnitPrefix(["n"], "nano", "n", "0.000000001"),
        UnitPrefix(["p"], "pico", "p", "0.000000000001"), UnitPrefix(["f"], "femto", "f", "0.000000000000001"),
        UnitPrefix(["a"], "atto", "a", "0.000000000000000001"),
    ]

    /// The prefixes of information: those of the SI from *kilo-* on, and the binary ones of IEC 80000-13.
    static let binary: [UnitPrefix] = [
        UnitPrefix(["k", "K"], "kilo", "k", "1000"), UnitPrefix(["M"], "mega", "M", "1000000"),
        UnitPrefix(["G"], "giga", "G", "1000000000"), UnitPrefix(["T"], "tera", "T", "1000000000000"),
        UnitPrefix(["P"], "peta", "P", "1000000000000000"), UnitPrefix(["E"], "exa", "E", "1000000000000000000"),
        UnitPrefix(["Ki"], "kibi", "Ki", "1024"), UnitPrefix(["Mi"], "mebi", "Mi", "1048576"),
        UnitPrefix(["Gi"], "gibi", "Gi", "1073741824"), UnitPrefix(["Ti"], "tebi", "Ti", "1099511627776"),
    ]
}
