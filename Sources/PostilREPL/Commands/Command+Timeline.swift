import Postil

extension Command {
    static let timeline = Command(
        name: "timeline",
        arguments: "[LAYER]",
        summary: "show the dates of the document in order of time",
        details: """
            An annotation has a place in time where its feature 'from', or that called 'value' of a DATE or TIME,
            begins with a year. Others, such as durations, are left out.

            EXAMPLE
              .timeline
            """,
        topic: .looking,
        arity: 0...1,
        completions: [.layer]
    ) { session, arguments throws(CommandError) in
        let context = try session.viewContext()
        let layers =
            try arguments[0].map { word throws(CommandError) in [try session.layerName(word)] }
            ?? context.document.layerNames
        var rows: [(time: TimelineTime, annotation: LayerAnnotation)] = []
        for name in layers {
            guard let layer = context.document.layer(name) else { continue }
            for position in layer.spans.indices {
                let annotation = LayerAnnotation(
                    document: context.document,
                    layerName: name,
                    layer: layer,
                    position: position
                )
                let isDate = annotation.type == "DATE" || annotation.type == "TIME"
                let text = annotation.feature("from") ?? (isDate ? annotation.feature("value") : nil)
                if let time = text.flatMap(TimelineTime.init) { rows.append((time, annotation)) }
            }
        }
        guard !rows.isEmpty else {
            session.console.line("no dates with a known time")
            return
        }
        var table = TextTable(header: ["time", "#", "text", "features"], rightAligned: [1])
        for (time, annotation) in rows.sorted(by: { $0.time < $1.time }) {
            table.add([time.text, context.name(of: annotation), annotation.text, context.features(of: annotation)])
        }
        for line in table.lines(width: context.style.width, style: context.style) {
            guard session.console.line(line) else { return }
        }
    }
}
