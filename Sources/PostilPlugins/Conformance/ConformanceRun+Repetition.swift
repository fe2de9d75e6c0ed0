import PostilCore
import PostilThreads
import Synchronization

extension ConformanceRun {
    /// Asks why some annotations of each layer are there, and for the candidates of each layer.
    mutating func checkExplanations() {
        for trial in trials {
            guard let output = trial.output else { continue }
            for key in annotator.provides {
                ask(forCandidatesOf: key, in: output, trial.sample)
                guard let layer = output.layer(key.name), !layer.spans.isEmpty else { continue }
                for position in spread(check.questionsPerLayer, over: layer.spans.count) {
                    ask(why: position, of: layer, key: key, in: output, trial.sample)
                }
            }
        }
    }

    private mutating func ask(forCandidatesOf key: AnyLayerKey, in output: Document, _ sample: TextSample) {
        let text = sample.text
        let candidates: [Candidate]
        do throws(AnnotationError) {
            candidates = try annotator.candidates(for: key.name, in: text.span, of: output) ?? []
        } catch {
            let problem = "'candidates' throws: \(error.message)"
            recorder.record(.soundCandidates, problem, layer: key.name, in: sample, at: error.span)
            return
        }
        let spans = candidates.map(\.span)
        let outside = spans.first { span in
            span.start >= span.end || !text.isScalarBoundary(span.start) || !text.isScalarBoundary(span.end)
        }
        if let outside {
            let problem = "the candidate \(outside) is no stretch of the text"
            recorder.record(.soundCandidates, problem, layer: key.name, in: sample)
        } else if spans != spans.sorted() {
            recorder.record(.soundCandidates, "the candidates are not in document order", layer: key.name, in: sample)
        }
    }

    /// Positions from the first to the last, evenly apart.
    private func spread(_ wanted: Int, over count: Int) -> Set<Int> {
        guard wanted > 1 else { return wanted == 1 ? [0] : [] }
        return Set((0..<wanted).map { $0 * (count - 1) / (wanted - 1) })
    }

    private mutating func ask(
        why position: Int,
        of layer: any AnyLayer,
        key: AnyLayerKey,
        in output: Document,
        _ sample: TextSample
    ) {
        let span = layer.spans[position]
        let problem: String
        do throws(AnnotationError) {
            let question = Question.why(key.name, position: position, span: span)
            if try annotator.answer(to: question, about: output) != nil { return }
            problem = "\(span) has no explanation: answer in 'explain', or give the annotation a rule"
        } catch {
            problem = "\(span): 'explain' throws: \(error.message)"
        }
        recorder.record(.explained, problem, layer: key.name, in: sample, at: span)
    }

    /// Runs the annotator again on each text, in the opposite order, so that what it may have kept of one
    /// text shows in another.
    mutating func checkRepetition() {
        for index in mismatches(in: trials.indices.reversed()).reversed() {
            var problem = "a second run gives other layers: keep no state, and iterate over no Set or Dictionary"
            if case .failure(let error) = outcome(on: trials[index].input) {
                problem = "another run fails: \(error.message)"
            }
            recorder.record(.deterministic, problem, in: trials[index].sample)
        }
    }

    /// Runs the annotator on all texts on two threads at once, on one of them in the opposite order.
    mutating func checkThreads() {
        // What differs from run to run on one thread says nothing about two.
        guard recorder.counts[.deterministic] == nil else { return }
        let run = self
        let found = FoundIndices()
        Threads.runBoth(
            { found.insert(run.mismatches(in: run.trials.indices)) },
            { found.insert(run.mismatches(in: run.trials.indices.reversed())) }
        )
        for index in found.sorted {
            recorder.record(
                .threadSafe,
                "two threads at once give other layers than one: share nothing that changes between runs",
                in: trials[index].sample
            )
        }
    }

    /// Those trials of which another run has another result.
    private func mismatches(in indices: some Sequence<Int>) -> [Int] {
        indices.filter { index in
            let trial = trials[index]
            switch (trial.result, outcome(on: trial.input)) {
            case (.failure(let first), .failure(let second)): return first != second
            case (.success(let first), .success(let second)): return changedLayer(first, second) != nil
            default: return true
            }
        }
    }

    /// The first of the annotator's layers in which two documents differ.
    private func changedLayer(_ first: Document, _ second: Document) -> LayerName? {
        annotator.provides.lazy.map(\.name).first { name in
            switch (first.layer(name), second.layer(name)) {
            case (nil, nil): false
            case (let first?, let second?): !first.isEqual(to: second)
            default: true
            }
        }
    }
}

/// Numbers that several threads collect.
private final class FoundIndices: Sendable {
    private let indices = Mutex<Set<Int>>([])

    func insert(_ found: [Int]) { indices.withLock { $0.formUnion(found) } }

    var sorted: [Int] { indices.withLock { $0.sorted() } }
}
