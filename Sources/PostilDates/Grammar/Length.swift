/// A length of time, as far as an expression gives it.
struct Length: Hashable, Sendable {
    /// One count of one unit.
    struct Part: Hashable, Sendable {
        /// How many; nil where the text leaves it open.
        var count: Int?
        var unit: TimeUnit
        /// Whether half a unit is added.
        var hasHalf = false
    }

    var parts: [Part]
    /// The least and the most of the first count, where the text gives both: *two to four years*.
    var range: Range?

    /// A least and a most.
    struct Range: Hashable, Sendable {
        let least: Int
        let most: Int
    }

    init(_ count: Int?, _ unit: TimeUnit, half: Bool = false) {
        parts = [Part(count: count, unit: unit, hasHalf: half)]
    }

    /// The longest unit.
    var unit: TimeUnit { parts.first?.unit ?? .day }

    /// The count of the first unit.
    var count: Int? { parts.first?.count ?? nil }

    /// The TIMEX3 value, such as `P2Y6M` or `PT1M30S`.
    var timexText: String {
        var days = ""
        var times = ""
        for part in parts {
            let text = Length.text(part)
            if part.unit.isOfClock {
                times += text
            } else if part.unit == .day, part.hasHalf {
                days += part.count == 0 ? "" : "\(part.count.map(String.init) ?? "X")D"
                times += "12H"
            } else {
                days += text
            }
        }
        return "P" + days + (times.isEmpty ? "" : "T" + times)
    }

    private static func text(_ part: Part) -> String {
        guard let count = part.count else { return "X" + part.unit.letter }
        switch part.unit {
        case .fortnight: return "\(count * 2)W"
        case .half: return "\(count * 6)M"
        case .decade: return "\(count * 10 + (part.hasHalf ? 5 : 0))Y"
        case .century: return "\(count * 100 + (part.hasHalf ? 50 : 0))Y"
        case .millennium: return "\(count * 1000 + (part.hasHalf ? 500 : 0))Y"
        default: break
        }
        guard part.hasHalf else { return "\(count)\(part.unit.letter)" }
        let whole = count == 0 ? "" : "\(count)\(part.unit.letter)"
        switch part.unit {
        case .year: return whole + "6M"
        case .hour: return whole + "30M"
        case .minute: return whole + "30S"
        default: return "\(count).5\(part.unit.letter)"
        }
    }
}
