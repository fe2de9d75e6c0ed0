import Postil

/// The annotations as CSV (RFC 4180), with a header.
struct CSVView: DocumentDrawing {
    func draw(_ context: ViewContext, write: (String) -> Bool) {
        guard write("id,start,end,layer,type,text,features,rule,score\r\n") else { return }
        for annotation in context.annotations {
            let features = context.configuration.view(of: annotation.layerName).features(of: annotation)
                .map { "\($0.key)=\($0.value)" }.joined(separator: ";")
            let row = [
                context.document.identifier, String(context.offsets.offset(of: annotation.span.start)),
                String(context.offsets.offset(of: annotation.span.end)), annotation.layerName.rawValue,
                annotation.type ?? "", annotation.text, features, context.rule(of: annotation)?.name ?? "",
                annotation.layer.score(at: annotation.position).map { "\($0)" } ?? "",
            ]
            guard write(row.map(CSVView.field).joined(separator: ",") + "\r\n") else { return }
        }
    }

    /// A field, in quotation marks where it needs them.
    static func field(_ text: String) -> String {
        let needsMarks = text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
        guard needsMarks else { return text }
        return "\"" + text.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
    }
}
