import PostilCore

extension TimeMLFormat {
    func write(
        _ record: AnnotatedRecord,
        layers: [LayerName]?,
        to output: inout ExchangeOutput
    ) throws(ExchangeError) {
        let layers = [LayerKey.dates.name, TimeMLFormat.layer]
        let spans = record.spans(of: layers, omissions: &output.omissions)
            .filter { $0.layer == LayerKey.dates.name || XMLText.isName($0.label) }
            .withoutOverlaps(layers, omissions: &output.omissions)
        var text = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n<TimeML>\n"
        var unwritable = 0
        text += "<DOCID>\(XMLText.escaped(record.identifier, &unwritable))</DOCID>\n"
        if let anchor = record.context.anchor {
            let value = XMLText.escaped(anchor, &unwritable)
            text += "<DCT><TIMEX3 tid=\"t0\" type=\"\(anchor.contains("T") ? "TIME" : "DATE")\" value=\"\(value)\""
            text += " temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">\(value)</TIMEX3></DCT>\n"
        }
        text += "<TEXT>"
        var reached: UInt32 = 0
        var number = 0
        for span in spans {
            text += XMLText.escaped(record.text[Span(start: reached, end: span.span.start)], &unwritable)
            let isDate = span.layer == LayerKey.dates.name
            if isDate { number += 1 }
            let element = isDate ? "TIMEX3" : span.label
            text += "<" + element + attributes(of: span, number: number, &unwritable) + ">"
            text += XMLText.escaped(record.text[span.span], &unwritable) + "</\(element)>"
            reached = span.span.end
        }
        text += XMLText.escaped(record.text[Span(start: reached, end: record.text.span.end)], &unwritable)
        text += "</TEXT>\n</TimeML>\n"
        output.omissions.add(.unwritable, unwritable)
        output.addText(text)
    }

    private func attributes(of span: ExchangeSpan, number: Int, _ unwritable: inout Int) -> String {
        var attributes = span.features.filter { XMLText.isName($0.key) }
        if span.layer == LayerKey.dates.name {
            attributes = [Feature("tid", "t\(number)"), Feature("type", span.label)]
            for key in ["value", "mod"] { attributes += [Feature(key, span[key])].compactMap { $0 } }
        }
        return attributes.map { " \($0.key)=\"\(XMLText.escaped($0.value, &unwritable))\"" }.joined()
    }
}
