/// The offsets of time zones by their usual names.
enum TimeZoneNames {
    /// Minutes east of Greenwich; nil for a zone that is not known.
    static func offset(_ name: String) -> Int? {
        if let fixed = offsets[name.uppercased()] { return fixed }
        let bytes = Array(name.utf8)
        guard let sign = bytes.first, sign == 0x2B || sign == 0x2D else { return nil }
        let digits = bytes.dropFirst().filter { $0 &- 0x30 < 10 }.map { Int($0 - 0x30) }
        guard digits.count == 2 || digits.count == 4 else { return nil }
        let hours = digits[0] * 10 + digits[1]
        let minutes = digits.count == 4 ? digits[2] * 10 + digits[3] : 0
        guard hours <= 14, minutes < 60 else { return nil }
        return (sign == 0x2D ? -1 : 1) * (hours * 60 + minutes)
    }

    /// Of two zones of one name the one in North America or Europe is meant; IST is India's.
    private static let offsets: [String: Int] = [
        "Z": 0, "GMT": 0, "UTC": 0, "WET": 0, "BST": 60, "CET": 60, "CEST": 120, "EET": 120, "EEST": 180, "MSK": 180,
        "IST": 330, "SGT": 480, "HKT": 480, "AWST": 480, "JST": 540, "AEST": 600, "AEDT": 660,
        "EST": -300, "EDT": -240, "ET": -300, "CST": -360, "CDT": -300, "CT": -360, "MST": -420, "MDT": -360,
        "PST": -480, "PDT": -420, "PT": -480, "AKST": -540, "HST": -600,
        "EASTERN TIME": -300, "CENTRAL TIME": -360, "PACIFIC TIME": -480, "MOUNTAIN TIME": -420,
        "GREENWICH MEAN TIME": 0,
    ]
}
