/// A part of the day, by the codes of TIMEX3.
enum DayPart: Int, Hashable, Sendable {
    case morning = 1, midday, afternoon, evening, night, daytime, dawn, dusk, lunch

    /// The code that follows `T`.
    var code: String {
        switch self {
        case .morning, .dawn: "MO"
        case .midday, .lunch: "MI"
        case .afternoon: "AF"
        case .evening, .dusk: "EV"
        case .night: "NI"
        case .daytime: "DT"
        }
    }

    /// The hours from and to which it lasts; 24 and more are of the next day.
    var hours: (from: Int, to: Int) {
        switch self {
        case .morning: (0, 12)
        case .dawn: (4, 7)
        case .midday: (11, 13)
        case .lunch: (12, 14)
        case .afternoon: (12, 19)
        case .evening: (18, 24)
        case .dusk: (18, 21)
        case .night: (18, 24)
        case .daytime: (6, 18)
        }
    }
}
