/// Writes fields as TIMEX3 values.
enum TimexText {
    /// The value of fields; what they leave open becomes `X`.
    static func value(_ fields: CalendarFields, time: TimeOfDay?) -> String {
        let date = dateValue(fields)
        guard let time else { return date }
        return date + time.timexText
    }

    private static func dateValue(_ fields: CalendarFields) -> String {
        if let century = fields.century {
            return fields.isBeforeChrist ? "BC" + padded(century, 2) : padded(century, 2)
        }
        if let decade = fields.decade { return padded(decade, 3) }
        let year = fields.year.map { fields.isBeforeChrist ? "BC" + padded($0, 4) : padded($0, 4) } ?? "XXXX"
        if let day = fields.day {
            return "\(year)-\(fields.month.map { padded($0, 2) } ?? "XX")-\(padded(day, 2))"
        }
        if let month = fields.month { return "\(year)-\(padded(month, 2))" }
        if let weekday = fields.weekday { return "\(year)-W\(fields.week.map { padded($0, 2) } ?? "XX")-\(weekday)" }
        if let week = fields.week { return "\(year)-W\(padded(week, 2))" + (fields.isWeekend ? "-WE" : "") }
        if fields.isWeekend { return "\(year)-WXX-WE" }
        if let quarter = fields.quarter { return "\(year)-Q\(quarter)" }
        if let half = fields.half { return "\(year)-H\(half)" }
        if let season = fields.season { return "\(year)-\(season.code)" }
        return fields.year == nil ? "XXXX-XX-XX" : year
    }
}
