import CReadline
import Postil

extension Session {
    /// How deep scripts may read scripts.
    private static let deepestScript = 16

    /// Carries out the script at `path`.
    ///
    /// - Parameter isMain: Whether its lines count as typed: those of the script that the program was started
    ///   with do.
    /// - Returns: False where its first error ended it.
    mutating func runScript(_ path: String, isMain: Bool = false) -> Bool {
        guard scriptDepth < Session.deepestScript else {
            report(.failed("\(path): scripts read each other too deep"))
            return !state.settings.bail
        }
        let source: ByteSource
        do throws(StreamError) {
            source = try ByteSource(path: UserFolder.expanded(path), wakeUp: UserFile.interruption)
        } catch {
            report(.failed(error))
            return !state.settings.bail
        }
        scriptDepth += 1
        defer { scriptDepth -= 1 }
        let input = StreamInput(source)
        guard run(input, named: path, isMain: isMain) else { return false }
        if let failure = input.failure {
            report(.failed(failure))
            return !state.settings.bail
        }
        return true
    }

    /// Carries out all lines of `input`; messages name them `name:LINE`.
    ///
    /// - Returns: False where an error ended it.
    mutating func run(_ input: any LineInput, named name: String, isMain: Bool) -> Bool {
        let outerPlace = place
        defer { place = outerPlace }
        var assembler = InputAssembler()
        var number = 0
        var first = 1
        while exitCode == nil {
            var assembled: InputAssembler.Assembled?
            let isEnd: Bool
            let outcome = input.next(prompt: "")
            switch outcome {
            case .line(let line), .repaired(let line):
                isEnd = false
                number += 1
                if !assembler.isOpen { first = number }
                if state.settings.echo { console.echo("> " + line) }
                if case .repaired = outcome {
                    place = "\(name):\(number)"
                    report(.notUTF8)
                    place = outerPlace
                    if state.settings.bail { return false }
                }
                assembled = assembler.add(line)
            default:
                isEnd = true
                assembled = assembler.end()
            }
            if let assembled {
                place = "\(name):\(first)"
                if isMain { _ = history.add(assembled.source) }
                let isRight = carryOut(assembled)
                place = outerPlace
                if !isRight, state.settings.bail { return false }
                if isInterrupted || console.isTerminal && creadline_is_interrupted() { return true }
            }
            if isEnd { return true }
        }
        return true
    }

    /// Carries out what was read and notes it in the log.
    mutating func carryOut(_ assembled: InputAssembler.Assembled) -> Bool {
        writeToLog(assembled)
        return execute(assembled.input, source: assembled.source)
    }

    /// Ends the script that `.log` writes.
    mutating func stopLog() {
        if let log { _ = log.stream.close() }
        log = nil
    }

    /// Adds what is carried out to the script that `.log` writes.
    func writeToLog(_ assembled: InputAssembler.Assembled) {
        guard let log else { return }
        if case .command(let name, _) = assembled.input, (try? commands.command(named: name))?.name == "log" {
            return
        }
        _ = log.stream.write(assembled.source + "\n")
    }
}
