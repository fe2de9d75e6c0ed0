import PostilCore

extension RecordReader {
    /// Reads one row of a table.
    ///
    /// The fields that are neither the text nor the identifier go to ``InputDocument/meta``, as strings and in their
    /// order.
    ///
    /// - Parameters:
    ///   - row: Its bytes, without the line break behind it.
    ///   - line: Its first line, counted from 1.
    ///   - source: The name of the input, for documents that have no identifier.
    /// - Complexity: O(n).
    public func document(
        row: UnsafeBufferPointer<UInt8>,
        of columns: TableColumns,
        line: Int,
        source: String
    ) -> InputDocument {
        var document = InputDocument(
            identifier: "\(source):\(line)",
            text: .success(Text("")),
            context: fields.defaultContext,
            line: line
        )
        guard !row.isEmpty else {
            document.warnings.append(RecordFailure(code: .emptyLine, message: "the line is empty", line: line))
            return document
        }
        guard let invalid = UTF8Validator.firstInvalid(in: row) else {
            read(row, of: columns, line: line, into: &document)
            return document
        }
        guard isLossy else {
            document.text = .failure(
                RecordFailure(
                    code: .invalidUTF8,
                    message: "byte \(invalid) of the row is not valid UTF-8: convert the input, or pass --lossy",
                    line: line
                )
            )
            return document
        }
        let (repaired, count) = UTF8Validator.repaired(Array(row))
        document.warnings.append(replaced(count, line: line))
        repaired.withUnsafeBufferPointer { read($0, of: columns, line: line, into: &document) }
        return document
    }

    private func read(
        _ row: UnsafeBufferPointer<UInt8>,
        of columns: TableColumns,
        line: Int,
        into document: inout InputDocument
    ) {
        do throws(RecordFailure) {
            let values = try TableRow(row, dialect: columns.dialect, line: line).fields
            guard values.count == columns.names.count else {
                throw RecordFailure(
                    code: .raggedRow,
                    message: "the row has \(values.count) field\(values.count == 1 ? "" : "s") and the header "
                        + "\(columns.names.count)",
                    line: line
                )
            }
            if let position = columns.identifier, !values[position].isEmpty {
                document.identifier = String(decoding: values[position], as: UTF8.self)
            }
            if let position = columns.anchor { readAnchor(values[position], into: &document) }
            readOthers(values, of: columns, into: &document)
            guard values[columns.text].count <= Text.maximumByteCount else {
                throw RecordFailure(code: .textTooLarge, message: "the text is beyond 4 GiB: split it", line: line)
            }
            document.text = .success(Text(validated: values[columns.text]))
        } catch {
            document.text = .failure(error)
        }
    }

    private func readOthers(_ values: [[UInt8]], of columns: TableColumns, into document: inout InputDocument) {
        var members = JSONWriter(capacity: 256)
        for (position, value) in values.enumerated() where position != columns.text && position != columns.identifier {
            members.key(columns.keys[position])
            members.string(value)
            if fields.passesOthers {
                document.context.fields[columns.names[position]] = String(decoding: value, as: UTF8.self)
            }
        }
        document.meta = members.buffer.array()
    }

    private func readAnchor(_ value: [UInt8], into document: inout InputDocument) {
        guard !value.isEmpty else { return }
        let anchor = String(decoding: value, as: UTF8.self)
        guard ReferenceDate.isWellFormed(anchor) else {
            document.warnings.append(invalidAnchor("'\(anchor)'", line: document.line))
            return
        }
        document.context.referenceDate = anchor
        document.context.referenceDateSource = "field"
    }
}
