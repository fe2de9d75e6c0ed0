import PostilCore

extension TimeMLFormat {
    func read(
        _ input: ExchangeInput,
        omissions: inout ExchangeOmissions
    ) throws(ExchangeError) -> AnnotatedRecord {
        var scanner = XMLScanner(try input.string())
        var document = TimeMLDocument()
        while let event = try scanner.next() {
            do throws(ExchangeError) {
                try document.add(event)
            } catch {
                throw ExchangeError(line: scanner.line, error.message)
            }
        }
        guard document.isClosed, document.hasText else {
            throw ExchangeError(
                line: scanner.line,
                document.hasText ? "the file ends before its last element does" : "there is no element TEXT"
            )
        }
        let text = Text(validated: document.bytes)
        var record = AnnotatedRecord(input, text: text, identifier: document.identifier, format: name)
        if let anchor = document.anchor, ReferenceDate.isWellFormed(anchor) {
            record.context = RecordContext(anchor: anchor, anchorSource: "field")
        }
        let all = document.spans.count
        record.add(document.spans.filter { !$0.span.isEmpty })
        omissions.add(.empty, all - document.spans.count { !$0.span.isEmpty })
        omissions.add(.relations, document.links)
        return record
    }
}

/// Takes the tags and texts of a document.
private struct TimeMLDocument {
    private(set) var bytes: [UInt8] = []
    private(set) var spans: [ExchangeSpan] = []
    private(set) var identifier: String?
    private(set) var anchor: String?
    private(set) var hasText = false
    /// Links and instances of events, which stand outside of the text.
    private(set) var links = 0

    private var open: [OpenElement] = []
    private var collected = ""

    private struct OpenElement {
        let name: String
        let attributes: [(name: String, value: String)]
        let start: Int

        subscript(name: String) -> String? { attributes.last { $0.name == name }?.value }
    }

    /// Whether all elements have their ends.
    var isClosed: Bool { open.isEmpty }

    private var isInText: Bool { open.contains { $0.name == "TEXT" } }

    mutating func add(_ event: XMLScanner.Event) throws(ExchangeError) {
        switch event {
        case .text(let text):
            if isInText { bytes += text.utf8 } else { collected += text }
        case .start(let name, let attributes, let isEmpty):
            begin(OpenElement(name: name, attributes: attributes, start: bytes.count))
            if isEmpty { try end(name) }
        case .end(let name): try end(name)
        }
    }

    private mutating func begin(_ element: OpenElement) {
        if element.name == "TEXT" { hasText = true }
        if element.name == "TIMEX3", !isInText, element["functionInDocument"] == "CREATION_TIME" || isInside("DCT") {
            anchor = element["value"]
        }
        if ["TLINK", "SLINK", "ALINK", "MAKEINSTANCE"].contains(element.name) { links += 1 }
        if !isInText { collected = "" }
        open.append(element)
    }

    private func isInside(_ name: String) -> Bool { open.contains { $0.name == name } }

    private mutating func end(_ name: String) throws(ExchangeError) {
        guard let element = open.popLast(), element.name == name else {
            throw ExchangeError("'</\(name)>' ends an element that is not open")
        }
        if name == "DOCID" { identifier = collected.isEmpty ? nil : collected }
        guard isInText else { return }
        let span = Span(element.start..<bytes.count)
        if name == "TIMEX3" {
            let features = [Feature("value", element["value"]), Feature("mod", element["mod"])].compactMap { $0 }
            spans.append(
                ExchangeSpan(
                    span: span,
                    layer: LayerKey.dates.name,
                    label: element["type"] ?? "DATE",
                    features: features
                )
            )
        } else {
            spans.append(
                ExchangeSpan(
                    span: span,
                    layer: TimeMLFormat.layer,
                    label: name,
                    features: element.attributes.map { Feature($0.name, $0.value) }
                )
            )
        }
    }
}
