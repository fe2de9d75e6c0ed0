import Postil

/// Runs the cases of files that `.expect` and `.reject` have written.
public struct ExampleTest: Sendable {
    /// What came of the cases.
    public struct Report: Sendable, Hashable {
        /// A line for each case that fails, with the file and line where it stands.
        public var failures: [String] = []

        /// How many cases there are.
        public var count = 0

        /// No case yet.
        public init() {}

        /// The result in a line.
        public var summary: String { "\(count - failures.count) of \(count) examples hold" }
    }

    private let pipeline: Pipeline

    /// Tests what `pipeline` finds.
    public init(pipeline: Pipeline) { self.pipeline = pipeline }

    /// Runs the cases of a file, one a line.
    ///
    /// - Throws: ``StreamError`` where the file cannot be read.
    public func run(path: String) throws(StreamError) -> Report {
        var report = Report()
        let bytes = try UserFile.bytes(path)
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
            report.count += 1
            do throws(CommandError) {
                let example = try ExampleCase(line: String(line))
                guard let fault = example.fault(with: pipeline) else { continue }
                report.failures.append("\(path):\(index + 1): \(example.label) \(fault)")
            } catch {
                report.failures.append("\(path):\(index + 1): \(error.message)")
            }
        }
        return report
    }
}
