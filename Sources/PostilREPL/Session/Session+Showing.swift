import Postil

extension Session {
    /// What the views draw.
    func viewContext() throws(CommandError) -> ViewContext {
        guard let run = state.run, let input = state.input else {
            _ = try document()
            throw .failed("there is no document yet")
        }
        return ViewContext(run: run, input: input, state: state, configuration: configuration, style: console.style)
    }

    /// Shows the document in the mode that is set, with what went wrong in it and, if wanted, the time.
    ///
    /// - Parameter isNew: Whether the document has just been annotated; then a person sees the first screen of
    ///   it only, and where the rest is.
    mutating func showDocument(isNew: Bool) throws(CommandError) {
        try show(state.settings.mode, onlyFirstScreen: isNew)
        if state.run?.document.text.isEmpty == true, state.settings.mode.isForPeople { console.line("(no text)") }
        guard let run = state.run, isNew else { return }
        for failure in run.document.failures { console.error("warning: \(failure)") }
        if state.settings.timer { console.line(Timing.line(run)) }
    }

    /// Shows the document in `mode`.
    func show(_ mode: ViewMode, onlyFirstScreen: Bool = false) throws(CommandError) {
        let context = try viewContext()
        let limit = onlyFirstScreen && mode.isForPeople ? console.height.map { max($0 - 3, 1) } : nil
        var rows = 0
        var isCut = false
        mode.drawing.draw(context) { text in
            if let limit, rows >= limit {
                isCut = true
                return false
            }
            rows += 1
            return console.write(text)
        }
        if isCut { console.line(context.style.paint("(more: .show for all of it)", .dim)) }
    }
}

extension ViewMode {
    /// Whether it is drawn row by row for someone who looks, so that a screen of it is enough at first.
    var isForPeople: Bool { self == .stack || self == .table }

    /// What draws the mode.
    var drawing: any DocumentDrawing {
        switch self {
        case .stack: StackView()
        case .table: TableView()
        case .inline: InlineView()
        case .json: RecordView(isIndented: true)
        case .jsonl: RecordView(isIndented: false)
        case .csv: CSVView()
        case .html: HTMLView()
        case .conll: CoNLLView()
        case .brat: BratView()
        }
    }
}
