import Glibc

/// The stream for everything that is not data.
enum StandardError {
    /// Whether a person reads it.
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Writes `text`; that it cannot be written is nobody's concern.
    static func write(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while let start = rest.baseAddress, !rest.isEmpty {
                let count = Glibc.write(STDERR_FILENO, start, rest.count)
                guard count > 0 else { return }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
        }
    }
}
