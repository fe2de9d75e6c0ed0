/// The part of a time that *early*, *mid*, *late*, *beginning* or *end* means.
enum PhaseBounds {
    /// The first and last day of the part.
    static func bounds(
        of first: CivilDate,
        _ last: CivilDate,
        grain: TimeUnit?,
        modifier: TimeModifier?
    ) -> (first: CivilDate, last: CivilDate) {
        switch (modifier, grain) {
        case (.start, .month): (first, first.adding(days: 9))
        case (.mid, .month): (first.adding(days: 10), first.adding(days: 19))
        case (.end, .month): (first.adding(days: 20), last)
        case (.start, .year): (first, first.adding(months: 3).adding(days: -1))
        case (.mid, .year): (first.adding(months: 3), first.adding(months: 8).adding(days: -1))
        case (.end, .year): (first.adding(months: 8), last)
        case (.start, .week): (first, first.adding(days: 2))
        case (.mid, .week): (first.adding(days: 2), first.adding(days: 3))
        case (.end, .week): (first.adding(days: 4), last)
        case (.start, .decade): (first, first.adding(months: 48).adding(days: -1))
        case (.mid, .decade): (first.adding(months: 36), first.adding(months: 84).adding(days: -1))
        case (.end, .decade): (first.adding(months: 72), last)
        case (.start, .quarter), (.start, .half), (.start, .season): (first, first.adding(days: 30))
        case (.end, .quarter), (.end, .half), (.end, .season): (last.adding(days: -30), last)
        default: (first, last)
        }
    }
}
