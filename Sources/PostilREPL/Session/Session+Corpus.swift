import CReadline
import Postil

extension Session {
    /// The corpus.
    func openCorpus() throws(CommandError) -> Corpus {
        guard let corpus = state.corpus else { throw .failed("no corpus is open: .corpus PATH opens one") }
        return corpus
    }

    /// A count that a person typed.
    static func count(_ word: String?, or standard: Int) throws(CommandError) -> Int {
        guard let word else { return standard }
        guard let count = Int(word), count >= 1, count <= 1_000_000 else {
            throw .usage("'\(word)' is no count: write a whole number from 1 on")
        }
        return count
    }

    /// Shows a document further on in a direction, 1 or -1: so many further as `word` says, or the first in which
    /// it finds something where it is a query.
    mutating func step(_ word: String?, direction: Int) throws(CommandError) {
        let corpus = try openCorpus()
        if let word, Int(word) == nil {
            let query = try query(word)
            var position = (state.corpusPosition ?? -1) + direction
            while corpus.indices.contains(position) {
                if creadline_take_interrupt() { throw .stopped }
                let input = corpus.document(at: position)
                if let input, case .success = input.text, !matches(query, in: try annotated(input).document).isEmpty {
                    return try showDocument(ofCorpusAt: position)
                }
                position += direction
            }
            throw .failed("no document \(direction > 0 ? "behind" : "before") this one has \(word)")
        }
        let position = (state.corpusPosition ?? -1) + direction * (try Session.count(word, or: 1))
        guard position < corpus.count else { throw .failed("that is behind the last document, \(corpus.count)") }
        guard position >= 0 else { throw .failed("that is before the first document") }
        try showDocument(ofCorpusAt: position)
    }

    /// Annotates and shows the document at `position` of the corpus.
    mutating func showDocument(ofCorpusAt position: Int) throws(CommandError) {
        let corpus = try openCorpus()
        guard let input = corpus.document(at: position) else { throw .failed("there is no such document") }
        do throws(CommandError) {
            try annotate(input, corpusPosition: position)
        } catch {
            // The walk stands at a document that cannot be read, so that it can go on behind it.
            state.corpusPosition = position
            state.input = input
            state.run = nil
            report(error)
            return
        }
        console.line(console.style.paint("\(placeInCorpus(corpus))", .bold))
        try showDocument(isNew: true)
    }

    /// Where the session stands in the corpus.
    func placeInCorpus(_ corpus: Corpus) -> String {
        guard let position = state.corpusPosition else { return "\(corpus.count) documents" }
        return "\(position + 1) of \(corpus.count): \(state.input?.identifier ?? "")"
    }
}
