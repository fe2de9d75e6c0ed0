import Glibc

/// Takes the bytes that commands print.
protocol OutputStream: AnyObject {
    /// Writes `text`.
    ///
    /// - Returns: False where nobody takes it any more, as when a pager was left.
    func write(_ text: String) -> Bool

    /// Ends the output.
    ///
    /// - Returns: False where something could not be written.
    func close() -> Bool
}

/// Writes to a stream of the C library: standard output, a file, or a program's input.
final class FileStream: OutputStream {
    private let file: UnsafeMutablePointer<FILE>
    private let closing: (UnsafeMutablePointer<FILE>) -> Int32

    private init(_ file: UnsafeMutablePointer<FILE>, closing: @escaping (UnsafeMutablePointer<FILE>) -> Int32) {
        self.file = file
        self.closing = closing
    }

    /// A descriptor, which stays open.
    convenience init?(descriptor: Int32) {
        guard let file = fdopen(dup(descriptor), "w") else { return nil }
        self.init(file, closing: fclose)
    }

    /// A file, made or emptied; nil where it cannot be, with the reason in `errno`.
    convenience init?(path: String, appends: Bool = false) {
        guard let file = fopen(path, appends ? "ae" : "we") else { return nil }
        self.init(file, closing: fclose)
    }

    /// The input of a shell command.
    convenience init?(command: String) {
        guard let file = popen(command, "w") else { return nil }
        self.init(file, closing: pclose)
    }

    func write(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) == $0.count } && fflush(file) == 0
    }

    func close() -> Bool { closing(file) == 0 }
}

/// Keeps what is written, for tests and for what is printed into a file.
final class MemoryStream: OutputStream {
    private(set) var text = ""

    func write(_ text: String) -> Bool {
        self.text += text
        return true
    }

    func close() -> Bool { true }
}
