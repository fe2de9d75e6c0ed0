/// The powers of the base quantities in a unit.
struct UnitDimension: Hashable, Sendable {
    var length: Int8 = 0
    var mass: Int8 = 0
    var time: Int8 = 0
    var current: Int8 = 0
    var temperature: Int8 = 0
    var amount: Int8 = 0
    var light: Int8 = 0
    var information: Int8 = 0
    var angle: Int8 = 0

    static let none = UnitDimension()
    static let length = UnitDimension(length: 1)
    static let area = UnitDimension(length: 2)
    static let volume = UnitDimension(length: 3)
    static let mass = UnitDimension(mass: 1)
    static let time = UnitDimension(time: 1)
    static let speed = UnitDimension(length: 1, time: -1)
    static let acceleration = UnitDimension(length: 1, time: -2)
    static let frequency = UnitDimension(time: -1)
    static let force = UnitDimension(length: 1, mass: 1, time: -2)
    static let energy = UnitDimension(length: 2, mass: 1, time: -2)
    static let power = UnitDimension(length: 2, mass: 1, time: -3)
    static let pressure = UnitDimension(length: -1, mass: 1, time: -2)
    static let current = UnitDimension(current: 1)
    static let charge = UnitDimension(time: 1, current: 1)
    static let voltage = UnitDimension(length: 2, mass: 1, time: -3, current: -1)
    static let resistance = UnitDimension(length: 2, mass: 1, time: -3, current: -2)
    static let conductance = UnitDimension(length: -2, mass: -1, time: 3, current: 2)
    static let capacitance = UnitDimension(length: -2, mass: -1, time: 4, current: 2)
    static let inductance = UnitDimension(length: 2, mass: 1, time: -2, current: -2)
    static let fluxDensity = UnitDimension(mass: 1, time: -2, current: -1)
    static let temperature = UnitDimension(temperature: 1)
    static let amount = UnitDimension(amount: 1)
    static let concentration = UnitDimension(length: -3, amount: 1)
    static let light = UnitDimension(light: 1)
    static let illuminance = UnitDimension(length: -2, light: 1)
    static let information = UnitDimension(information: 1)
    static let angle = UnitDimension(angle: 1)
    static let dose = UnitDimension(length: 2, time: -2)

    /// The dimension of a product with `other` to the power of `power`.
    func multiplied(by other: UnitDimension, power: Int8) -> UnitDimension {
        UnitDimension(
            length: length &+ other.length &* power,
            mass: mass &+ other.mass &* power,
            time: time &+ other.time &* power,
            current: current &+ other.current &* power,
            temperature: temperature &+ other.temperature &* power,
            amount: amount &+ other.amount &* power,
            light: light &+ other.light &* power,
            information: information &+ other.information &* power,
            angle: angle &+ other.angle &* power
        )
    }

    /// The UCUM code of the coherent unit: a named one where the SI has it, else powers of base units.
    var baseCode: String {
        switch self {
        case .none: return "1"
        case .force: return "N"
        case .energy: return "J"
        case .power: return "W"
        case .pressure: return "Pa"
        case .frequency: return "Hz"
        case .charge: return "C"
        case .voltage: return "V"
        case .resistance: return "Ohm"
        case .conductance: return "S"
        case .capacitance: return "F"
        case .inductance: return "H"
        case .fluxDensity: return "T"
        default: break
        }
        let powers: [(String, Int8)] = [
            ("kg", mass), ("m", length), ("s", time), ("A", current), ("K", temperature), ("mol", amount),
            ("cd", light),
            ("By", information), ("rad", angle),
        ]
        let above = powers.filter { $0.1 > 0 }.map { $0.1 == 1 ? $0.0 : "\($0.0)\($0.1)" }.joined(separator: ".")
        let below = powers.filter { $0.1 < 0 }.map { $0.1 == -1 ? "/\($0.0)" : "/\($0.0)\(-$0.1)" }.joined()
        return above + below
    }
}
