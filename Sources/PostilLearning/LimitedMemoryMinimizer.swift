/// Finds the minimum of a smooth function of many variables from its values and slopes.
///
/// The limited-memory method of Broyden, Fletcher, Goldfarb and Shanno (Nocedal and Wright, *Numerical
/// Optimization*, 2006, algorithms 7.4 and 7.5) with a line search that halves the step until the value
/// falls enough. No random numbers: the same function gives the same minimum.
public struct LimitedMemoryMinimizer: Sendable {
    /// The most steps that are taken.
    public var maximumSteps = 100

    /// How many steps the curvature is remembered for.
    public var memory = 6

    /// The relative fall of the value in a step at which it ends.
    public var tolerance = 1e-7

    /// A minimiser with the default settings.
    public init() {}

    /// The point with the smallest value that was found.
    ///
    /// - Parameters:
    ///   - start: Where to begin.
    ///   - function: The value at a point; fills in the slope, which is zero when handed over.
    /// - Returns: The point, and its value.
    /// - Complexity: O(steps × variables × memory), and an evaluation or more a step.
    public func minimum(
        from start: [Double],
        of function: (_ point: [Double], _ slope: inout [Double]) -> Double
    ) -> (point: [Double], value: Double) {
        let count = start.count
        var point = start
        var slope = [Double](repeating: 0, count: count)
        var value = function(point, &slope)
        var history: [(step: [Double], change: [Double], inverse: Double)] = []
        for _ in 0..<maximumSteps {
            var direction = slope
            var factors: [Double] = []
            for entry in history.reversed() {
                let factor = entry.inverse * LimitedMemoryMinimizer.product(entry.step, direction)
                factors.append(factor)
                LimitedMemoryMinimizer.add(entry.change, times: -factor, to: &direction)
            }
            if let last = history.last {
                let scale = 1 / (last.inverse * LimitedMemoryMinimizer.product(last.change, last.change))
                for index in 0..<count { direction[index] *= scale }
            }
            for (entry, factor) in zip(history, factors.reversed()) {
                let back = entry.inverse * LimitedMemoryMinimizer.product(entry.change, direction)
                LimitedMemoryMinimizer.add(entry.step, times: factor - back, to: &direction)
            }
            let descent = -LimitedMemoryMinimizer.product(direction, slope)
            guard descent < 0 else { break }
            let norm = LimitedMemoryMinimizer.product(slope, slope).squareRoot()
            var length = history.isEmpty ? min(1, 1 / norm) : 1.0
            var next = point
            var nextSlope = slope
            var nextValue = value
            var hasFallen = false
            for _ in 0..<30 {
                for index in 0..<count { next[index] = point[index] - length * direction[index] }
                nextSlope.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
                nextValue = function(next, &nextSlope)
                if nextValue <= value + 1e-4 * length * descent {
                    hasFallen = true
                    break
                }
                length /= 2
            }
            guard hasFallen else { break }
            var step = next
            LimitedMemoryMinimizer.add(point, times: -1, to: &step)
            var change = nextSlope
            LimitedMemoryMinimizer.add(slope, times: -1, to: &change)
            let curvature = LimitedMemoryMinimizer.product(step, change)
            if curvature > 1e-10 {
                history.append((step, change, 1 / curvature))
                if history.count > memory { history.removeFirst() }
            }
            let fall = value - nextValue
            point = next
            slope = nextSlope
            value = nextValue
            if fall <= tolerance * abs(value) { break }
        }
        return (point, value)
    }

    private static func product(_ first: [Double], _ second: [Double]) -> Double {
        var sum = 0.0
        for index in first.indices { sum += first[index] * second[index] }
        return sum
    }

    private static func add(_ other: [Double], times factor: Double, to vector: inout [Double]) {
        for index in vector.indices { vector[index] += factor * other[index] }
    }
}
