import Glibc

/// Commands for the user's shell.
enum ShellCommand {
    /// Carries out `command` on the terminal and waits.
    ///
    /// - Parameter name: What an error calls it.
    /// - Throws: ``CommandError`` that says how it ended, where that was not well.
    static func run(_ command: String, named name: String = "the command") throws(CommandError) {
        let status = system(command)
        guard status != 0 else { return }
        guard status > 0 else { throw .failed("\(name) cannot be started: \(String(cString: strerror(errno)))") }
        // What wait(2) says: the signal in the seven bits below, the exit code above.
        let signal = status & 0x7F
        if signal != 0 { throw .failed("\(name) was ended by signal \(signal)") }
        throw .failed("\(name) ended with exit code \(status >> 8 & 0xFF)")
    }

    /// Whether the first word of `command` names a program that can be started.
    static func isThere(_ command: String) -> Bool {
        guard let program = command.split(separator: " ").first.map(String.init) else { return false }
        if program.contains("/") { return access(program, X_OK) == 0 }
        let folders = (UserFolder.variable("PATH") ?? "/usr/bin:/bin").split(
            separator: ":",
            omittingEmptySubsequences: false
        )
        return folders.contains { access("\($0.isEmpty ? "." : String($0))/\(program)", X_OK) == 0 }
    }
}
