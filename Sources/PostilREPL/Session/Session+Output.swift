import Glibc

extension Session {
    /// Opens a file, or a shell command behind a `|`.
    static func stream(_ word: String) throws(CommandError) -> any OutputStream {
        let isCommand = word.hasPrefix("|")
        let name = InputLine.trimmed(Substring(word).dropFirst(isCommand ? 1 : 0))
        let stream = isCommand ? FileStream(command: name) : FileStream(path: UserFolder.expanded(name))
        guard let stream, !name.isEmpty else { throw .failed("\(word): \(String(cString: strerror(errno)))") }
        return stream
    }
}
