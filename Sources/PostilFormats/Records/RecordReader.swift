import PostilCore

/// Reads the lines of JSONL input into documents.
///
/// A line that cannot be read is a document too, one that holds the reason: lines in equal lines out.
public struct RecordReader: Sendable {
    private let fields: InputFields
    private let isLossy: Bool

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
    ///   - line: The bytes.
    ///   - number: The line's number, counted from 1.
    ///   - source: The name of the input, for documents that have no identifier.
    /// - Complexity: O(n).
    public func document(line: UnsafeBufferPointer<UInt8>, number: Int, source: String) -> InputDocument {
        var document = InputDocument(
            identifier: "\(source):\(number)",
            text: .success(Text("")),
            line: number
        )
        document.context = fields.defaultContext
        guard let invalid = UTF8Validator.firstInvalid(in: line) else {
            read(line, into: &document)
            return document
        }
        guard isLossy else {
            document.text = .failure(
                RecordFailure(
                    code: .invalidUTF8,
                    message: "byte \(invalid) of the line is not valid UTF-8: convert the input, or pass --lossy",
                    line: number
                )
            )
            return document
        }
        let (repaired, replacements) = UTF8Validator.repaired(Array(line))
        document.warnings.append(replaced(replacements, line: number))
        repaired.withUnsafeBufferPointer { read($0, into: &document) }
        return document
    }

    /// The document that a whole text file is.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes; a byte order mark is left out.
    ///   - identifier: The document's name.
    public func document(contents bytes: [UInt8], identifier: String) -> InputDocument {
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        var document = InputDocument(identifier: identifier, text: .success(Text("")), context: fields.defaultContext)
        do throws(AnnotationError) {
            document.text = .success(try Text(validating: bytes))
        } catch {
            guard isLossy, error.code == .invalidUTF8, let repaired = try? Text.repairing(bytes) else {
                let hint = error.code == .invalidUTF8 ? ": convert the input, or pass --lossy" : ""
                document.text = .failure(RecordFailure(code: error.code, message: error.message + hint))
                return document
            }
            document.text = .success(repaired.text)
            document.warnings.append(replaced(repaired.replacements, line: nil))
        }
        return document
    }

    private func replaced(_ count: Int, line: Int?) -> RecordFailure {
        RecordFailure(
            code: .replacedCharacters,
            message: "\(count) invalid sequence\(count == 1 ? " was" : "s were") replaced by U+FFFD",
            line: line
        )
    }

    private func read(_ line: UnsafeBufferPointer<UInt8>, into document: inout InputDocument) {
        guard line.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else {
            document.warnings.append(
                RecordFailure(code: .emptyLine, message: "the line is empty", line: document.line)
            )
            return
        }
        do throws(JSONError) {
            try readMembers(of: line, into: &document)
        } catch {
            let isSurrogate = error.code == .loneSurrogate
            document.text = .failure(
                RecordFailure(
                    code: isSurrogate ? .loneSurrogate : .invalidJSON,
                    message: "\(error)" + (isSurrogate ? ": correct it, or pass --lossy" : ""),
                    line: document.line
                )
            )
        }
    }

    private func readMembers(of line: UnsafeBufferPointer<UInt8>, into document: inout InputDocument) throws(JSONError) {
        let options = JSONReadingOptions(replacesLoneSurrogates: isLossy)
        var reader = try JSONObjectReader(line, options: options)
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
            if member.value.kind == .string { document.identifier = try member.value.string() } else if !member.value.isNull {
                document.identifier = String(decoding: member.value.raw, as: UTF8.self)
            }
        }
        document.meta = members.rawMembers { member in
            member.key.equals(fields.textPath.whole)
                || member.key.equals(fields.identifierKey) && member.value.kind == .string
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
                    message: "the field '\(fields.textName)' is a JSON \(value.kind), not a string",
                    line: document.line
                )
            )
            return
        }
        var bytes: [UInt8] = []
        let replacements = try value.decode(into: &bytes)
        if replacements > 0 { document.warnings.append(replaced(replacements, line: document.line)) }
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
            document.warnings.append(
                RecordFailure(
                    code: .invalidAnchor,
                    message: "the reference date \(String(decoding: value.raw, as: UTF8.self)) is not a date in ISO 8601, "
                        + "such as \"2014-06-17\" or \"2014-06-17T09:30:00Z\"",
                    line: document.line
                )
            )
            return
        }
        document.context.referenceDate = anchor
        document.context.referenceDateSource = "field"
    }
}
