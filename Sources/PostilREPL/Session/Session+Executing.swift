import Glibc
import Postil

extension Session {
    /// Carries out a line of input; what goes wrong is said and noted.
    ///
    /// - Returns: Whether it went well.
    @discardableResult
    mutating func execute(_ line: InputLine, source: String) -> Bool {
        defer { console.endCommand() }
        if let stream = pendingOutput {
            pendingOutput = nil
            console.redirect(to: stream, forOneCommand: true)
        }
        do throws(CommandError) {
            try perform(line, source: source)
            return true
        } catch {
            report(error)
            return false
        }
    }

    /// Says what went wrong.
    mutating func report(_ error: CommandError) {
        // The messages about rules show the line and a caret under the fault.
        let message = error.message.split(separator: "\n").map { DisplayText.oneLine(String($0)) }
        console.error(
            (place.map { "\($0): " } ?? "") + console.paintError("error: ") + message.joined(separator: "\n")
        )
        isInterrupted = isInterrupted || error.isInterruption
        if error.kind.rawValue > worstError?.rawValue ?? 0 { worstError = error.kind }
    }

    private mutating func perform(_ line: InputLine, source: String) throws(CommandError) {
        switch line {
        case .empty, .remark:
            return
        case .shell(let command):
            console.flush()
            try ShellCommand.run(command)
        case .text(let text):
            reloadRules()
            let earlier = state
            try annotate(InputDocument(identifier: "text", text: .success(Text(text))))
            remember(earlier, cause: Session.brief(source))
            try showDocument(isNew: true)
        case .command(let name, let rest):
            let command = try commands.command(named: name)
            let arguments = command.takesRest ? Arguments(whole: rest) : try Arguments(rest)
            let earlier = state
            let before = changes
            do throws(CommandError) {
                guard command.arity.contains(arguments.count) else { throw .wrongArguments }
                try command.action(&self, arguments)
            } catch {
                state = earlier
                applySettings()
                throw error == .wrongArguments ? .usage("usage: \(command.usage)") : error
            }
            // What a script has changed is remembered line by line.
            if state.revision != earlier.revision, changes == before { remember(earlier, cause: Session.brief(source)) }
        }
    }

    /// The start of a line of input, for messages.
    static func brief(_ source: String) -> String { DisplayText.cut(DisplayText.oneLine(source), to: 40) }
}
