import Glibc
import Postil

extension Command {
    static let edit = Command(
        name: "edit",
        arguments: "[N]",
        summary: "change the text, or a line of history, in an editor",
        details: """
            The editor is the one that VISUAL or EDITOR names, else vi. What it leaves is annotated, or carried out if
            N is given and it is a command; an empty file changes nothing.

            EXAMPLE
              .edit
            """,
        topic: .texts,
        arity: 0...1
    ) { session, arguments throws(CommandError) in
        let before: String
        if let word = arguments[0] {
            before = session.history.entries[try session.historyPosition(word)]
        } else {
            before = session.state.run?.document.text.string ?? ""
        }
        let after = try TextEditor.edited(before, console: session.console)
        guard after.contains(where: { !$0.isWhitespace }) else {
            session.console.line("nothing is left, nothing is changed")
            return
        }
        if arguments.isEmpty {
            try session.annotate(InputDocument(identifier: "text", text: .success(Text(after))))
            try session.showDocument(isNew: true)
        } else {
            session.carryOutAgain(after)
        }
    }
}

/// The user's own editor.
enum TextEditor {
    /// Opens `text` in the editor and waits.
    ///
    /// - Returns: The text as it is then, without the line end that editors add.
    /// - Throws: ``CommandError`` where the editor fails, or where there is no folder for the file.
    static func edited(_ text: String, console: Console) throws(CommandError) -> String {
        let folder = UserFolder.variable("TMPDIR") ?? "/tmp"
        var template = Array("\(folder)/postil-XXXXXX.txt".utf8CString)
        let descriptor = mkstemps(&template, 4)
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard descriptor >= 0 else { throw .failed("\(path): \(String(cString: strerror(errno)))") }
        defer { unlink(path) }
        Glibc.close(descriptor)
        guard let file = FileStream(path: path), file.write(text + "\n"), file.close() else {
            throw .failed("\(path): cannot be written")
        }
        console.flush()
        let editor = UserFolder.variable("VISUAL") ?? UserFolder.variable("EDITOR") ?? "vi"
        try ShellCommand.run("\(editor) '\(path.replacing("'", with: "'\\''"))'", named: editor)
        let bytes: [UInt8]
        do throws(StreamError) {
            bytes = try UserFile.bytes(path)
        } catch {
            throw .failed("\(path): \(error.message)")
        }
        let edited = String(decoding: bytes, as: UTF8.self)
        return edited.hasSuffix("\n") ? String(edited.dropLast()) : edited
    }
}
