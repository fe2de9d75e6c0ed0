import PostilCore

extension UIMAFormat {
    func write(
        _ record: AnnotatedRecord,
        layers: [LayerName]?,
        to output: inout ExchangeOutput
    ) throws(ExchangeError) {
        let spans = record.spans(of: layers, omissions: &output.omissions)
        output.addJSON { writer in
            var structures = UIMAStructures(ExchangePlaces(text: record.text, unit: .utf16))
            writer.beginObject()
            writer.key("%TYPES")
            writer.value(UIMAType.declarations)
            writer.key("%FEATURE_STRUCTURES")
            writer.beginArray()
            writeSofa(record, into: &writer)
            structures.begin(UIMAType.metadata, record.text.span, into: &writer)
            writer.key("language")
            writer.string("en" as StaticString)
            writer.key("documentTitle")
            writer.string(record.identifier)
            writer.key("documentId")
            writer.string(record.identifier)
            writer.endObject()
            for sentence in record.sentences {
                structures.begin(UIMAType.sentence, sentence, into: &writer)
                writer.endObject()
            }
            for token in record.tokens { write(token, &structures, into: &writer) }
            for span in spans { write(span, &structures, into: &writer) }
            writer.endArray()
            writer.key("%VIEWS")
            writer.beginObject()
            writer.key("_InitialView")
            writer.beginObject()
            writer.key("%SOFA")
            writer.integer(UIMAStructures.sofa)
            writer.list("%MEMBERS", structures.members) { $1.integer($0) }
            writer.endObject()
            writer.endObject()
            writer.endObject()
        }
    }

    private func writeSofa(_ record: AnnotatedRecord, into writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("%ID")
        writer.integer(UIMAStructures.sofa)
        writer.key("%TYPE")
        writer.string(UIMAType.sofa)
        writer.key("sofaNum")
        writer.integer(1)
        writer.key("sofaID")
        writer.string("_InitialView" as StaticString)
        writer.key("mimeType")
        writer.string("text/plain" as StaticString)
        writer.key("sofaString")
        writer.string(record.text.bytes)
        writer.endObject()
    }

    private func write(_ token: TokenRecord, _ structures: inout UIMAStructures, into writer: inout JSONWriter) {
        var references: [(key: StaticString, identifier: Int)] = []
        if token.penn != nil || token.universal != nil {
            references.append(("@pos", structures.begin(UIMAType.tag, token.span, into: &writer)))
            if let tag = token.penn {
                writer.key("PosValue")
                writer.string(tag)
            }
            if let tag = token.universal {
                writer.key("coarseValue")
                writer.string(tag)
            }
            writer.endObject()
        }
        if let lemma = token.lemma {
            references.append(("@lemma", structures.begin(UIMAType.lemma, token.span, into: &writer)))
            writer.key("value")
            writer.string(lemma)
            writer.endObject()
        }
        structures.begin(UIMAType.token, token.span, into: &writer)
        for reference in references {
            writer.key(reference.key)
            writer.integer(reference.identifier)
        }
        writer.endObject()
    }

    private func write(_ span: ExchangeSpan, _ structures: inout UIMAStructures, into writer: inout JSONWriter) {
        let isName = span.layer == LayerKey.entities.name
        let features = structures.places.counted(featuresOf: span).filter { !isName || $0.key != "link" }
        let array = features.isEmpty ? nil : structures.writeStrings(features, into: &writer)
        structures.begin(isName ? UIMAType.entity : UIMAType.span, span.span, into: &writer)
        if isName {
            writer.key("value")
            writer.string(span.label)
            if let link = span["link"] {
                writer.key("identifier")
                writer.string(link)
            }
        } else {
            writer.key("layer")
            writer.string(span.layer.rawValue)
            writer.key("label")
            writer.string(span.label)
        }
        if let array {
            writer.key("@features")
            writer.integer(array)
        }
        if let score = span.score {
            writer.key("score")
            writer.double(score)
        }
        writer.endObject()
    }
}

/// The feature structures of a CAS as they are written, with their numbers.
private struct UIMAStructures {
    static let sofa = 1
    let places: ExchangePlaces
    private(set) var members: [Int] = []
    private var last = UIMAStructures.sofa

    init(_ places: ExchangePlaces) { self.places = places }

    /// Begins an annotation; the caller writes its features and its end.
    ///
    /// - Returns: Its number.
    @discardableResult
    mutating func begin(_ type: String, _ span: Span, into writer: inout JSONWriter) -> Int {
        last += 1
        members.append(last)
        let place = places.counted(span)
        writer.beginObject()
        writer.key("%ID")
        writer.integer(last)
        writer.key("%TYPE")
        writer.string(type)
        writer.key("@sofa")
        writer.integer(UIMAStructures.sofa)
        writer.key("begin")
        writer.integer(place.start)
        writer.key("end")
        writer.integer(place.end)
        return last
    }

    /// Writes features as an array of strings.
    ///
    /// - Returns: Its number.
    mutating func writeStrings(_ features: [Feature], into writer: inout JSONWriter) -> Int {
        last += 1
        writer.beginObject()
        writer.key("%ID")
        writer.integer(last)
        writer.key("%TYPE")
        writer.string(UIMAType.strings)
        writer.list("%ELEMENTS", features) { $1.string(FeatureText.text($0)) }
        writer.endObject()
        return last
    }
}
