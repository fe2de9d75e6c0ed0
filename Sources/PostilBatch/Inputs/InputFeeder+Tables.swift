import PostilFormats

extension InputFeeder {
    /// Adds rows to `chunk` until it is full or the table ends.
    ///
    /// - Returns: False where the rest would have to be waited for.
    func fill(_ chunk: inout InputChunk, from rows: RowReader) -> Bool {
        chunk.source = sourceName
        do throws(StreamError) {
            while !isFull(chunk) {
                let row: RowReader.Row
                switch try rows.next(mayWait: chunk.items.isEmpty) {
                case .row(let next): row = next
                case .interrupted: return false
                case .end:
                    endInput()
                    return true
                }
                linesRead = row.line
                do throws(RecordFailure) {
                    try append(row, from: rows, to: &chunk)
                } catch {
                    // What is behind such a row, or such a header, cannot be told apart.
                    chunk.items.append(.failure(error, name: "\(sourceName):\(row.line)"))
                    endInput()
                    return true
                }
            }
        } catch {
            endInput()
            let failure = RecordFailure(error, line: linesRead + 1)
            chunk.items.append(.failure(failure, name: "\(sourceName):\(linesRead + 1)"))
        }
        return true
    }

    private func append(
        _ row: RowReader.Row,
        from rows: RowReader,
        to chunk: inout InputChunk
    ) throws(RecordFailure) {
        guard !row.isCut else {
            throw DocumentLimits.tooLarge(nil, maximum: options.maximumDocumentBytes ?? 0, line: row.line)
        }
        guard row.isClosed else { throw .unterminatedQuote(line: row.line) }
        guard let columns = rows.columns else {
            rows.columns = try rows.readHeader(fields: options.fields)
            return
        }
        let start = chunk.bytes.count
        rows.withBytes { chunk.bytes.append(contentsOf: $0) }
        chunk.items.append(.row(start..<chunk.bytes.count, line: row.line, columns: columns))
    }
}

extension BatchInput {
    /// Why the header row of the table that this file holds is of no use; nil for other inputs, and where it is good or
    /// cannot be read.
    ///
    /// - Complexity: O(length of the row).
    public func headerFailure(options: BatchOptions) -> RecordFailure? {
        guard let dialect = options.dialect(of: form), OpenFile.status(of: path)?.isRegular == true,
            let source = try? ByteSource(path: path)
        else { return nil }
        let rows = RowReader(LineReader(source, trimsCarriageReturn: false), dialect: dialect)
        guard case .row(let row) = try? rows.next(mayWait: true) else { return nil }
        do throws(RecordFailure) {
            guard row.isClosed else { throw .unterminatedQuote(line: row.line) }
            _ = try rows.readHeader(fields: options.fields)
            return nil
        } catch {
            return error
        }
    }
}
