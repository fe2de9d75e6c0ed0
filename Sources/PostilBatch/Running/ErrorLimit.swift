/// How many failed documents a run bears.
public enum ErrorLimit: Hashable, Sendable, LosslessStringConvertible {
    /// This many.
    case count(Int)
    /// This part of the documents, in percent; judged from the hundredth document on and at the end.
    case percent(Double)

    /// The documents before which a percentage says nothing.
    static let judgedFrom = 100

    /// The limit that `100` or `2.5%` names; nil where the text names none.
    public init?(_ description: String) {
        if description.hasSuffix("%") {
            guard let percent = Double(description.dropLast()), (0...100).contains(percent) else { return nil }
            self = .percent(percent)
        } else {
            guard let count = Int(description), count >= 0 else { return nil }
            self = .count(count)
        }
    }

    /// The limit as it is written.
    public var description: String {
        switch self {
        case .count(let count): "\(count)"
        case .percent(let percent): "\(percent)%"
        }
    }

    /// Whether `failed` of `documents` are too many.
    func isExceeded(by failed: Int, of documents: Int, atEnd: Bool) -> Bool {
        switch self {
        case .count(let count): failed > count
        case .percent(let percent):
            (atEnd || documents >= ErrorLimit.judgedFrom) && Double(failed) * 100 > percent * Double(documents)
        }
    }
}
