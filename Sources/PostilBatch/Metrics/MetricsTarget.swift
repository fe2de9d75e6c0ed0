/// Where the metrics of a run go.
public enum MetricsTarget: Hashable, Sendable, LosslessStringConvertible {
    /// A file that is replaced each time, so that it is whole at any moment.
    case file(String)
    /// An open descriptor, which gets a line each time.
    case descriptor(Int32)

    /// The target that a path or `fd:3` names; nil for a descriptor that is no number.
    public init?(_ description: String) {
        guard description.hasPrefix("fd:") else {
            guard !description.isEmpty else { return nil }
            self = .file(description)
            return
        }
        guard let descriptor = Int32(description.dropFirst(3)), descriptor >= 0 else { return nil }
        self = .descriptor(descriptor)
    }

    /// The target as it is written.
    public var description: String {
        switch self {
        case .file(let path): path
        case .descriptor(let descriptor): "fd:\(descriptor)"
        }
    }
}
