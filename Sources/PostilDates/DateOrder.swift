/// The order in which digits give day, month and year.
public enum DateOrder: String, Hashable, Sendable, CaseIterable {
    /// *6/17/2014*.
    case monthDayYear = "MDY"
    /// *17/6/2014*.
    case dayMonthYear = "DMY"
    /// *14-06-17*.
    case yearMonthDay = "YMD"
}
