/// Makes the 32-bit number of a feature from its template and the values that fill it.
///
/// The same inputs give the same number on every machine and in training as in use; a model's table is
/// addressed by the number's upper bits, so two features may share a weight ("hashing trick":
/// Weinberger et al., *Feature Hashing for Large Scale Multitask Learning*, 2009).
public struct FeatureHash: Hashable, Sendable {
    /// The number.
    public let bits: UInt32

    /// Wraps a number.
    @inlinable
    public init(bits: UInt32) { self.bits = bits }

    /// The feature of a template filled by one value.
    @inlinable
    public init(template: UInt32, _ first: UInt64) {
        self.init(mixing: FeatureHash.step(UInt64(template), first))
    }

    /// The feature of a template filled by two values.
    @inlinable
    public init(template: UInt32, _ first: UInt64, _ second: UInt64) {
        self.init(mixing: FeatureHash.step(FeatureHash.step(UInt64(template), first), second))
    }

    /// The feature of a template filled by three values.
    @inlinable
    public init(template: UInt32, _ first: UInt64, _ second: UInt64, _ third: UInt64) {
        self.init(mixing: FeatureHash.step(FeatureHash.step(FeatureHash.step(UInt64(template), first), second), third))
    }

    @inlinable
    init(mixing state: UInt64) { bits = UInt32(truncatingIfNeeded: state &>> 32) }

    @inlinable
    static func step(_ state: UInt64, _ value: UInt64) -> UInt64 {
        let product = (state ^ value &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
        return product ^ (product &>> 32)
    }
}
