import CLearning

/// Memory for the gradient of one sequence, used again for the next.
struct ChainScratch {
    private let stride: Int
    private let labels: Int
    private var backward: [Float]
    private var known: [Float] = []
    private var expected: [Float] = []
    private var masked: [Float] = []

    /// The scores of the labels at each element, and then their exponentials.
    var emissions: [Float] = []

    /// The gradient of the scores.
    private(set) var gradient: [Float] = []

    /// Whether an element's gradient is worth a step.
    private(set) var matters: [Bool] = []

    private(set) var pairs: [Float]
    private(set) var firstGradient: [Float]
    private(set) var lastGradient: [Float]

    init(stride: Int, labels: Int) {
        self.stride = stride
        self.labels = labels
        backward = Array(repeating: 0, count: 3 * stride)
        pairs = Array(repeating: 0, count: labels * stride)
        firstGradient = Array(repeating: 0, count: stride)
        lastGradient = firstGradient
    }

    /// Makes room for a sequence.
    mutating func reserve(_ elements: Int) {
        guard matters.count < elements else { return }
        emissions = Array(repeating: 0, count: elements * stride)
        known = emissions
        expected = emissions
        masked = emissions
        gradient = emissions
        matters = Array(repeating: false, count: elements)
    }

    /// Steps smaller than this change nothing that can be seen.
    private static let leastGradient: Float = 1e-3

    /// Computes the gradients of the log-likelihood of what is known.
    ///
    /// - Returns: That log-likelihood, by the elements' own probabilities; nil where no sequence of labels agrees with what
    ///   is known.
    mutating func gradients(_ factors: ChainFactors, allowed: ArraySlice<UInt64>, weight: Float) -> Double? {
        let length = allowed.count
        for position in 0..<length {
            let row = position * stride..<position * stride + labels
            let top = emissions[row].max() ?? 0
            for index in row { emissions[index] -= top }
            for index in row.upperBound..<(position + 1) * stride { emissions[index] = -1000 }
        }
        postil_exponentials(&emissions, length * stride)
        for (position, set) in allowed.enumerated() {
            for label in 0..<labels {
                let index = position * stride + label
                masked[index] = set & 1 << UInt64(label) != 0 ? max(emissions[index], 1e-30) : 0
            }
        }
        for index in pairs.indices { pairs[index] = 0 }
        guard
            postil_chain_forward(masked, factors.transitions, factors.first, length, labels, stride, &known) == 1,
            postil_chain_forward(emissions, factors.transitions, factors.first, length, labels, stride, &expected) == 1
        else { return nil }
        postil_chain_backward(
            masked,
            factors.transitions,
            factors.transposed,
            factors.last,
            length,
            labels,
            stride,
            weight,
            &known,
            &backward,
            &pairs
        )
        postil_chain_backward(
            emissions,
            factors.transitions,
            factors.transposed,
            factors.last,
            length,
            labels,
            stride,
            -weight,
            &expected,
            &backward,
            &pairs
        )
        var total = 0.0
        for position in 0..<length {
            var largest: Float = 0
            var agreeing: Float = 0
            for label in position * stride..<position * stride + labels {
                let slope = (known[label] - expected[label]) * weight
                gradient[label] = slope
                largest = max(largest, abs(slope))
                if masked[label] > 0 { agreeing += expected[label] }
            }
            matters[position] = largest > ChainScratch.leastGradient
            total += logarithm(Double(max(agreeing, 1e-30)))
        }
        for label in 0..<labels {
            firstGradient[label] = gradient[label]
            lastGradient[label] = gradient[(length - 1) * stride + label]
        }
        return total
    }
}

/// The natural logarithm of a positive number, by the series of the inverse hyperbolic tangent.
private func logarithm(_ value: Double) -> Double {
    let exponent = Double(value.exponent)
    let ratio = (value.significand - 1) / (value.significand + 1)
    let square = ratio * ratio
    var sum = 0.0
    var power = ratio
    for index in 0..<12 {
        sum += power / Double(2 * index + 1)
        power *= square
    }
    return 2 * sum + exponent * 0.6931471805599453
}
