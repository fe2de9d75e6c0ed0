import PostilLearning

/// Takes features one by one.
protocol FeatureSink {
    /// Takes the feature of a template.
    mutating func add(_ template: UInt32, _ feature: FeatureHash)
}

extension FeatureSink {
    /// Takes the feature of a template filled by one value.
    @inline(__always)
    mutating func add(_ template: UInt32, _ first: UInt64) { add(template, FeatureHash(template: template, first)) }

    /// Takes the feature of a template filled by two values.
    @inline(__always)
    mutating func add(_ template: UInt32, _ first: UInt64, _ second: UInt64) {
        add(template, FeatureHash(template: template, first, second))
    }

    /// Takes the feature of a template filled by three values.
    @inline(__always)
    mutating func add(_ template: UInt32, _ first: UInt64, _ second: UInt64, _ third: UInt64) {
        add(template, FeatureHash(template: template, first, second, third))
    }
}

/// Writes features into a buffer, as far as it has room.
struct FeatureWriter: FeatureSink {
    let buffer: UnsafeMutableBufferPointer<FeatureHash>
    private(set) var count = 0

    init(buffer: UnsafeMutableBufferPointer<FeatureHash>) { self.buffer = buffer }

    @inline(__always)
    mutating func add(_ template: UInt32, _ feature: FeatureHash) {
        guard count < buffer.count else { return }
        buffer[count] = feature
        count &+= 1
    }
}

/// Collects features with their templates, for explanations.
struct FeatureCollector: FeatureSink {
    private(set) var features: [(template: UInt32, feature: FeatureHash)] = []

    mutating func add(_ template: UInt32, _ feature: FeatureHash) { features.append((template, feature)) }
}
