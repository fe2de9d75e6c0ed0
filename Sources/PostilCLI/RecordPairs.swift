import Postil
import PostilEvaluation

/// A line of a file.
typealias PlacedLine = (line: [UInt8], number: Int, place: String)

/// The records of two files that belong together.
struct RecordPairs {
    typealias Side = RecordSide

    /// Two records, or one without a partner.
    enum Pair {
        case both(AnnotatedRecord, AnnotatedRecord, byText: Bool)
        case one(AnnotatedRecord, Side)
    }

    let first: String
    let second: String

    /// Calls `body` with each pair, then with those without a partner.
    ///
    /// Both files are read in step; what waits for its partner is kept as it stands in the file.
    func forEach(_ body: (Pair) throws -> Void) throws {
        let readers = [try RecordStreams.Lines(first), try RecordStreams.Lines(second)]
        var matcher = RecordMatcher<PlacedLine>()
        var isOpen = [true, true]
        while isOpen.contains(true) {
            for (index, side) in [(0, RecordSide.first), (1, .second)] where isOpen[index] {
                guard let line = try readers[index].next() else {
                    isOpen[index] = false
                    continue
                }
                let identifier = try RecordPairs.identifier(of: line.line, at: line.place)
                if let pair = matcher.add(line, identifier: identifier, side: side) {
                    try body(try RecordPairs.pair(pair.first, pair.second, byText: false))
                }
            }
        }
        let (first, second) = matcher.takeLeftovers()
        try matchByText(first, second, body)
    }

    /// Brings together what identifiers have not: records of one text, in order.
    private func matchByText(
        _ first: [PlacedLine],
        _ second: [PlacedLine],
        _ body: (Pair) throws -> Void
    ) throws {
        guard !first.isEmpty, !second.isEmpty else {
            for line in first { try body(.one(try RecordPairs.record(line), .first)) }
            for line in second { try body(.one(try RecordPairs.record(line), .second)) }
            return
        }
        var matcher = RecordMatcher<AnnotatedRecord>()
        for (lines, side) in [(first, RecordSide.first), (second, .second)] {
            for line in lines {
                let record = try RecordPairs.record(line)
                let text = String(decoding: record.text.bytes, as: UTF8.self)
                if let pair = matcher.add(record, identifier: text, side: side) {
                    try body(.both(pair.first, pair.second, byText: true))
                }
            }
        }
        let (onlyFirst, onlySecond) = matcher.takeLeftovers()
        for record in onlyFirst { try body(.one(record, .first)) }
        for record in onlySecond { try body(.one(record, .second)) }
    }

    private static func pair(
        _ first: PlacedLine,
        _ second: PlacedLine,
        byText: Bool
    ) throws -> Pair {
        let record = try self.record(first)
        // Most lines of most runs are the same to the byte.
        return .both(record, first.line == second.line ? record : try self.record(second), byText: byText)
    }

    private static func record(_ line: PlacedLine) throws -> AnnotatedRecord {
        do throws(RecordError) { return try AnnotatedRecord(parsing: line.line) } catch {
            throw CommandFailure(.inputUnreadable, "\(line.place): \(error)")
        }
    }

    /// The `id` of a record, without reading all of it.
    private static func identifier(of line: [UInt8], at place: String) throws -> String {
        do throws(JSONError) {
            let identifier = try line.withUnsafeBufferPointer { bytes throws(JSONError) -> String? in
                var reader = try JSONObjectReader(bytes)
                while let member = try reader.next() {
                    if member.key.equals("id") { return try member.value.string() }
                }
                return nil
            }
            if let identifier { return identifier }
        } catch {
            throw CommandFailure(.inputUnreadable, "\(place): not JSON: \(error)")
        }
        throw CommandFailure(.inputUnreadable, "\(place): the line has no 'id': it is no record")
    }
}
