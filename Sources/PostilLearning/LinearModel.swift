/// A linear model of a yes-or-no decision over hashed features, with weights of eight bits.
public struct LinearModel: Sendable {
    /// The file that the model was opened from.
    public let file: ModelFile

    @usableFromInline let weights: ModelWeights
    @usableFromInline let shift: UInt32
    @usableFromInline let scale: Float
    @usableFromInline let bias: Float

    /// Uses the weights of `file` where they are.
    ///
    /// - Throws: ``ModelError`` with the code `model-damaged` where their number is no power of two.
    public init(_ file: ModelFile) throws(ModelError) {
        let isPowerOfTwo = file.weightCount >= 2 && file.weightCount & (file.weightCount - 1) == 0
        guard isPowerOfTwo else {
            throw ModelError(
                code: .modelDamaged,
                message: "the model has \(file.weightCount) weights, which is no power of two"
            )
        }
        self.file = file
        weights = ModelWeights(file)
        shift = UInt32(32 - file.weightCount.trailingZeroBitCount)
        scale = file.scale
        bias = file.bias
    }

    /// The weight of `feature`.
    @inlinable
    public func weight(of feature: FeatureHash) -> Float {
        Float(weights.pointer[Int(feature.bits &>> shift)]) * scale
    }

    /// The sum of the weights of `features`, in steps of the model's scale.
    ///
    /// - Complexity: O(number of features).
    @inlinable
    @inline(__always)
    public func sum(of features: UnsafeBufferPointer<FeatureHash>) -> Int {
        var sum = 0
        for feature in features { sum &+= Int(weights.pointer[Int(feature.bits &>> shift)]) }
        return sum
    }

    /// The sum of weights, in steps, beyond which the answer is yes.
    public var threshold: Int { Int((-bias / scale).rounded(.down)) }

    /// The log-odds of yes, given `features`.
    ///
    /// - Complexity: O(number of features).
    public func score(_ features: UnsafeBufferPointer<FeatureHash>) -> Float { Float(sum(of: features)) * scale + bias }
}

/// The weights of a model file, kept alive together with the bytes that they lie in.
@usableFromInline
struct ModelWeights: @unchecked Sendable {
    /// The weights; as immutable as the bytes that `owner` keeps alive, hence safe to share.
    @usableFromInline let pointer: UnsafePointer<Int8>

    private let owner: ModelBytes

    init(_ file: ModelFile) {
        owner = file.bytes
        let start = file.bytes.buffer.baseAddress.unsafelyUnwrapped + file.weightOffset
        pointer = start.assumingMemoryBound(to: Int8.self)
    }
}
