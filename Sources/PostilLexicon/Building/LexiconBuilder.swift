import PostilCore

/// Compiles a lexicon of names from tables and single entries.
///
/// A table is UTF-8 text with a line for each name, its fields parted by tabs: surface, kind, canonical form,
/// link, weight, detail, and alternatives parted by `|`. Only the surface and the kind are needed; a field
/// that is empty says nothing. Empty lines and lines that begin with `#` are passed over.
///
/// ## Example
///
/// ```swift
/// var builder = LexiconBuilder()
/// try builder.add(LexiconEntry(surface: "Ministry of Silly Walks", kind: .institution))
/// let lexicon = try Lexicon(LexiconFile(LexiconBytes(copying: builder.build())))
/// ```
public struct LexiconBuilder {
    /// The number of names, alternatives included.
    public var nameCount: Int { names.count }

    var names: [Name] = []
    var pieces: [UInt64] = []
    var patterns: [UInt32] = []
    private var patternNumbers: [UInt32: UInt32] = [:]
    var pool = StringPool()
    private var splitter = PieceSplitter()
    private var scratch: [NamePiece] = []

    /// A name with its sense.
    struct Name {
        /// Where its pieces end; they begin where those of the name before end.
        let piecesEnd: UInt32
        let sense: StoredSense
    }

    /// A builder without entries.
    public init() {}

    /// Adds an entry.
    ///
    /// - Throws: ``LexiconError`` with the code `invalid-entry` where a form has no letter, digit or mark or more
    ///   than sixteen words.
    /// - Complexity: O(n) in the entry's length.
    public mutating func add(_ entry: LexiconEntry) throws(LexiconError) {
        var sense = StoredSense(kind: entry.kind, level: LexiconWeight.level(of: entry.weight), pattern: 0)
        if LexiconBuilder.keepsCanonical(entry.kind) {
            sense.canonical = intern(entry.canonical ?? entry.surface)
        }
        if let link = entry.link { set(link: link, of: &sense) }
        sense.detail = entry.detail.map { intern($0) }
        for surface in [entry.surface] + entry.alternatives {
            var copy = surface
            let problem = copy.withUTF8 { add($0, sense) }
            if let problem { throw LexiconError(code: .invalidEntry, message: problem) }
        }
    }

    /// Adds the entries of a table.
    ///
    /// - Parameters:
    ///   - table: The table's bytes.
    ///   - name: What messages call it.
    /// - Throws: ``LexiconError`` with the code `invalid-entry` and the place.
    /// - Complexity: O(n).
    public mutating func add(_ table: [UInt8], name: String) throws(LexiconError) {
        try table.withUnsafeBufferPointer { bytes throws(LexiconError) in
            var reader = TableReader(bytes, name: name, hasComments: true)
            while reader.next() { try add(lineOf: reader) }
        }
    }

    private mutating func add(lineOf reader: TableReader) throws(LexiconError) {
        guard reader.fields.count >= 2 else {
            throw reader.error(at: reader.fields.count, "a name and its kind are needed, parted by a tab")
        }
        guard reader.fields.count <= 7 else {
            throw reader.error(at: 7, "there are more than seven fields")
        }
        for index in 0..<reader.fields.count where !reader.isText(index) {
            throw reader.error(at: index, "this is not UTF-8")
        }
        guard let kind = LexiconKind(name: reader.text(1)) else {
            throw reader.error(
                at: 1,
                "\"\(reader.text(1))\" is no kind; the kinds are "
                    + LexiconKind.all.map(\.description).joined(separator: ", ")
            )
        }
        var sense = StoredSense(kind: kind, level: 0, pattern: 0)
        if !reader.field(4).isEmpty {
            guard let weight = reader.number(4) else {
                throw reader.error(at: 4, "a weight is a whole number from 0 on, in digits alone")
            }
            sense.level = LexiconWeight.level(of: weight)
        }
        if LexiconBuilder.keepsCanonical(kind) {
            sense.canonical = pool.offset(of: reader.field(reader.field(2).isEmpty ? 0 : 2))
        }
        if !reader.field(3).isEmpty { set(link: reader.text(3), of: &sense) }
        if !reader.field(5).isEmpty { sense.detail = pool.offset(of: reader.field(5)) }
        if let problem = add(reader.field(0), sense) { throw reader.error(at: 0, problem) }
        for part in reader.parts(6) {
            if let problem = add(part, sense) { throw reader.error(at: 6, problem) }
        }
    }

    /// Whether names of a kind have a usual form besides the one in the text. Parts of persons' names are
    /// many and their own form.
    private static func keepsCanonical(_ kind: LexiconKind) -> Bool {
        kind != .lastName && kind != .word && !LexiconKinds.firstNames.contains(kind)
    }

    /// Adds a surface.
    ///
    /// - Returns: What is wrong with it, or nil.
    private mutating func add(_ surface: UnsafeBufferPointer<UInt8>, _ sense: StoredSense) -> String? {
        scratch.removeAll(keepingCapacity: true)
        var offset = 0
        while offset < surface.count {
            let start = offset
            while offset < surface.count, surface[offset] > 0x20 { offset += 1 }
            splitter.split(UnsafeBufferPointer(rebasing: surface[start..<offset]), token: 0, into: &scratch)
            offset += 1
        }
        guard !scratch.isEmpty else { return "the name has no letter, digit or mark" }
        guard scratch.count <= PieceShapes.capacity else {
            return "the name has \(scratch.count) parts and at most \(PieceShapes.capacity) can be told apart"
        }
        var pattern: UInt32 = 0
        for (index, piece) in scratch.enumerated() {
            pattern |= UInt32(LexiconBuilder.pieceCase(of: piece).rawValue) << UInt32(index * 2)
            pieces.append(piece.hash)
        }
        var sense = sense
        sense.pattern = number(ofPattern: pattern)
        names.append(Name(piecesEnd: UInt32(truncatingIfNeeded: pieces.count), sense: sense))
        return nil
    }

    private static func pieceCase(of piece: NamePiece) -> PieceCase {
        switch piece.shape {
        case .lower: .any
        case .capitalized: .capital
        case .upper: piece.length > 3 ? .acronym : .capitals
        case .open: .any
        }
    }

    private mutating func number(ofPattern pattern: UInt32) -> UInt32 {
        if let number = patternNumbers[pattern] { return number }
        let number = UInt32(patterns.count)
        patterns.append(pattern)
        patternNumbers[pattern] = number
        return number
    }

    private mutating func intern(_ string: String) -> UInt32 {
        var copy = string
        return copy.withUTF8 { pool.offset(of: $0) }
    }

    /// Splits a link into what it shares with others and the number at its end.
    private mutating func set(link: String, of sense: inout StoredSense) {
        let bytes = Array(link.utf8)
        var start = bytes.count
        while start > 0, bytes.count - start < 9, ByteKind.isDigit(bytes[start - 1]) { start -= 1 }
        // A zero that leads would be lost, so it stays with the letters.
        while start < bytes.count - 1, bytes[start] == 0x30 { start += 1 }
        sense.link = bytes[..<start].withUnsafeBufferPointer { pool.offset(of: $0) }
        if let number = UInt32(String(decoding: bytes[start...], as: UTF8.self)) { sense.linkNumber = number + 1 }
    }
}
