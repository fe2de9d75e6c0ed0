import PostilCore

/// Reads the lines of JSONL input into documents.
///
/// A line that cannot be read is a document too, one that holds the reason: lines in equal lines out.
public struct RecordReader: Sendable {
    let fields: InputFields
    let isLossy: Bool

    /// Prepares to read lines.
    ///
    /// - Parameters:
    ///   - fields: Where a line keeps its text, identifier and reference date.
    ///   - isLossy: Whether bytes that are not UTF-8, and lone surrogates, become U+FFFD instead of
    ///     failing the document.
    public init(fields: InputFields = InputFields(), isLossy: Bool = false) {
        self.fields = fields
        self.isLossy = isLossy
    }

    /// Reads one line, without its line end.
    ///
    /// - Parameters:
    ///   - line: The bytes; in the first line of an input a byte order mark is passed over.
    ///   - number: The line's number, counted from 1.
    ///   - source: The name of the input, for documents that have no identifier.
    /// - Complexity: O(n).
    public func document(line: UnsafeBufferPointer<UInt8>, number: Int, source: String) -> InputDocument {
        var document = InputDocument(
            identifier: "\(source):\(number)",
            text: .success(Text("")),
            context: fields.defaultContext,
            line: number
        )
        let invalid = UTF8Validator.firstInvalid(in: line)
        if let invalid, !isLossy {
            document.text = .failure(
                RecordFailure(
                    code: .invalidUTF8,
                    message: "byte \(invalid) of the line is not valid UTF-8: convert the input, or pass --lossy",
                    line: number
                )
            )
            return document
        }
        guard isLossy, invalid != nil || !LoneSurrogates.positions(in: line).isEmpty else {
            read(line, into: &document)
            return document
        }
        let (repaired, count) = repaired(line)
        document.warnings.append(replaced(count, line: number))
        repaired.withUnsafeBufferPointer { read($0, into: &document) }
        return document
    }

    /// The document that a whole text file, or one line of text, is.
    ///
    /// - Parameters:
    ///   - bytes: The bytes; a byte order mark at the start of the input is left out.
    ///   - identifier: The document's name.
    ///   - line: The line's number, counted from 1; nil for a whole file.
    public func document(contents bytes: [UInt8], identifier: String, line: Int? = nil) -> InputDocument {
        let marked = line ?? 1 == 1 ? RecordReader.markCount(bytes) : 0
        let contents = marked > 0 ? Array(bytes.dropFirst(marked)) : bytes
        var document = InputDocument(
            identifier: identifier,
            text: .success(Text("")),
            context: fields.defaultContext,
            line: line
        )
        do throws(AnnotationError) {
            document.text = .success(try Text(validating: contents))
        } catch {
            guard error.code == .invalidUTF8 else {
                document.text = .failure(RecordFailure(code: error.code, message: error.message, line: line))
                return document
            }
            guard isLossy, let repaired = try? Text.repairing(contents) else {
                let place = "byte \((error.byteOffset ?? 0) + marked) of the \(line == nil ? "text" : "line")"
                let message = "\(place) is not valid UTF-8: convert the input, or pass --lossy"
                document.text = .failure(RecordFailure(code: error.code, message: message, line: line))
                return document
            }
            document.text = .success(repaired.text)
            document.warnings.append(replaced(repaired.replacements, line: line))
        }
        return document
    }

    /// The bytes with what is not UTF-8, and escapes of lone surrogates, replaced; and how many were.
    private func repaired(_ line: UnsafeBufferPointer<UInt8>) -> (bytes: [UInt8], count: Int) {
        var (bytes, count) = UTF8Validator.repaired(Array(line))
        let surrogates = bytes.withUnsafeBufferPointer { LoneSurrogates.positions(in: $0) }
        for position in surrogates {
            bytes.replaceSubrange(position..<position + LoneSurrogates.escapeCount, with: LoneSurrogates.replacement)
        }
        count += surrogates.count
        return (bytes, count)
    }

    func replaced(_ count: Int, line: Int?) -> RecordFailure {
        RecordFailure(
            code: .replacedCharacters,
            message: "\(count) invalid sequence\(count == 1 ? " was" : "s were") replaced by U+FFFD",
            line: line
        )
    }

    /// How many bytes a byte order mark at the start takes.
    private static func markCount(_ bytes: some Sequence<UInt8>) -> Int {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    private func read(_ line: UnsafeBufferPointer<UInt8>, into document: inout InputDocument) {
        let marked = document.line == 1 ? RecordReader.markCount(line) : 0
        let object = UnsafeBufferPointer(rebasing: line[marked...])
        guard object.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else {
            document.warnings.append(
                RecordFailure(code: .emptyLine, message: "the line is empty", line: document.line)
            )
            return
        }
        do throws(JSONError) {
            try readMembers(of: object, into: &document)
        } catch {
            let isSurrogate = error.code == .loneSurrogate
            document.text = .failure(
                RecordFailure(
                    code: isSurrogate ? .loneSurrogate : .invalidJSON,
                    message: "\(error.message) at byte \(error.offset + marked) of the line"
                        + (isSurrogate ? ": correct it, or pass --lossy" : ""),
                    line: document.line
                )
            )
        }
    }

    private func readMembers(of line: UnsafeBufferPointer<UInt8>, into document: inout InputDocument) throws(JSONError)
    {
        var reader = try JSONObjectReader(line)
        var members = MemberCollector()
        while let member = try reader.next() { members.add(member) }
        if let key = members.firstDuplicateKey {
            document.warnings.append(
                RecordFailure(
                    code: .duplicateKey,
                    message: "the key '\(key)' stands twice: the last one counts",
                    line: document.line
                )
            )
        }
        if let member = members.last(where: { $0.key.equals(fields.identifierKey) }) {
            if member.value.kind == .string {
                document.identifier = try member.value.string()
            } else if !member.value.isNull {
                document.identifier = String(decoding: member.value.raw, as: UTF8.self)
            }
        }
        document.meta = members.rawMembers { member in
            member.key.equals(fields.textPath.whole)
                || member.key.equals(fields.identifierKey) && member.value.kind == .string
        }
        if fields.passesOthers, !document.meta.isEmpty {
            let others = try JSONValue(parsing: [UInt8(ascii: "{")] + document.meta + [UInt8(ascii: "}")])
            for member in others.object?.members ?? [] {
                switch member.value {
                case .string(let text): document.context.fields[member.key] = text
                case .number(let number): document.context.fields[member.key] = number
                case .bool(let isTrue): document.context.fields[member.key] = String(isTrue)
                default: break
                }
            }
        }
        try readAnchor(members, into: &document)
        try readText(members, into: &document)
    }

    private func readText(_ members: MemberCollector, into document: inout InputDocument) throws(JSONError) {
        guard let value = try members.value(at: fields.textPath) else {
            document.text = .failure(
                RecordFailure(
                    code: .missingText,
                    message: "the line has no field '\(fields.textName)': name the one with the text by --text-key",
                    line: document.line
                )
            )
            return
        }
        guard value.kind == .string else {
            document.text = .failure(
                RecordFailure(
                    code: .textNotString,
                    message: "the field '\(fields.textName)' is \(value.kind.name), not a string",
                    line: document.line
                )
            )
            return
        }
        var bytes: [UInt8] = []
        try value.decode(into: &bytes)
        guard bytes.count <= Text.maximumByteCount else {
            document.text = .failure(
                RecordFailure(code: .textTooLarge, message: "the text is beyond 4 GiB: split it", line: document.line)
            )
            return
        }
        document.text = .success(Text(validated: bytes))
    }

    private func readAnchor(_ members: MemberCollector, into document: inout InputDocument) throws(JSONError) {
        guard let path = fields.anchorPath, let value = try members.value(at: path), !value.isNull else { return }
        guard value.kind == .string, let anchor = try? value.string(), ReferenceDate.isWellFormed(anchor) else {
            let shown = String(decoding: value.raw, as: UTF8.self)
            document.warnings.append(invalidAnchor(shown, line: document.line))
            return
        }
        document.context.referenceDate = anchor
        document.context.referenceDateSource = "field"
    }

    func invalidAnchor(_ shown: String, line: Int?) -> RecordFailure {
        RecordFailure(
            code: .invalidAnchor,
            message: "the reference date \(shown) is not a date in ISO 8601, such as \"2014-06-17\" or "
                + "\"2014-06-17T09:30:00Z\"",
            line: line
        )
    }
}
