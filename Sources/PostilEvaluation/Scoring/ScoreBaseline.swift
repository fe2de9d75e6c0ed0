import PostilFormats

/// The figures of an earlier run, which a later one is held against.
public struct ScoreBaseline: Hashable, Sendable {
    /// A figure, and what it is of.
    private struct Figure: Hashable {
        /// Such as `dates strict F1`.
        let name: String
        /// In per cent.
        let value: Double
    }

    private let figures: [Figure]

    /// Reads what ``CorpusScore/json`` has written.
    ///
    /// - Throws: ``GoldError`` where the value is something else.
    public init(_ value: JSONValue) throws(GoldError) {
        guard value["schema"]?.string == CorpusScore.schema else {
            throw GoldError(message: "it is no result of 'postil eval --json' (\(CorpusScore.schema))")
        }
        var figures: [Figure] = []
        for layer in value["layers"]?.array ?? [] {
            guard let name = layer["layer"]?.string else { throw GoldError(message: "a layer has no name") }
            for measure in layer["measures"]?.array ?? [] {
                guard let title = measure["name"]?.string, let f1 = measure["f1"]?.double else {
                    throw GoldError(message: "a measure of \(name) has no name or no F1")
                }
                figures.append(Figure(name: "\(name) \(title) F1", value: f1))
            }
        }
        for member in value["tags"]?.object?.members ?? [] {
            if let share = member.value.double { figures.append(Figure(name: "tokens \(member.key)", value: share)) }
        }
        self.figures = figures
    }

    /// The figures that have fallen, a sentence each.
    ///
    /// - Parameters:
    ///   - current: The later run.
    ///   - tolerance: By how many percentage points a figure may fall.
    public func regressions(in current: ScoreBaseline, tolerance: Double) -> [String] {
        let now = Dictionary(current.figures.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        return figures.compactMap { figure in
            guard let value = now[figure.name] else { return "\(figure.name) was \(figure.value) and is not there now" }
            // A figure is rounded when it is written.
            guard figure.value - value > tolerance + 1e-9 else { return nil }
            return "\(figure.name) fell from \(figure.value) to \(value)"
        }
    }
}
