import CReadline
import Glibc
import Postil

extension Command {
    static let watch = Command(
        name: "watch",
        arguments: "FILE [TIMES]",
        summary: "annotate a file whenever it changes, until Ctrl-C",
        details: """
            With TIMES it ends after as many, of which the first is at once.

            EXAMPLE
              .watch draft.txt
            """,
        topic: .texts,
        arity: 1...2,
        completions: [.file]
    ) { session, arguments throws(CommandError) in
        let path = UserFolder.expanded(arguments.words[0])
        var left = arguments.count > 1 ? try Session.count(arguments[1], or: 1) : Int.max
        var last: FileStamp?
        while true {
            let current = FileStamp(path: path)
            // A program that saves by renaming leaves no file for a moment.
            if let current, current != last {
                last = current
                try session.annotate(Corpus.document(file: path), filePath: path)
                try session.showDocument(isNew: true)
                session.console.endCommand()
                left -= 1
            } else if last == nil {
                throw .failed("\(arguments.words[0]): \(String(cString: strerror(errno)))")
            }
            guard left > 0 else { return }
            usleep(100_000)
            if creadline_take_interrupt() { return }
        }
    }
}
