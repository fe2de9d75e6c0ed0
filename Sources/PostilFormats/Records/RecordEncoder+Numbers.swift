import PostilCore

extension RecordEncoder {
    /// Writes the objects of the numbers of a document.
    func writeNumbers(of document: Document, at place: RecordPlace, into writer: inout JSONWriter) {
        guard let numbers = document[.numbers], let provider = document.provider(of: LayerKey.numbers.name) else {
            return
        }
        var cursor = OffsetCursor(text: document.text, unit: options.offsetUnit, base: place.offset)
        let rules = rules[provider]
        for (position, number) in numbers.enumerated() {
            writer.beginObject()
            writer.key("id")
            writer.string("n", place.numbers + position + 1)
            writeEnds(of: number.span, cursor: &cursor, into: &writer)
            writer.key("text")
            writer.string(document.text[number.span])
            write(number.value, into: &writer)
            writer.key("score")
            if let score = number.score { writer.float(score) } else { writer.null() }
            writer.key("source")
            writer.string(provider.rawValue)
            writer.key("rule")
            writer.string(orNull: rules?[number.rule]?.name)
            writer.endObject()
        }
    }

    private func write(_ number: NumberValue, into writer: inout JSONWriter) {
        writer.key("kind")
        writer.string(number.kind.rawValue)
        writer.key("value")
        writer.string(orNull: number.value?.description)
        writer.key("low")
        writer.string(orNull: number.low?.description)
        writer.key("high")
        writer.string(orNull: number.high?.description)
        writer.key("approx")
        writer.string(orNull: number.approximation?.rawValue)
        writer.key("unit")
        writer.string(orNull: number.unit)
        writer.key("currency")
        writer.string(orNull: number.currency)
        writer.key("base_value")
        writer.string(orNull: number.baseValue?.description)
        writer.key("base_unit")
        writer.string(orNull: number.baseUnit)
    }
}
