import PostilCore
import PostilFormats

/// Writes records as one HTML page that needs nothing else: texts with their layers, tables, a line of time.
///
/// The page is written from its beginning to its end, a record at a time, so that memory holds one record. Records lie
/// in it packed (see ``RecordPacker``) and are read when they are shown.
///
/// ```swift
/// var page = ReportPage(title: "News of June", limit: 2000)
/// write(page.head())
/// for line in lines { write(page.add(line, file: "june.jsonl", number: number)) }
/// write(page.end())
/// ```
public struct ReportPage: Sendable {
    /// A line that is no record.
    public struct UnreadableLine: Hashable, Sendable {
        /// The file that has it.
        public let file: String
        /// The line's number, from 1.
        public let number: Int
        /// What is wrong with it.
        public let message: String
    }

    /// How many unreadable lines are kept with their reasons.
    public static let keptLines = 100

    /// How many documents the page shows at most.
    public let limit: Int

    /// How many documents there were, those beyond the limit among them.
    public private(set) var documents = 0

    /// How many of them the page shows.
    public private(set) var shown = 0

    /// How many of those beyond the limit failed.
    public private(set) var failedBeyond = 0

    /// How many lines were no records.
    public private(set) var unreadableCount = 0

    /// The first of them.
    public private(set) var unreadable: [UnreadableLine] = []

    private let title: String
    private var packer = RecordPacker()
    private var pipelines: [String] = []

    /// Prepares a page.
    ///
    /// - Parameters:
    ///   - title: Its heading.
    ///   - limit: How many documents it shows at most; the others are counted.
    public init(title: String, limit: Int = .max) {
        self.title = title
        self.limit = max(0, limit)
    }

    /// The page up to its first record.
    public func head() -> [UInt8] {
        ReportTemplate.fill(ReportTemplate.parts.head, title: title)
    }

    /// A record, as it stands in the page; nothing where it lies beyond the limit or the line is no record.
    ///
    /// - Parameters:
    ///   - line: The line without its end; an empty one is passed over.
    ///   - file: The file that has it, for messages.
    ///   - number: The line's number, for messages.
    /// - Complexity: O(n).
    public mutating func add(_ line: UnsafeBufferPointer<UInt8>, file: String, number: Int) -> [UInt8] {
        guard line.contains(where: { $0 > 0x20 }) else { return [] }
        do throws(RecordFault) {
            let record = try RecordPacker.record(line)
            documents += 1
            guard shown < limit else {
                if record["status"]?.string != "ok" { failedBeyond += 1 }
                return []
            }
            shown += 1
            if let label = record["pipeline"]?.string, !label.isEmpty, pipelines.count < 8, !pipelines.contains(label) {
                pipelines.append(label)
            }
            var bytes = Array(#"<script type="application/json" class="record">"#.utf8)
            bytes += ReportPage.embeddable(packer.pack(record))
            bytes += Array("</script>\n".utf8)
            return bytes
        } catch {
            unreadableCount += 1
            if unreadable.count < ReportPage.keptLines {
                unreadable.append(UnreadableLine(file: file, number: number, message: error.message))
            }
            return []
        }
    }

    /// The page behind its last record.
    public func end() -> [UInt8] {
        var bytes: [UInt8] = []
        let words = JSONValue.array(packer.words.map(JSONValue.string))
        for (name, value) in [("shapes", shapes), ("words", words), ("summary", summary)] {
            bytes += Array("<script type=\"application/json\" id=\"\(name)\">".utf8)
            bytes += ReportPage.embeddable(value)
            bytes += Array("</script>\n".utf8)
        }
        return bytes + ReportTemplate.fill(ReportTemplate.parts.tail, title: title)
    }

    /// The lists of keys; one whose value is the number of a word stands in an array of its own.
    private var shapes: JSONValue {
        .array(packer.shapes.map { .array($0.map { $0.isWord ? [.string($0.name)] : .string($0.name) }) })
    }

    private var summary: JSONValue {
        [
            "documents": .integer(documents),
            "limit": .integer(limit),
            "failedBeyond": .integer(failedBeyond),
            "pipelines": .array(pipelines.map(JSONValue.string)),
            "unreadableCount": .integer(unreadableCount),
            "unreadable": .array(
                unreadable.map {
                    ["file": .string($0.file), "line": .integer($0.number), "message": .string($0.message)]
                }
            ),
        ]
    }

    /// JSON that can stand in a `script` element: no `<` that could end it or begin a comment, and none of the line
    /// ends that scripts know and JSON does not (U+2028, U+2029).
    static func embeddable(_ value: JSONValue) -> [UInt8] {
        var writer = JSONWriter()
        writer.value(value)
        return writer.buffer.withBytes { json in
            var bytes: [UInt8] = []
            bytes.reserveCapacity(json.count + json.count / 64)
            var index = 0
            while index < json.count {
                let byte = json[index]
                if byte == UInt8(ascii: "<") {
                    bytes += Array("\\u003c".utf8)
                } else if byte == 0xE2, index + 2 < json.count, json[index + 1] == 0x80, json[index + 2] & 0xFE == 0xA8
                {
                    bytes += Array(json[index + 2] == 0xA8 ? "\\u2028".utf8 : "\\u2029".utf8)
                    index += 2
                } else {
                    bytes.append(byte)
                }
                index += 1
            }
            return bytes
        }
    }
}
