import Postil
import PostilEvaluation

extension GoldFile {
    /// Calls `body` with each document in the file and all the gold that it has.
    ///
    /// Sentences, tokens, tags and names beside one text come as one document.
    func forEachRecord(_ body: (GoldRecord) throws -> Void) throws {
        if isExamples { return try examples().forEach(body) }
        guard path.hasSuffix(GoldFiles.segmentationEnding) || !hasSentences else { return try forEachLine(body) }
        let names = try names()
        if hasSentences {
            try forEach { document in
                var gold = GoldRecord(document)
                if let names { gold.add(names) }
                try body(gold)
            }
        } else if let names {
            let stem = path.dropLast(GoldFiles.namesEnding.count)
            let record = AnnotatedRecord(identifier: stem + ".txt", text: names.text, pipeline: "gold")
            var gold = GoldRecord(record: record, layers: [])
            gold.add(names)
            try body(gold)
        }
    }

    /// Reads lines that are records, and lines of sentences and tokens.
    private func forEachLine(_ body: (GoldRecord) throws -> Void) throws {
        try RecordStreams.forEachLine(of: path) { line, number in
            let gold: GoldRecord
            do throws(GoldError) {
                gold = try GoldFile.record(line, number: number)
            } catch {
                throw CommandFailure(.inputUnreadable, "\(path):\(number): \(error)")
            }
            try body(gold)
        }
    }

    private static func record(_ line: UnsafeBufferPointer<UInt8>, number: Int) throws(GoldError) -> GoldRecord {
        let value: JSONValue
        do throws(JSONError) { value = try JSONValue(parsing: line) } catch { throw GoldError(message: "\(error)") }
        var gold =
            GoldRecord.isRecord(value)
            ? try GoldRecord(value) : GoldRecord(try GoldDocument(line: String(decoding: line, as: UTF8.self)))
        // Lines without a name are called by their numbers, as the annotated ones are.
        if gold.record.identifier.isEmpty { gold.record.identifier = "\(number)" }
        return gold
    }

    /// Whether the file has examples of one layer, written for tests.
    private var isExamples: Bool { GoldFiles.exampleEndings.contains { path.hasSuffix($0) } }

    private func examples() throws -> [GoldRecord] {
        let bytes = try RecordStreams.reading { () throws(StreamError) in try ByteSource(path: path).readAll() }
        let source = String(decoding: bytes, as: UTF8.self)
        if path.hasSuffix(".quotes") {
            return QuoteExample.examples(in: source, name: path).map { GoldRecord($0) }
        }
        if path.hasSuffix(".gold") {
            return source.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
                index,
                line in
                line.hasPrefix("#") ? nil : GoldRecord(opinion: line, identifier: "\(path):\(index + 1)")
            }
        }
        // Forms of numbers are indented under what is expected.
        if source.split(separator: "\n").contains(where: { $0.hasPrefix("  ") }) {
            return NumberExample.examples(in: source).enumerated().map { index, example in
                GoldRecord(example, identifier: "\(path)#\(index + 1)")
            }
        }
        return DateExample.examples(in: source, name: path).map { GoldRecord($0) }
    }
}
