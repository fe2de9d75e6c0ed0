import PostilCore
import PostilFormats

/// A host's request, with the document made anew: its layers have the types that the annotator declares.
struct PluginRequest {
    let number: Int
    let document: Result<Document, AnnotationError>
    let question: Question?

    /// Who made the layers that came with the request.
    private static let provider: AnnotatorName = "host"

    /// Reads a line.
    ///
    /// - Parameter keys: The layers that the annotator knows; others are passed over.
    init(_ line: UnsafeBufferPointer<UInt8>, keys: [AnyLayerKey]) throws(ProtocolViolation) {
        if UTF8Validator.firstInvalid(in: line) != nil { throw ProtocolViolation("sends what is not UTF-8") }
        let members: Members
        let made: Document
        do throws(JSONError) {
            members = try Members(line)
            made = Document(
                identifier: members.number.map(String.init) ?? "",
                text: Text(validated: try members.text?.decodedBytes() ?? []),
                context: try members.context.map(PluginRequest.context) ?? DocumentContext()
            )
            question = try members.question.flatMap { (value) throws(JSONError) in try PluginRequest.question(value) }
        } catch {
            throw ProtocolViolation("sends a line that is no request: \(error)")
        }
        guard let number = members.number, members.text != nil else {
            throw ProtocolViolation("sends a request without a number or without a text")
        }
        self.number = number
        document = Result { () throws(AnnotationError) in
            try PluginRequest.adding(members.layers, to: made, keys: keys)
        }
    }

    /// The members of the line.
    private struct Members {
        var number: Int?
        var text: JSONRawValue?
        var context: JSONRawValue?
        var layers: JSONRawValue?
        var question: JSONRawValue?

        init(_ line: UnsafeBufferPointer<UInt8>) throws(JSONError) {
            var reader = try JSONObjectReader(line)
            while let member = try reader.next() {
                if member.key.equals("document") {
                    number = member.value.integer
                } else if member.value.isNull {
                    continue
                } else if member.key.equals("text") {
                    text = member.value
                } else if member.key.equals("context") {
                    context = member.value
                } else if member.key.equals("layers") {
                    layers = member.value
                } else if member.key.equals("question") {
                    question = member.value
                }
            }
        }
    }

    private static func context(_ value: JSONRawValue) throws(JSONError) -> DocumentContext {
        var context = DocumentContext()
        var reader = try value.members()
        while let member = try reader.next() {
            guard !member.value.isNull else { continue }
            if member.key.equals("reference_date") { context.referenceDate = try member.value.string() }
            if member.key.equals("reference_date_source") { context.referenceDateSource = try member.value.string() }
            if member.key.equals("language") { context.language = try member.value.string() }
            if member.key.equals("fields") {
                var fields = try member.value.members()
                while let field = try fields.next() {
                    context.fields[try field.key.string()] = try field.value.string()
                }
            }
        }
        return context
    }

    private static func question(_ value: JSONRawValue) throws(JSONError) -> Question? {
        var layer: LayerName?
        var (start, end): (UInt32?, UInt32?)
        var position: Int?
        var reader = try value.members()
        while let member = try reader.next() {
            if member.key.equals("layer") { layer = LayerName(rawValue: try member.value.string()) }
            if member.key.equals("start") { start = member.value.integer.flatMap(UInt32.init(exactly:)) }
            if member.key.equals("end") { end = member.value.integer.flatMap(UInt32.init(exactly:)) }
            if member.key.equals("position") { position = member.value.integer }
        }
        guard let layer, let start, let end, start <= end else { return nil }
        let span = Span(start: start, end: end)
        return position.map { .why(layer, position: $0, span: span) } ?? .whyNot(layer, span: span)
    }

    private static func adding(
        _ layers: JSONRawValue?,
        to made: Document,
        keys: [AnyLayerKey]
    ) throws(AnnotationError) -> Document {
        var document = made
        let map = OffsetMap(text: made.text, unit: .utf8)
        guard let layers else { return made }
        for (name, annotations) in try NamedLayers.read(layers) {
            guard let key = keys.first(where: { $0.name == name }) else { continue }
            let holdsTokens = key.valueType == Token.self || key.valueType == nil && name == LayerKey.tokens.name
            if holdsTokens, let tokens = TokenReader.layer(annotations, of: made.text) {
                try document.provide(tokens, for: LayerKey<Token>(name), by: provider)
                continue
            }
            let reader = AnnotationRowReader(layer: name, text: made.text, map: map, rules: RuleTable([]))
            let typed = key.valueType == nil ? LayerTypes.key(of: name) : key
            try LayerAssembly.provide(try reader.rows(annotations), of: typed, map: map, in: &document, by: provider)
        }
        return document
    }
}
