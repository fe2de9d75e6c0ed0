/// What a temporal expression denotes, by the types of TIMEX3.
public enum DateKind: String, Hashable, Sendable, CaseIterable {
    /// A calendar time of a day or longer: *17 June*, *last week*, *the 1980s*; also *now* and *the past*.
    case date = "DATE"
    /// A time of day, perhaps with its date: *10 p.m.*, *Friday night*.
    case time = "TIME"
    /// A length of time: *three days*.
    case duration = "DURATION"
    /// A recurrence: *every Monday*, *daily*.
    case set = "SET"
}
