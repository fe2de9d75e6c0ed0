import PostilFormats

/// Cuts a file of any exchange format into its documents, one at a time.
///
/// Memory is bounded by the largest document, but for formats with one document a file.
///
/// Not `Sendable`: it has a position, so one thread at a time reads.
public final class ExchangeSource {
    /// The file, as messages name it.
    public let path: String

    private let format: any ExchangeFormat
    private let cutter: Cutter

    private enum Cutter {
        case objects(ObjectReader)
        case blocks(BlockReader)
        case file(FileReader)
    }

    /// Opens a file; for formats with several files a document, the one with the first ending, or any other.
    ///
    /// - Throws: ``StreamError`` where it cannot be opened.
    public convenience init(path: String, format: any ExchangeFormat) throws(StreamError) {
        let isGroup = format.suffixes.count > 1
        let stem = isGroup ? ExchangeSource.stem(of: path, format) : nil
        let first = stem.map { $0 + format.suffix } ?? path
        let others = stem.map { stem in format.suffixes.dropFirst().map { stem + $0 } } ?? []
        let source = path == "-" ? .standardInput() : try ByteSource(path: first)
        self.init(source, path: path == "-" ? source.path : first, format: format, others: others)
    }

    /// Reads an open source.
    public convenience init(_ source: ByteSource, format: any ExchangeFormat) {
        self.init(source, path: source.path, format: format, others: [])
    }

    private init(_ source: ByteSource, path: String, format: any ExchangeFormat, others: [String]) {
        self.path = path
        self.format = format
        switch format.layout {
        case .objects, .array, .objectFiles: cutter = .objects(ObjectReader(source, layout: format.layout))
        case .blocks: cutter = .blocks(BlockReader(source))
        case .files: cutter = .file(FileReader(source, others: others))
        }
    }

    /// The next document; nil behind the last.
    ///
    /// - Throws: ``StreamError`` where the file cannot be read.
    public func next() throws(StreamError) -> ExchangeInput? {
        switch cutter {
        case .objects(let reader):
            guard let piece = try reader.next() else { return nil }
            let isOnly = format.layout == .objectFiles && piece.line == 1
            return ExchangeInput(
                parts: [piece.bytes],
                line: piece.line,
                identifier: isOnly ? path : "\(path):\(piece.line)"
            )
        case .blocks(let reader):
            guard let block = try reader.next(format) else { return nil }
            return ExchangeInput(parts: [block.bytes], line: block.line, identifier: "\(path):\(block.line)")
        case .file(let reader):
            return try reader.next().map { ExchangeInput(parts: $0, identifier: path) }
        }
    }

    /// The path without the ending that one of the format's files has.
    private static func stem(of path: String, _ format: any ExchangeFormat) -> String? {
        format.suffixes.first { path.hasSuffix($0) }.map { String(path.dropLast($0.count)) }
    }
}

/// Reads the objects of a stream.
private final class ObjectReader {
    private let source: ByteSource
    private var splitter: ObjectSplitter
    private var pieces: [ObjectSplitter.Piece] = []
    private var position = 0
    private var isAtEnd = false

    init(_ source: ByteSource, layout: ExchangeLayout) {
        self.source = source
        splitter = ObjectSplitter(layout: layout)
    }

    func next() throws(StreamError) -> ObjectSplitter.Piece? {
        while position == pieces.count {
            guard !isAtEnd else { return nil }
            pieces.removeAll(keepingCapacity: true)
            position = 0
            let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
            defer { block.deallocate() }
            guard case .bytes(let count) = try source.read(into: block) else {
                isAtEnd = true
                if let last = splitter.finish() { pieces.append(last) }
                continue
            }
            let bytes = UnsafeRawBufferPointer(rebasing: block[..<count])
            bytes.withMemoryRebound(to: UInt8.self) { splitter.push($0, into: &pieces) }
        }
        position += 1
        return pieces[position - 1]
    }
}

/// Reads the documents of a file of lines.
private final class BlockReader {
    private let reader: LineReader
    private var bytes: [UInt8] = []
    private var firstLine = 1
    private var isAtEnd = false

    init(_ source: ByteSource) { reader = LineReader(source, trimsCarriageReturn: false) }

    func next(_ format: any ExchangeFormat) throws(StreamError) -> (bytes: [UInt8], line: Int)? {
        while !isAtEnd {
            guard case .line(let line) = try reader.next() else {
                isAtEnd = true
                break
            }
            let begins = reader.withBytes { format.beginsDocument($0) }
            let block = begins && hasText ? (bytes, firstLine) : nil
            if begins, hasText {
                bytes.removeAll(keepingCapacity: true)
                firstLine = line.number
            }
            reader.withBytes { bytes += $0 }
            bytes.append(0x0A)
            if let block { return block }
        }
        guard hasText else { return nil }
        defer { bytes = [] }
        return (bytes, firstLine)
    }

    /// Whether there is more than empty lines.
    private var hasText: Bool { bytes.contains { $0 > 0x20 } }
}

/// Reads a file, with those that belong to it, as one document.
private final class FileReader {
    private let source: ByteSource
    private let others: [String]
    private var isAtEnd = false

    init(_ source: ByteSource, others: [String]) {
        self.source = source
        self.others = others
    }

    func next() throws(StreamError) -> [[UInt8]]? {
        guard !isAtEnd else { return nil }
        isAtEnd = true
        var parts = [try source.readAll()]
        for path in others { parts.append(try ByteSource(path: path).readAll()) }
        return parts
    }
}
