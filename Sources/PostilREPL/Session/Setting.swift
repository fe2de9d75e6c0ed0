import Postil

/// A row of the table of settings.
struct Setting: Sendable {
    let name: String
    /// What it takes, for help and messages.
    let values: String
    let summary: String
    /// The words that Tab completes.
    let candidates: [String]
    /// The value as text.
    let text: @Sendable (Settings) -> String
    /// Sets the value; false where `text` is none.
    let set: @Sendable (inout Settings, String) -> Bool

    /// All settings, by name.
    static let all: [Setting] = [
        Setting(
            name: "anchor",
            values: "a date such as 2014-06-17, or none",
            summary: "the date to which dates refer where the text names none",
            candidates: ["none"],
            text: { $0.anchor ?? "none" },
            set: { settings, text in
                guard text == "none" || ReferenceDate.isWellFormed(text) else { return false }
                settings.anchor = text == "none" ? nil : text
                return true
            }
        ),
        toggle("bail", "whether a script ends with its first error", \.bail),
        choice("boxes", "whether frames are drawn in Unicode's box characters", \.boxes),
        choice("color", "whether colours are used", \.colors),
        number("context", "the columns on each side of a match in .find", 5...500, \.context),
        toggle("echo", "whether each line of input is printed before its output", \.echo),
        Setting(
            name: "date-order",
            values: "MDY, DMY or YMD",
            summary: "the order of dates in digits where the text does not tell",
            candidates: DateOrder.allCases.map(\.rawValue),
            text: { $0.dates.order.rawValue },
            set: { settings, text in assign(text, to: &settings.dates.order) }
        ),
        Setting(
            name: "date-style",
            values: "auto, " + list(DateStyle.self),
            summary: "how open dates are resolved; auto finds it from the text",
            candidates: ["auto"] + DateStyle.allCases.map(\.rawValue),
            text: { $0.dates.style?.rawValue ?? "auto" },
            set: { settings, text in
                settings.dates.style = DateStyle(rawValue: text)
                return settings.dates.style != nil || text == "auto"
            }
        ),
        Setting(
            name: "examples",
            values: "a path",
            summary: "the file to which .expect and .reject append",
            candidates: [],
            text: { $0.examples },
            set: { settings, text in
                settings.examples = text
                return !text.isEmpty
            }
        ),
        Setting(
            name: "mode",
            values: list(ViewMode.self),
            summary: "how a document is shown",
            candidates: ViewMode.allCases.map(\.rawValue),
            text: { $0.mode.rawValue },
            set: { settings, text in assign(text, to: &settings.mode) }
        ),
        choice("pager", "whether output longer than the window goes through a pager", \.pager),
        Setting(
            name: "seed",
            values: "a whole number from 0 on",
            summary: "what .sample draws by; the same seed draws the same",
            candidates: [],
            text: { String($0.seed) },
            set: { settings, text in
                guard let seed = UInt64(text) else { return false }
                settings.seed = seed
                return true
            }
        ),
        toggle("timer", "whether the time that annotating took is printed", \.timer),
        Setting(
            name: "unit",
            values: list(OffsetUnit.self),
            summary: "the unit in which offsets are shown and read",
            candidates: OffsetUnit.allCases.map(\.rawValue),
            text: { $0.unit.rawValue },
            set: { settings, text in assign(text, to: &settings.unit) }
        ),
        Setting(
            name: "width",
            values: "a whole number from \(Style.minimumWidth) to 1000, or auto",
            summary: "the columns to use; auto for the window's",
            candidates: ["auto"],
            text: { $0.width.map(String.init) ?? "auto" },
            set: { settings, text in
                guard text == "auto" || Int(text).map((Style.minimumWidth...1000).contains) == true else {
                    return false
                }
                settings.width = Int(text)
                return true
            }
        ),
    ]

    private static func toggle(
        _ name: String,
        _ summary: String,
        _ path: WritableKeyPath<Settings, Bool> & Sendable
    ) -> Setting {
        Setting(
            name: name,
            values: "on or off",
            summary: summary,
            candidates: ["on", "off"],
            text: { $0[keyPath: path] ? "on" : "off" },
            set: { settings, text in
                settings[keyPath: path] = text == "on"
                return text == "on" || text == "off"
            }
        )
    }

    private static func choice(
        _ name: String,
        _ summary: String,
        _ path: WritableKeyPath<Settings, Settings.Choice> & Sendable
    ) -> Setting {
        Setting(
            name: name,
            values: list(Settings.Choice.self),
            summary: summary,
            candidates: Settings.Choice.allCases.map(\.rawValue),
            text: { $0[keyPath: path].rawValue },
            set: { settings, text in assign(text, to: &settings[keyPath: path]) }
        )
    }

    private static func number(
        _ name: String,
        _ summary: String,
        _ range: ClosedRange<Int>,
        _ path: WritableKeyPath<Settings, Int> & Sendable
    ) -> Setting {
        Setting(
            name: name,
            values: "a whole number from \(range.lowerBound) to \(range.upperBound)",
            summary: summary,
            candidates: [],
            text: { String($0[keyPath: path]) },
            set: { settings, text in
                guard let number = Int(text), range.contains(number) else { return false }
                settings[keyPath: path] = number
                return true
            }
        )
    }

    private static func assign<Value: RawRepresentable<String>>(_ text: String, to value: inout Value) -> Bool {
        guard let found = Value(rawValue: text) else { return false }
        value = found
        return true
    }

    private static func list<Value: RawRepresentable<String> & CaseIterable>(_ type: Value.Type) -> String {
        let names = Value.allCases.map(\.rawValue)
        return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
    }
}
