/// What a line of input asks for.
enum InputLine: Hashable {
    /// Nothing.
    case empty
    /// To annotate a text.
    case text(String)
    /// A command: its name without the point, and what stands behind it.
    case command(name: String, rest: String)
    /// A shell command.
    case shell(String)
    /// A remark in a script.
    case remark
}

extension InputLine {
    /// Reads a line, or several that belong together.
    ///
    /// A point first makes a command, an exclamation mark first a shell command, a number sign and a space a
    /// remark. A text that begins so is written with a space before it, which is dropped, or with two points,
    /// of which one is.
    init(_ line: String) {
        guard let first = line.first(where: { !$0.isWhitespace }) else {
            self = .empty
            return
        }
        switch line.first {
        case ".":
            let body = line.dropFirst()
            if body.first == ".", body.dropFirst().first != "." {
                self = .text(String(body))
            } else if let start = body.first, start.isLetter {
                let name = body.prefix { $0.isLetter || $0 == "-" }
                let rest = body.dropFirst(name.count)
                self = .command(name: String(name), rest: InputLine.trimmed(rest))
            } else {
                self = .text(line)
            }
        case "!":
            let command = InputLine.trimmed(line.dropFirst())
            self = command.isEmpty ? .text(line) : .shell(command)
        case "#" where line.dropFirst().first?.isWhitespace ?? true:
            self = .remark
        case " " where first == "." || first == "!" || first == "#":
            self = .text(InputLine.trimmed(Substring(line)))
        default:
            self = .text(line)
        }
    }

    static func trimmed(_ text: Substring) -> String {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
