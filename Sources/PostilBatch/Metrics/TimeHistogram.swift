import PostilFormats

/// How long something took, many times: the sum, the longest, and how many took less than 1, 2, 4, … microseconds.
public struct TimeHistogram: Hashable, Sendable {
    /// How many times were added.
    public private(set) var count = 0

    /// Their sum in nanoseconds.
    public private(set) var nanoseconds = 0

    /// The longest in nanoseconds.
    public private(set) var longest = 0

    /// How many were below 2^i microseconds, and not below the bound before; the last holds all the others.
    public private(set) var buckets = InlineArray<32, Int>(repeating: 0)

    /// A histogram of nothing.
    public init() {}

    /// Adds a time, in nanoseconds, that stands for `count` equal ones.
    mutating func add(_ total: Int, dividedBy count: Int = 1) {
        guard count > 0 else { return }
        let each = total / count
        self.count += count
        nanoseconds += total
        longest = max(longest, each)
        let microseconds = UInt(max(0, each)) / 1_000
        let bucket = min(UInt.bitWidth - microseconds.leadingZeroBitCount, buckets.count - 1)
        buckets[bucket] += count
    }

    /// The histogram as metrics show it, in seconds; buckets that hold nothing are left out.
    var json: JSONValue {
        var list: [JSONValue] = []
        for index in buckets.indices where buckets[index] > 0 {
            list.append(["below": .seconds(nanoseconds: (1 << index) * 1_000), "count": .integer(buckets[index])])
        }
        return [
            "documents": .integer(count), "seconds": .seconds(nanoseconds: nanoseconds),
            "longest": .seconds(nanoseconds: longest), "histogram": .array(list),
        ]
    }

    /// Whether the same times were added.
    public static func == (first: TimeHistogram, second: TimeHistogram) -> Bool {
        first.count == second.count && first.nanoseconds == second.nanoseconds && first.longest == second.longest
            && first.buckets.indices.allSatisfy { first.buckets[$0] == second.buckets[$0] }
    }

    /// Feeds the hash with the sum.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(count)
        hasher.combine(nanoseconds)
    }
}

extension JSONValue {
    /// A time in seconds, to the microsecond.
    static func seconds(nanoseconds: Int) -> JSONValue { .number("\(Double(nanoseconds / 1_000) / 1e6)") }
}
