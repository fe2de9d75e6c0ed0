/// Where a word such as *last* or *following* points, and from what.
enum Direction: Int, Hashable, Sendable {
    /// *last*: before the reference date.
    case last = 1
    /// *past*: up to the reference date.
    case past
    /// *previous*: before the date last mentioned.
    case previous
    /// *next*: behind the reference date.
    case next
    /// *coming*: from the reference date on.
    case coming
    /// *following*: behind the date last mentioned.
    case following
    /// *this*: that holds the reference date.
    case this
    /// *current*.
    case current
    /// *same*, *that*: the date last mentioned.
    case same
    /// *latest*.
    case latest

    /// How many units away: -1, 0 or 1.
    var step: Int {
        switch self {
        case .last, .past, .previous: -1
        case .next, .coming, .following: 1
        case .this, .current, .same, .latest: 0
        }
    }

    /// Whether it counts from the date last mentioned, not from the reference date.
    var isFromMention: Bool { self == .previous || self == .following || self == .same }
}
