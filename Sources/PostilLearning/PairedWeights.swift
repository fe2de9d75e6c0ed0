import CLearning

/// A table of features with two weights each, which knows which features it holds: others weigh nothing.
///
/// Open addressing by the upper bits of the feature's number; the lower 16 tell features of one slot apart. An
/// entry has four bytes: these 16 bits, little-endian, and the two weights in steps of the model's scale. One
/// whose weights are both zero is free.
public struct PairedWeights: Sendable {
    private let weights: ModelWeights
    private let shift: UInt32
    private let mask: Int
    private let scale: Float

    /// Uses the table of `file` where it is.
    ///
    /// - Throws: ``ModelError`` with the code `model-damaged` where it is no table of this kind.
    public init(_ file: ModelFile) throws(ModelError) {
        let count = file.weightCount / PairedWeights.entryLength
        guard file.weightCount % PairedWeights.entryLength == 0, count >= 2, count & (count - 1) == 0 else {
            throw ModelError(
                code: .modelDamaged,
                message: "the model has \(file.weightCount) bytes of weights, which are no table of pairs"
            )
        }
        weights = ModelWeights(file)
        mask = count - 1
        shift = UInt32(32 - count.trailingZeroBitCount)
        scale = file.scale
        let isFree = (0..<count).contains { slot in
            weights.pointer[slot * 4 + 2] == 0 && weights.pointer[slot * 4 + 3] == 0
        }
        guard isFree else {
            throw ModelError(code: .modelDamaged, message: "the model's table is full, so that no search in it ends")
        }
    }

    /// Asks for the memory in which the weights of a feature are, so that it is there when they are needed.
    public func prefetch(_ feature: FeatureHash) {
        postil_prefetch(weights.pointer + Int(truncatingIfNeeded: feature.bits &>> shift) &* PairedWeights.entryLength)
    }

    /// The two weights of a feature; zero where the table does not hold it.
    ///
    /// - Complexity: O(1).
    public func weights(of feature: FeatureHash) -> (first: Float, second: Float) {
        var slot = Int(truncatingIfNeeded: feature.bits &>> shift)
        let low = Int8(truncatingIfNeeded: feature.bits)
        let high = Int8(truncatingIfNeeded: feature.bits &>> 8)
        while true {
            let entry = weights.pointer + slot &* PairedWeights.entryLength
            let (first, second) = (entry[2], entry[3])
            if first == 0, second == 0 { return (0, 0) }
            if entry[0] == low, entry[1] == high { return (Float(first) * scale, Float(second) * scale) }
            slot = (slot &+ 1) & mask
        }
    }

    private static let entryLength = 4

    /// Makes the bytes of a table in which at least half of the slots are free.
    ///
    /// - Parameter features: The features with their weights in steps; those that weigh nothing are left out.
    public static func encode(_ features: [(feature: FeatureHash, first: Int8, second: Int8)]) -> [Int8] {
        let held = features.filter { $0.first != 0 || $0.second != 0 }.sorted { $0.feature.bits < $1.feature.bits }
        var bits = 4
        while 1 << bits < 2 * held.count + 1 { bits += 1 }
        var bytes = [Int8](repeating: 0, count: entryLength << bits)
        for entry in held {
            var slot = Int(entry.feature.bits >> UInt32(32 - bits))
            while bytes[slot * 4 + 2] != 0 || bytes[slot * 4 + 3] != 0 { slot = (slot + 1) & ((1 << bits) - 1) }
            bytes[slot * 4] = Int8(truncatingIfNeeded: entry.feature.bits)
            bytes[slot * 4 + 1] = Int8(truncatingIfNeeded: entry.feature.bits >> 8)
            bytes[slot * 4 + 2] = entry.first
            bytes[slot * 4 + 3] = entry.second
        }
        return bytes
    }
}
