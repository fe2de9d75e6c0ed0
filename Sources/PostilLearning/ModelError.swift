import PostilCore

/// Why a model cannot be used or made.
public struct ModelError: Error, Hashable, Sendable, CustomStringConvertible {
    /// `model-damaged`, `model-version`, `model-mismatch`, `no-examples` or `training-diverged`.
    public let code: ErrorCode

    /// One line that says what was found and what to do.
    public let message: String

    /// The code and the message.
    public var description: String { "\(code): \(message)" }

    /// Makes an error.
    public init(code: ErrorCode, message: String) {
        self.code = code
        self.message = message
    }
}

extension ErrorCode {
    /// A model's bytes are cut off or changed.
    public static let modelDamaged: ErrorCode = "model-damaged"
    /// A model was written by another version of the format.
    public static let modelVersion: ErrorCode = "model-version"
    /// A model was trained for other features or labels than the program computes.
    public static let modelMismatch: ErrorCode = "model-mismatch"
    /// A model is to be trained from nothing.
    public static let noExamples: ErrorCode = "no-examples"
    /// Training has led to weights that are no numbers.
    public static let trainingDiverged: ErrorCode = "training-diverged"
}
