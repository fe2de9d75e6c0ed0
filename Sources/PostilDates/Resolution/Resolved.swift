/// A meaning once resolved, or as far as it can be.
struct Resolved {
    /// The fields of the calendar; nil for lengths, recurrences and references.
    var fields: CalendarFields?
    var time: TimeOfDay?
    /// The TIMEX3 value of what has no fields.
    var text: String?
    var isResolved = true
    /// Whether the date last mentioned was used.
    var usedMention = false
    /// Whether the reference date was used.
    var usedReference = false
    /// The bounds of a stretch of hours or less.
    var instants: (from: Instant, to: Instant)?
    /// The bounds of a stretch around the reference date.
    var bounds: (CivilDate, CivilDate)?
    /// What was reckoned, for explanations.
    var steps: [String] = []

    init(_ fields: CalendarFields?) { self.fields = fields }

    init(text: String?) { self.text = text }
}
