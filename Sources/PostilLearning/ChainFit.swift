import CLearning
import PostilCore

/// The weights of a chain model while it is trained.
struct ChainFit {
    private let layout: ChainLayout
    private var weights: [Float]
    private var squares: [Float]
    private var transitions: [Float]
    private var transitionSquares: [Float]
    private var first: [Float]
    private var firstSquares: [Float]
    private var last: [Float]
    private var lastSquares: [Float]
    private var average: ChainAverage?

    /// Keeps the first steps of a weight from being too long.
    private static let startingSquare: Float = 0.1

    init(rows: Int, layout: ChainLayout, allows: (Int?, Int?) -> Bool) {
        self.layout = layout
        let stride = layout.stride
        weights = Array(repeating: 0, count: rows * stride)
        squares = Array(repeating: ChainFit.startingSquare, count: rows * stride)
        transitions = Array(repeating: ChainFactors.forbidden, count: layout.labels * stride)
        transitionSquares = Array(repeating: ChainFit.startingSquare, count: layout.labels * stride)
        first = Array(repeating: ChainFactors.forbidden, count: stride)
        firstSquares = Array(repeating: ChainFit.startingSquare, count: stride)
        last = first
        lastSquares = firstSquares
        for label in 0..<layout.labels {
            if allows(nil, label) { first[label] = 0 }
            if allows(label, nil) { last[label] = 0 }
            for next in 0..<layout.labels where allows(label, next) { transitions[label * stride + next] = 0 }
        }
    }

    /// The sum of the weights of a row without their signs.
    func magnitude(of row: Int) -> Float {
        weights[row * layout.stride..<(row + 1) * layout.stride].reduce(0) { $0 + abs($1) }
    }

    /// Leaves only the rows of `kept`, numbered by their place in it.
    mutating func keep(_ kept: [Int]) {
        func chosen(_ table: [Float]) -> [Float] {
            var remaining: [Float] = []
            remaining.reserveCapacity(kept.count * layout.stride)
            for row in kept { remaining.append(contentsOf: table[row * layout.stride..<(row + 1) * layout.stride]) }
            return remaining
        }
        weights = chosen(weights)
        // Steps stay as short as they have become, so that what has been learnt is kept.
        squares = chosen(squares)
    }

    /// From now on adds the weights up as they change, for ``useAverage()``.
    mutating func beginAveraging() { average = ChainAverage(weights, transitions, first, last) }

    /// Replaces the weights by their mean since ``beginAveraging()``, which is nearer to the best ones than the
    /// last step is (Polyak and Juditsky, *Acceleration of Stochastic Approximation by Averaging*, 1992).
    mutating func useAverage() {
        guard let average, average.count > 0 else { return }
        weights = average.mean(0)
        transitions = average.mean(1)
        first = average.mean(2)
        last = average.mean(3)
        self.average = nil
    }

    /// How often a pass adds the weights up.
    private static let additionsPerPass = 10

    /// Sees each sequence once.
    ///
    /// - Returns: The mean log-likelihood of an element.
    mutating func pass(
        _ examples: ChainExamples,
        rows: [UInt32],
        ends: [Int],
        order: [Int],
        weights sequenceWeights: [Float],
        rate: Float,
        penalty: Float,
        dropout: Float,
        generator: inout SplitMix64
    ) -> Double {
        let stride = layout.stride
        let labels = layout.labels
        var scratch = ChainScratch(stride: stride, labels: labels)
        var total = 0.0
        var count = 0
        var chosen = ChosenRows()
        rows.withUnsafeBufferPointer { rows in
            let step = max(1, order.count / ChainFit.additionsPerPass)
            for (index, sequence) in order.enumerated() {
                if index % step == step - 1 { average?.add(weights, transitions, first, last) }
                let elements = examples.elements(of: sequence)
                scratch.reserve(elements.count)
                chosen.choose(elements, rows: rows, ends: ends, dropout: dropout, generator: &generator)
                let factors = ChainFactors(
                    transitions: transitions,
                    first: first,
                    last: last,
                    labels: labels,
                    stride: stride
                )
                score(chosen, into: &scratch)
                guard
                    let likelihood = scratch.gradients(
                        factors,
                        allowed: examples.allowed[elements],
                        weight: sequenceWeights[sequence]
                    )
                else { continue }
                total += likelihood
                count += elements.count
                move(chosen, by: scratch, rate: rate, penalty: penalty)
            }
        }
        return count > 0 ? total / Double(count) : 0
    }

    private func score(_ chosen: ChosenRows, into scratch: inout ChainScratch) {
        let stride = layout.stride
        weights.withUnsafeBufferPointer { weights in
            scratch.emissions.withUnsafeMutableBufferPointer { emissions in
                guard let base = emissions.baseAddress, let weights = weights.baseAddress else { return }
                chosen.forEach { position, rows, count in
                    let sums = base + position * stride
                    sums.update(repeating: 0, count: stride)
                    postil_rows_add(weights, rows, count, stride, sums)
                }
            }
        }
    }

    private mutating func move(_ chosen: ChosenRows, by scratch: ChainScratch, rate: Float, penalty: Float) {
        let stride = layout.stride
        weights.withUnsafeMutableBufferPointer { weights in
            squares.withUnsafeMutableBufferPointer { squares in
                scratch.gradient.withUnsafeBufferPointer { gradient in
                    guard let weights = weights.baseAddress, let squares = squares.baseAddress,
                        let gradient = gradient.baseAddress
                    else { return }
                    chosen.forEach { position, rows, count in
                        guard scratch.matters[position] else { return }
                        postil_rows_move(
                            weights,
                            squares,
                            rows,
                            count,
                            stride,
                            gradient + position * stride,
                            rate,
                            penalty
                        )
                    }
                }
            }
        }
        ChainFit.step(&transitions, &transitionSquares, scratch.pairs, rate: rate)
        ChainFit.step(&first, &firstSquares, scratch.firstGradient, rate: rate)
        ChainFit.step(&last, &lastSquares, scratch.lastGradient, rate: rate)
    }

    private static func step(_ weights: inout [Float], _ squares: inout [Float], _ gradient: [Float], rate: Float) {
        for index in weights.indices where gradient[index] != 0 && weights[index] > ChainFactors.forbidden {
            squares[index] += gradient[index] * gradient[index]
            weights[index] += rate * gradient[index] / squares[index].squareRoot()
        }
    }

    /// The bytes of a model with the rows where `placement` has them.
    ///
    /// - Parameters:
    ///   - placement: Where the rows go.
    ///   - adjustments: What is added to the weight of each label.
    ///   - keeping: The share of features that were looked at while training; all are in use, and each
    ///     then counts so much less.
    ///   - facts: Facts for the header.
    func encode(
        placement: ChainPlacement,
        adjustments: [Float],
        keeping: Float,
        facts: [(key: String, value: String)]
    ) -> [UInt8] {
        let stride = layout.stride
        let weights = weights.map { $0 * keeping }
        var (transitions, first) = (transitions, first)
        for (label, adjustment) in adjustments.prefix(layout.labels).enumerated() {
            first[label] += adjustment
            for from in 0..<layout.labels { transitions[from * stride + label] += adjustment }
        }
        // The few weights beyond the step's range lose less than all would by a coarser step.
        let sizes = weights.map(abs).sorted()
        let largest = sizes.isEmpty ? 1 : max(sizes[sizes.count - 1 - sizes.count / 100_000], 1e-3)
        let scale = largest / 127
        var blob = [Int8](repeating: 0, count: layout.byteCount)
        blob.withUnsafeMutableBytes { bytes in
            for (index, fingerprint) in placement.fingerprints.enumerated() {
                bytes.storeBytes(of: fingerprint.littleEndian, toByteOffset: index * 2, as: UInt16.self)
            }
            for (row, slot) in placement.slots.enumerated() {
                for label in 0..<layout.labels {
                    let steps = max(-127, min(127, (weights[row * stride + label] / scale).rounded()))
                    bytes[layout.rowOffset + slot * stride + label] = UInt8(bitPattern: Int8(steps))
                }
            }
            func store(_ weights: [Float], at offset: Int) {
                for (index, weight) in weights.enumerated() {
                    let isForbidden = weight <= ChainFactors.forbidden / 2
                    let steps =
                        isForbidden
                        ? ChainLayout.forbidden : Int16(max(-10000, min(10000, (weight / scale).rounded())))
                    bytes.storeBytes(of: steps.littleEndian, toByteOffset: offset + index * 2, as: Int16.self)
                }
            }
            store(transitions, at: layout.transitionOffset)
            store(first, at: layout.firstOffset)
            store(last, at: layout.lastOffset)
        }
        return ModelFile.encode(facts: facts, scale: scale, bias: 0, weights: blob)
    }
}

/// Sums of the weights of a chain at several times.
struct ChainAverage {
    private var sums: [[Float]]
    private(set) var count = 0

    /// Sums of tables that are as large as these.
    init(_ tables: [Float]...) { sums = tables.map { Array(repeating: 0, count: $0.count) } }

    mutating func add(_ tables: [Float]...) {
        count += 1
        for (index, table) in tables.enumerated() {
            for position in table.indices { sums[index][position] += table[position] }
        }
    }

    func mean(_ table: Int) -> [Float] {
        let factor = 1 / Float(max(count, 1))
        return sums[table].map { $0 * factor }
    }
}

/// The rows of the elements of one sequence that one look at it sees.
struct ChosenRows {
    private var rows: [UInt32] = []
    private var ends: [Int] = []

    /// Chooses from the rows of `elements`, leaving each out with a chance of `dropout`.
    mutating func choose(
        _ elements: Range<Int>,
        rows all: UnsafeBufferPointer<UInt32>,
        ends allEnds: [Int],
        dropout: Float,
        generator: inout SplitMix64
    ) {
        rows.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        let limit = UInt16(dropout * 65535)
        for element in elements {
            let start = element == 0 ? 0 : allEnds[element - 1]
            if limit == 0 {
                rows.append(contentsOf: all[start..<allEnds[element]])
            } else {
                var bits: UInt64 = 0
                for index in start..<allEnds[element] {
                    if (index - start) % 4 == 0 { bits = generator.next() }
                    if UInt16(truncatingIfNeeded: bits) >= limit { rows.append(all[index]) }
                    bits >>= 16
                }
            }
            ends.append(rows.count)
        }
    }

    /// Calls `body` with the place of each element in the sequence and its rows.
    func forEach(_ body: (_ position: Int, _ rows: UnsafePointer<UInt32>, _ count: Int) -> Void) {
        rows.withUnsafeBufferPointer { rows in
            guard let base = rows.baseAddress else { return }
            var start = 0
            for (position, end) in ends.enumerated() {
                body(position, base + start, end - start)
                start = end
            }
        }
    }
}
