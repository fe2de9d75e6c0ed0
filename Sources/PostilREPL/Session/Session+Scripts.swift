import Postil

extension Session {
    /// How deep scripts may read scripts.
    private static let deepestScript = 16

    /// Carries out the script at `path`.
    ///
    /// - Returns: False where its first error ended it.
    mutating func runScript(_ path: String) -> Bool {
        guard scriptDepth < Session.deepestScript else {
            report(.failed("\(path): scripts read each other too deep"))
            return !state.settings.bail
        }
        let source: ByteSource
        do throws(StreamError) {
            source = try ByteSource(path: UserFolder.expanded(path))
        } catch {
            report(.failed("\(error)"))
            return !state.settings.bail
        }
        scriptDepth += 1
        defer { scriptDepth -= 1 }
        let input = StreamInput(source)
        guard run(input, named: path) else { return false }
        if let failure = input.failure {
            report(.failed("\(failure)"))
            return !state.settings.bail
        }
        return true
    }

    /// Carries out all lines of `input`; messages name them `name:LINE`.
    ///
    /// - Returns: False where an error ended it.
    mutating func run(_ input: any LineInput, named name: String) -> Bool {
        let outerPlace = place
        defer { place = outerPlace }
        var assembler = InputAssembler()
        var number = 0
        var first = 1
        var lines: [String] = []
        while exitCode == nil {
            var complete: InputLine?
            guard case .line(let line) = input.next(prompt: "") else {
                guard let rest = assembler.end() else { return true }
                place = "\(name):\(first)"
                return execute(rest, source: lines.joined(separator: "\n")) || !state.settings.bail
            }
            number += 1
            if !assembler.isOpen {
                first = number
                lines = []
            }
            lines.append(line)
            complete = assembler.add(line)
            if state.settings.echo { console.line("> " + line) }
            guard let complete else { continue }
            place = "\(name):\(first)"
            let isRight = execute(complete, source: lines.joined(separator: "\n"))
            if !isRight, state.settings.bail { return false }
        }
        return true
    }

    /// Ends the script that `.log` writes.
    mutating func stopLog() {
        if let log { _ = log.stream.close() }
        log = nil
    }

    /// Adds a line to the script that `.log` writes.
    func write(toLog line: String, _ input: InputLine) {
        guard let log else { return }
        if case .command(let name, _) = input, (try? CommandTable.command(named: name))?.name == "log" { return }
        _ = log.stream.write(line + "\n")
    }
}
