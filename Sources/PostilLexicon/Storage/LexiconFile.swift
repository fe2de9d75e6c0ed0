import PostilCore

/// A compiled lexicon as it is stored: a header that says what it is, and sections of bytes.
///
/// Layout, little-endian: eight bytes `POSTILLX`; version of the container (UInt16); what the sections are
/// (UInt16, see ``Content``); number of sections (UInt32); length of the whole (UInt64); checksum of everything behind
/// the first 32 bytes (UInt64); offset and length of each section (two UInt64); the sections, each at a
/// multiple of 64 bytes. The first section is text with a line `key: value` for each fact: sources,
/// licences, counts.
public struct LexiconFile: Sendable {
    /// What the sections of a file hold.
    public struct Content: RawRepresentable, Hashable, Sendable {
        /// The number that stands in the header.
        public let rawValue: UInt16

        /// Wraps a number.
        public init(rawValue: UInt16) { self.rawValue = rawValue }

        /// Names with what is known of them: ``Lexicon``.
        public static let names = Content(rawValue: 1)
        /// Word classes: ``WordClasses``.
        public static let wordClasses = Content(rawValue: 2)
    }

    /// What the sections hold.
    public let content: Content

    /// The facts of the header, in order.
    public let facts: [(key: String, value: String)]

    /// The checksum of the file, for fingerprints.
    public let checksum: UInt64

    let bytes: LexiconBytes
    private let sections: [Range<Int>]

    static let magic = Array("POSTILLX".utf8)
    static let version: UInt16 = 1
    static let fixedLength = 32
    static let alignment = 64

    /// Opens a compiled lexicon.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - isTrusted: Whether the checksum is left unread, as for bytes that are part of the program.
    /// - Throws: ``LexiconError`` with the code `lexicon-damaged` or `lexicon-version`.
    /// - Complexity: O(n) at the speed of memory for the checksum, else O(1).
    public init(_ bytes: LexiconBytes, isTrusted: Bool = false) throws(LexiconError) {
        let buffer = bytes.buffer
        guard buffer.count >= LexiconFile.fixedLength, buffer.prefix(8).elementsEqual(LexiconFile.magic) else {
            throw LexiconFile.damaged("this is not a compiled lexicon: it does not begin with POSTILLX")
        }
        let version = UInt16(littleEndian: buffer.loadUnaligned(fromByteOffset: 8, as: UInt16.self))
        guard version == LexiconFile.version else {
            throw LexiconError(
                code: .lexiconVersion,
                message: "the lexicon has version \(version) of the format and this program reads "
                    + "\(LexiconFile.version): build it again with this program"
            )
        }
        content = Content(rawValue: UInt16(littleEndian: buffer.loadUnaligned(fromByteOffset: 10, as: UInt16.self)))
        let count = Int(UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: 12, as: UInt32.self)))
        let length = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
        checksum = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
        guard length == UInt64(buffer.count) else {
            throw LexiconFile.damaged("the lexicon has \(buffer.count) bytes where its header says \(length)")
        }
        guard count >= 1, count <= (buffer.count - LexiconFile.fixedLength) / 16 else {
            throw LexiconFile.damaged("the lexicon's header speaks of \(count) sections")
        }
        if !isTrusted {
            let rest = UnsafeRawBufferPointer(rebasing: buffer[LexiconFile.fixedLength...])
            guard WideChecksum.of(rest) == checksum else {
                throw LexiconFile.damaged("the lexicon's bytes have changed: its checksum does not agree")
            }
        }
        var sections: [Range<Int>] = []
        for section in 0..<count {
            let place = LexiconFile.fixedLength + section * 16
            let offset = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            let length = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self))
            guard offset <= UInt64(buffer.count), length <= UInt64(buffer.count) - offset else {
                throw LexiconFile.damaged("a section of the lexicon lies outside of it")
            }
            sections.append(Int(offset)..<Int(offset + length))
        }
        self.sections = sections
        self.bytes = bytes
        let text = String(decoding: buffer[sections[0]], as: UTF8.self)
        facts = text.split(separator: "\n").map { line in
            let colon = line.firstIndex(of: ":") ?? line.endIndex
            return (String(line[..<colon]), String(line[colon...].drop { $0 == ":" || $0 == " " }))
        }
    }

    /// The value of the fact `key`.
    public subscript(key: String) -> String? { facts.first { $0.key == key }?.value }

    /// The number of sections, that of the facts included.
    var sectionCount: Int { sections.count }

    /// The bytes of a section; empty where there is no such section.
    func section(_ index: Int) -> UnsafeRawBufferPointer {
        guard sections.indices.contains(index) else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(rebasing: bytes.buffer[sections[index]])
    }

    static func damaged(_ message: String) -> LexiconError { LexiconError(code: .lexiconDamaged, message: message) }
}

extension LexiconFile {
    /// Writes a compiled lexicon.
    ///
    /// - Parameters:
    ///   - content: What the sections hold.
    ///   - facts: The facts of the header; a line end in one becomes a space.
    ///   - sections: The sections behind the facts.
    static func encode(
        _ content: Content,
        facts: [(key: String, value: String)],
        sections: [[UInt8]]
    ) -> [UInt8] {
        let lines = facts.map { "\($0.key): \($0.value)".map { $0.isNewline ? " " : $0 } + ["\n"] }
        let all = [Array(String(lines.joined()).utf8)] + sections
        var offset = rounded(fixedLength + all.count * 16)
        var table: [UInt8] = []
        for section in all {
            table.append(littleEndian: UInt64(offset))
            table.append(littleEndian: UInt64(section.count))
            offset = rounded(offset + section.count)
        }
        var file = magic
        file.reserveCapacity(offset)
        file.append(littleEndian: version)
        file.append(littleEndian: content.rawValue)
        file.append(littleEndian: UInt32(all.count))
        file.append(littleEndian: UInt64(offset))
        file.append(littleEndian: UInt64(0))
        file.append(contentsOf: table)
        for section in all {
            file.append(contentsOf: repeatElement(0, count: rounded(file.count) - file.count))
            file.append(contentsOf: section)
        }
        file.append(contentsOf: repeatElement(0, count: offset - file.count))
        let checksum = file.withUnsafeBytes { WideChecksum.of(UnsafeRawBufferPointer(rebasing: $0[fixedLength...])) }
        withUnsafeBytes(of: checksum.littleEndian) { file.replaceSubrange(24..<32, with: $0) }
        return file
    }

    private static func rounded(_ offset: Int) -> Int { (offset + alignment - 1) / alignment * alignment }
}

extension [UInt8] {
    mutating func append(littleEndian value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }
}
