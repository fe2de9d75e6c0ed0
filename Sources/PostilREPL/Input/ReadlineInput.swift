import CReadline
import Glibc

/// Lines that a person types, edited by GNU readline.
final class ReadlineInput: LineInput {
    /// Answers Tab: the candidates for the word that ends at the second argument, which starts at the first.
    var completer: ((_ line: String, _ start: Int, _ end: Int) -> [CompletionCandidate])?

    /// Loads readline; nil where it is not there.
    init?() {
        guard creadline_load() else { return nil }
        creadline_set_completer(
            { context, line, start, end, candidates in
                guard let context else { return }
                let input = Unmanaged<ReadlineInput>.fromOpaque(context).takeUnretainedValue()
                for candidate in input.completer?(String(cString: line), Int(start), Int(end)) ?? [] {
                    creadline_add_candidate(candidates, candidate.word, candidate.closes)
                }
            },
            Unmanaged.passUnretained(self).toOpaque()
        )
    }

    deinit { creadline_set_completer(nil, nil) }

    /// Adds a line to those that the arrow keys bring back.
    func remember(_ line: String) { creadline_add_history(line) }

    func next(prompt: String) -> LineOutcome {
        var line: UnsafeMutablePointer<CChar>?
        switch creadline_read(prompt, &line) {
        case CREADLINE_LINE:
            defer { free(line) }
            return line.map { LineOutcome(decoding: UnsafeRawBufferPointer(start: $0, count: strlen($0))) } ?? .line("")
        case CREADLINE_INTERRUPTED: return .interrupted
        default: return .end
        }
    }
}

/// What Tab offers.
struct CompletionCandidate: Hashable {
    let word: String
    /// Whether the word is complete, so that a space follows; not so for a folder.
    var closes = true
}
