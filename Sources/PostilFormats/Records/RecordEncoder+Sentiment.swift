import PostilCore

extension RecordEncoder {
    /// Writes the objects of the sentiment of a document.
    func writeSentiment(of document: Document, at place: RecordPlace, into writer: inout JSONWriter) {
        guard let sentiment = document[.sentiment], let provider = document.provider(of: LayerKey.sentiment.name) else {
            return
        }
        // Terms of one object and the next go back and forth, which a cursor cannot.
        let map = OffsetMap(text: document.text, unit: options.offsetUnit, base: place.offset)
        let rules = rules[provider]
        for (position, annotation) in sentiment.enumerated() {
            writer.beginObject()
            writer.key("id")
            writer.string("s", place.sentiment + position + 1)
            writer.key("level")
            writer.string(annotation.value.level.rawValue)
            writeEnds(of: annotation.span, map: map, into: &writer)
            writer.key("target")
            writer.string(orNull: annotation.value.target)
            writer.key("polarity")
            writer.string(annotation.value.polarity.rawValue)
            writer.key("score")
            writer.double(annotation.value.score.value)
            writer.key("terms")
            writer.beginArray()
            for term in annotation.value.terms { write(term, of: document.text, map: map, into: &writer) }
            writer.endArray()
            writer.key("source")
            writer.string(provider.rawValue)
            writer.key("rule")
            writer.string(orNull: rules?[annotation.rule]?.name)
            writer.endObject()
        }
    }

    private func write(_ term: SentimentTerm, of text: Text, map: OffsetMap, into writer: inout JSONWriter) {
        writer.beginObject()
        writeEnds(of: term.span, map: map, into: &writer)
        writer.key("text")
        writer.string(text[term.span])
        writer.key("prior")
        writer.double(term.prior.hundredths)
        writer.key("factor")
        writer.double(term.factor.hundredths)
        writer.key("contribution")
        writer.double(term.contribution.value)
        writer.key("reason")
        writer.string { text in
            var isFirst = true
            term.reason.forEachLabel { label in
                if !isFirst { text.append(UInt8(ascii: "+")) }
                text.append(label)
                isFirst = false
            }
        }
        writer.endObject()
    }

    private func writeEnds(of span: Span, map: OffsetMap, into writer: inout JSONWriter) {
        writer.key("start")
        writer.integer(map.offset(of: span.start))
        writer.key("end")
        writer.integer(map.offset(of: span.end))
    }
}

extension Float {
    /// The number to two decimals, as people read it.
    fileprivate var hundredths: Double {
        let hundredths = Double(self) * 100
        // Without the call that rounding is where the processor need not know how to.
        guard hundredths.magnitude < 1e9 else { return Double(self) }
        return Double(Int(hundredths + (hundredths < 0 ? -0.5 : 0.5))) / 100
    }
}
