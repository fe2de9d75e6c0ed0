import Postil

extension Command {
    static let diff = Command(
        name: "diff",
        arguments: "[NAME [corpus]]",
        summary: "show what differs from a pinned or earlier run",
        details: """
            A minus sign stands before what was there, a plus sign before what is new; of an annotation that says
            something else, only what differs is told. Both runs must be of the same text. With 'corpus' every document
            of the corpus is annotated twice: as it was when NAME was pinned, and as it is now.

            EXAMPLE
              .diff before
              .diff before corpus
            """,
        topic: .changing,
        arity: 0...2,
        completions: [.pin, .words(["corpus"])]
    ) { session, arguments throws(CommandError) in
        if let word = arguments[1] {
            guard word == "corpus" else { throw .wrongArguments }
            return try session.showDifferences(fromPin: arguments.words[0])
        }
        let context = try session.viewContext()
        let earlier: AnnotationRun
        if let name = arguments[0] {
            earlier = try session.pin(named: name).run
        } else {
            guard let previous = session.state.previousRun else { throw .failed("there is one run only") }
            earlier = previous
        }
        guard earlier.document.text == context.document.text else {
            throw .failed("the two runs are of different texts; .pin NAME keeps a run for later")
        }
        let difference = session.difference(from: earlier.document, to: context.document)
        if earlier.pipelineLabel != context.run.pipelineLabel {
            session.console.line("\(earlier.pipelineLabel) -> \(context.run.pipelineLabel)")
        }
        guard session.show(difference, of: context.document, place: context.place, prefix: "") else { return }
        session.console.line("\(difference.goneCount) gone, \(difference.newCount) new, \(difference.alike) alike")
    }
}

extension Session {
    /// What was pinned as `name`.
    func pin(named name: String) throws(CommandError) -> Pin {
        guard let pin = pins[name] else {
            throw .failed("nothing is pinned as '\(name)': .pin \(name) does that")
        }
        return pin
    }

    /// What two runs differ in, told by the features that the layers' views show.
    fileprivate func difference(from first: Document, to second: Document) -> RunDifference {
        RunDifference(from: first, to: second) { configuration.view(of: $0.layerName).features(of: $0) }
    }

    /// Prints the changes.
    ///
    /// - Returns: False where nobody reads on.
    fileprivate func show(
        _ difference: RunDifference,
        of document: Document,
        place: (Span) -> String,
        prefix: String
    ) -> Bool {
        let style = console.style
        for change in difference.changes {
            let words = DisplayText.cut(DisplayText.oneLine(document.text[change.span]), to: 40)
            let heading = "\(prefix)\(place(change.span)) \(change.layer) '\(words)'"
            for (sign, text, color) in [("-", change.before, Color.red), ("+", change.after, Color.green)] {
                guard let text else { continue }
                let line = "\(sign) \(heading)" + (text.isEmpty ? "" : " \(DisplayText.oneLine(text))")
                guard console.line(style.paint(line, color)) else { return false }
            }
        }
        return true
    }

    /// Annotates the corpus as it was pinned and as it is now, and prints what differs.
    fileprivate func showDifferences(fromPin name: String) throws(CommandError) {
        _ = try openCorpus()
        let pin = try pin(named: name)
        console.line("\(pin.pipeline.label) -> \(state.pipeline.label)")
        var (gone, new, alike, changed) = (0, 0, 0, 0)
        let count = try forEachInput { number, name, input throws(CommandError) in
            let before = try annotated(input, with: pin.pipeline, anchor: pin.anchor).document
            let after = try annotated(input).document
            let difference = difference(from: before, to: after)
            gone += difference.goneCount
            new += difference.newCount
            alike += difference.alike
            changed += difference.changes.isEmpty ? 0 : 1
            let offsets = OffsetMap(text: after.text, unit: state.settings.unit)
            return show(
                difference,
                of: after,
                place: { "\(offsets.offset(of: $0.start)):\(offsets.offset(of: $0.end))" },
                prefix: "\(number) \(name) "
            )
        }
        console.line("\(gone) gone, \(new) new, \(alike) alike in \(changed) of \(count) documents")
    }
}
