import Benchmark

extension Benchmark {
    /// Sets what every suite measures, and for how long.
    ///
    /// Where one iteration works on a million bytes, the throughput is that in MB/s, but for the
    /// letter with which large ones are shortened.
    public static func setDefaults() {
        defaultConfiguration = Configuration(
            metrics: [.wallClock, .throughput, .instructions, .peakMemoryResident],
            warmupIterations: 3,
            maxDuration: .seconds(2),
            maxIterations: 10_000
        )
    }
}
