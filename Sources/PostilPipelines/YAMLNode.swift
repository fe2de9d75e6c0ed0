import CYAML

/// A value of a YAML document, with the line on which it begins.
struct YAMLNode {
    enum Content {
        /// A scalar as text, and whether it was written without quotation marks.
        case scalar(String, isPlain: Bool)
        case sequence([YAMLNode])
        case mapping([(key: String, line: Int, value: YAMLNode)])
    }

    let content: Content
    /// Counted from 1.
    let line: Int

    /// Whether it is `null`, `~` or nothing.
    var isNull: Bool {
        if case .scalar(let text, isPlain: true) = content {
            ["", "~", "null"].contains(text.lowercased())
        } else {
            false
        }
    }
}

/// Why text is not YAML that can be read.
struct YAMLError: Error {
    let line: Int
    let message: String
}

extension YAMLNode {
    /// How deep sequences and mappings may lie in each other, and how many values there may be.
    private static let (depthLimit, countLimit) = (64, 100_000)

    /// Reads the first document of `bytes`, with libyaml; nil where there is none.
    ///
    /// Anchors and tags are refused: with them a short file could become a very large tree.
    static func parse(_ bytes: [UInt8]) throws(YAMLError) -> YAMLNode? {
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else { throw YAMLError(line: 1, message: "there is no memory left") }
        defer { yaml_parser_delete(&parser) }
        return try bytes.withUnsafeBufferPointer { buffer throws(YAMLError) in
            yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
            var reader = YAMLReader(parser: &parser, limit: countLimit)
            return try reader.document(depthLimit: depthLimit)
        }
    }
}

/// Builds a tree of libyaml's events.
private struct YAMLReader {
    let parser: UnsafeMutablePointer<yaml_parser_t>
    var left: Int

    init(parser: UnsafeMutablePointer<yaml_parser_t>, limit: Int) {
        self.parser = parser
        left = limit
    }

    private enum Event {
        case scalar(String, isPlain: Bool)
        case sequence, mapping, end, other, finished
    }

    mutating func document(depthLimit: Int) throws(YAMLError) -> YAMLNode? {
        while true {
            let (event, line) = try next()
            switch event {
            case .finished: return nil
            case .other: continue
            default: return try node(event, line, depth: depthLimit)
            }
        }
    }

    private mutating func node(_ event: Event, _ line: Int, depth: Int) throws(YAMLError) -> YAMLNode {
        left -= 1
        guard depth > 0, left > 0 else { throw YAMLError(line: line, message: "there is too much of it") }
        switch event {
        case .scalar(let text, let isPlain): return YAMLNode(content: .scalar(text, isPlain: isPlain), line: line)
        case .sequence:
            var elements: [YAMLNode] = []
            while true {
                let (event, line) = try next()
                if case .end = event { break }
                elements.append(try node(event, line, depth: depth - 1))
            }
            return YAMLNode(content: .sequence(elements), line: line)
        case .mapping:
            var members: [(key: String, line: Int, value: YAMLNode)] = []
            while true {
                let (event, line) = try next()
                if case .end = event { break }
                guard case .scalar(let key, _) = event else {
                    throw YAMLError(line: line, message: "a key has to be a word")
                }
                let (valueEvent, valueLine) = try next()
                members.append((key, line, try node(valueEvent, valueLine, depth: depth - 1)))
            }
            return YAMLNode(content: .mapping(members), line: line)
        default: throw YAMLError(line: line, message: "the document ends too early")
        }
    }

    private func next() throws(YAMLError) -> (Event, line: Int) {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else {
            let problem = parser.pointee.problem.map { String(cString: $0) } ?? "cannot be read"
            throw YAMLError(line: Int(parser.pointee.problem_mark.line) + 1, message: problem)
        }
        defer { yaml_event_delete(&event) }
        let line = Int(event.start_mark.line) + 1
        switch event.type {
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            guard scalar.anchor == nil, scalar.tag == nil else { throw YAMLReader.marked(line) }
            let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            return (
                .scalar(String(decoding: bytes, as: UTF8.self), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE), line
            )
        case YAML_SEQUENCE_START_EVENT:
            guard event.data.sequence_start.anchor == nil else { throw YAMLReader.marked(line) }
            return (.sequence, line)
        case YAML_MAPPING_START_EVENT:
            guard event.data.mapping_start.anchor == nil else { throw YAMLReader.marked(line) }
            return (.mapping, line)
        case YAML_ALIAS_EVENT: throw YAMLReader.marked(line)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return (.end, line)
        case YAML_STREAM_END_EVENT: return (.finished, line)
        default: return (.other, line)
        }
    }

    private static func marked(_ line: Int) -> YAMLError {
        YAMLError(line: line, message: "anchors, aliases and tags have no place here: write the value itself")
    }
}
