import PostilFormats

/// Cuts inputs into chunks, one at a time.
///
/// Not `Sendable`: it has a position in its inputs; the runner lets one worker at a time ask.
final class InputFeeder {
    private let inputs: [BatchInput]
    private let wakeUp: Int32?
    private let isStopped: () -> Bool
    private var nextInput = 0
    private var reader: LineReader?
    private var rows: RowReader?
    var sourceName = ""
    var linesRead = 0
    private var form = BatchInput.Form.auto
    private var sequence = 0
    let options: BatchOptions
    private var share: DocumentShare? { options.share }
    private var documentsToSkip: Int
    private var ordinal = 0

    /// The documents of a chunk at most.
    static let chunkCount = 256

    /// The bytes of documents after which a chunk is full; records are up to forty times as long.
    static let chunkBytes = 32 << 10

    /// How many times as long a text is as its packed file, by and large.
    private static let expansion = 4

    /// Feeds `inputs` in order.
    ///
    /// - Parameters:
    ///   - options: What says how tables are read, and which documents to hand out.
    ///   - skipping: How many of those are passed over first.
    ///   - wakeUp: A descriptor that interrupts a blocked read once it can be read.
    ///   - isStopped: Whether no more chunks are wanted.
    init(
        _ inputs: [BatchInput],
        options: BatchOptions = BatchOptions(),
        skipping: Int = 0,
        wakeUp: Int32?,
        isStopped: @escaping () -> Bool
    ) {
        self.inputs = inputs
        self.options = options
        documentsToSkip = skipping
        self.wakeUp = wakeUp
        self.isStopped = isStopped
    }

    /// The next chunk; nil when all inputs are used up or the run is to stop.
    ///
    /// A chunk that is not full is handed out where the input pauses, so that records come out while a pipe
    /// is open; and where the run is to stop, so that no line is lost that was taken from it.
    func next() -> InputChunk? {
        while var chunk = nextOfAll() {
            leaveOut(of: &chunk)
            if !chunk.items.isEmpty { return numbered(chunk) }
        }
        return nil
    }

    /// Takes out the documents of other shares, and those that are to be passed over, and numbers the others.
    private func leaveOut(of chunk: inout InputChunk) {
        guard share != nil || documentsToSkip > 0 || options.order == .any else { return }
        var ordinals: [Int] = []
        chunk.items.removeAll { _ in
            defer { ordinal += 1 }
            if let share, !share.contains(ordinal) { return true }
            guard documentsToSkip > 0 else {
                ordinals.append(ordinal)
                return false
            }
            documentsToSkip -= 1
            return true
        }
        chunk.ordinals = ordinals
    }

    /// The next chunk of all documents, before some are left out.
    private func nextOfAll() -> InputChunk? {
        var chunk = InputChunk()
        while !isStopped() {
            var isPaused = false
            if let reader {
                isPaused = !(rows.map { fill(&chunk, from: $0) } ?? fill(&chunk, from: reader))
            } else if nextInput < inputs.count {
                open(inputs[nextInput], for: &chunk)
                nextInput += 1
            } else {
                break
            }
            // Lines of one chunk come from one input, so that it has one name for them.
            let hasNewSource = reader != nil && chunk.source != sourceName
            if isFull(chunk) || !chunk.items.isEmpty && (hasNewSource || isPaused) { break }
        }
        return chunk.items.isEmpty ? nil : chunk
    }

    private func numbered(_ chunk: InputChunk) -> InputChunk {
        var chunk = chunk
        chunk.sequence = sequence
        sequence += 1
        return chunk
    }

    func isFull(_ chunk: InputChunk) -> Bool {
        chunk.items.count >= (options.flushing == .record ? 1 : InputFeeder.chunkCount)
            || chunk.size >= InputFeeder.chunkBytes
    }

    /// Begins an input: text files are left to the worker, others get a reader.
    private func open(_ input: BatchInput, for chunk: inout InputChunk) {
        guard input.form != .text || input.isStandardInput else {
            let isPacked = Compression(namedBy: input.path) != .none
            let size = OpenFile.status(of: input.path)?.size ?? 0
            chunk.expectedBytes += isPacked ? size * InputFeeder.expansion : size
            chunk.items.append(.file(path: input.path))
            return
        }
        do throws(StreamError) {
            let source =
                input.isStandardInput
                ? ByteSource.standardInput(wakeUp: wakeUp) : try ByteSource(path: input.path, wakeUp: wakeUp)
            let lines = LineReader(
                source,
                trimsCarriageReturn: false,
                maximumCount: lineLimit,
                terminator: input.form == .nul ? 0 : 0x0A
            )
            reader = lines
            rows = options.dialect(of: input.form).map { RowReader(lines, dialect: $0) }
            sourceName = input.isStandardInput ? "stdin" : input.path
            form = input.form
            linesRead = 0
        } catch {
            chunk.items.append(.failure(RecordFailure(error), name: input.path))
        }
    }

    /// Adds lines to `chunk` until it is full or the input ends.
    ///
    /// - Returns: False where the rest would have to be waited for.
    private func fill(_ chunk: inout InputChunk, from reader: LineReader) -> Bool {
        chunk.source = sourceName
        do throws(StreamError) {
            while !isFull(chunk) {
                let line: LineReader.Line
                switch try reader.next(mayWait: chunk.items.isEmpty) {
                case .line(let next): line = next
                case .interrupted: return false
                case .end:
                    // No line is no document, but a text without a byte is one.
                    if form == .text { chunk.items.append(.text(0..<0, name: sourceName)) }
                    endInput()
                    return true
                }
                linesRead = line.number
                if form == .auto {
                    form = reader.withBytes(InputFeeder.beginsObject) ? .jsonl : .text
                }
                if form == .text {
                    try readText(startingWith: line, from: reader, into: &chunk)
                    endInput()
                    return true
                }
                if line.isCut {
                    let failure = DocumentLimits.tooLarge(
                        nil,
                        maximum: options.maximumDocumentBytes ?? 0,
                        line: line.number
                    )
                    chunk.items.append(.failure(failure, name: "\(sourceName):\(line.number)"))
                    continue
                }
                append(line, from: reader, to: &chunk)
            }
        } catch {
            endInput()
            let failure = RecordFailure(error, line: linesRead + 1)
            chunk.items.append(.failure(failure, name: "\(sourceName):\(linesRead + 1)"))
        }
        return true
    }

    /// The bytes of a line beyond which its text is too large, whatever is escaped in it.
    var lineLimit: Int {
        guard let most = options.maximumDocumentBytes, most < .max / 8 else { return .max }
        return 6 * most + 1 << 16
    }

    /// Lets go of the input at hand.
    func endInput() {
        reader = nil
        rows = nil
    }

    private func append(_ line: LineReader.Line, from reader: LineReader, to chunk: inout InputChunk) {
        let start = chunk.bytes.count
        reader.withBytes { bytes in
            var end = bytes.count
            if form != .nul, end > 0, bytes[end - 1] == 0x0D { end -= 1 }
            chunk.bytes.append(contentsOf: bytes[..<end])
        }
        let range = start..<chunk.bytes.count
        chunk.items.append(
            form == .jsonl ? .record(range, number: line.number) : .line(range, number: line.number)
        )
    }

    /// Reads the rest of an input that is one text; where that is interrupted, it is no document.
    private func readText(
        startingWith first: LineReader.Line,
        from reader: LineReader,
        into chunk: inout InputChunk
    ) throws(StreamError) {
        let start = chunk.bytes.count
        let most = options.maximumDocumentBytes ?? .max
        var line = first
        var isTooLarge = false
        while true {
            isTooLarge = isTooLarge || line.isCut || chunk.bytes.count - start > most
            if !isTooLarge {
                reader.withBytes { chunk.bytes.append(contentsOf: $0) }
                if line.isTerminated { chunk.bytes.append(0x0A) }
            }
            switch try reader.next() {
            case .line(let next): line = next
            case .end where isTooLarge:
                chunk.bytes.removeSubrange(start...)
                let failure = DocumentLimits.tooLarge(nil, maximum: most, line: nil)
                return chunk.items.append(.failure(failure, name: chunk.source))
            case .end: return chunk.items.append(.text(start..<chunk.bytes.count, name: chunk.source))
            case .interrupted: return chunk.bytes.removeSubrange(start...)
            }
        }
    }

    private static func beginsObject(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let blanks: [UInt8] = [0x20, 0x09, 0x0D, 0xEF, 0xBB, 0xBF]
        return bytes.first { !blanks.contains($0) } == UInt8(ascii: "{")
    }
}

extension RecordFailure {
    /// The failure of reading an input.
    init(_ error: StreamError, line: Int? = nil) {
        self.init(code: .init(rawValue: error.code.rawValue), message: error.message, line: line)
    }
}
