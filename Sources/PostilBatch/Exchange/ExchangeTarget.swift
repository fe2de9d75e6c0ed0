import Glibc
import PostilFormats

/// Where documents of an exchange format go: one after another into a sink, or each into files of a folder.
///
/// Not `Sendable`: one thread at a time writes.
public final class ExchangeTarget {
    private let format: any ExchangeFormat
    private let place: Place
    private var documents = 0
    private var usedNames: Set<String> = []

    private enum Place {
        case sink(ByteSink)
        case folder(String)
    }

    /// Writes into a sink, which is neither finished nor closed.
    public init(_ sink: ByteSink, format: any ExchangeFormat) {
        self.format = format
        place = .sink(sink)
    }

    /// Writes into a folder, which is made where it is not there.
    ///
    /// - Throws: ``StreamError`` where the path is no folder and none can be made.
    public init(folder: String, format: any ExchangeFormat) throws(StreamError) {
        self.format = format
        place = .folder(folder)
        try ExchangeTarget.make(folder)
    }

    /// Writes a document.
    ///
    /// - Parameters:
    ///   - parts: What the format made of it.
    ///   - identifier: The document's name, from which that of its files is made.
    /// - Throws: ``StreamError`` where it cannot be written, or where a second document is to go into a sink that takes
    ///   one.
    public func write(_ parts: [[UInt8]], identifier: String) throws(StreamError) {
        defer { documents += 1 }
        switch place {
        case .folder(let folder):
            let name = name(for: identifier)
            for (suffix, part) in zip(format.suffixes, parts) {
                let file = try AtomicFile(path: folder + "/" + name + suffix)
                defer { file.abandon() }
                try file.sink.write(part)
                try file.commit()
            }
        case .sink(let sink):
            if documents > 0, format.layout.isFilePerDocument {
                throw StreamError(
                    code: .outputFailed,
                    path: sink.path,
                    message: "\(format.title) has one document a file, and there is a second: name a folder"
                )
            }
            if format.layout == .array { try sink.write(Array((documents == 0 ? "[\n" : ",\n").utf8)) }
            try sink.write(parts.first ?? [])
            if format.layout == .objects || format.layout == .objectFiles { try sink.write([0x0A]) }
        }
    }

    /// Writes what stands behind the last document.
    public func finish() throws(StreamError) {
        guard case .sink(let sink) = place, format.layout == .array else { return }
        try sink.write(Array((documents == 0 ? "[]\n" : "\n]\n").utf8))
    }

    /// A name for the files of a document that no other has: its own, without endings and what no file's name can have.
    private func name(for identifier: String) -> String {
        var stem = Substring(identifier)
        for ending in format.suffixes + [".txt", ".json", ".jsonl"]
        where stem.hasSuffix(ending) && stem.count > ending.count {
            stem = stem.dropLast(ending.count)
            break
        }
        let cleaned = stem.unicodeScalars.map { scalar -> Character in
            scalar == "/" || scalar == "\\" || scalar == ":" || scalar.value < 0x20 ? "_" : Character(scalar)
        }
        // File systems take names of at most 255 bytes, among them the ending and a number.
        var base = String(cleaned)
        while base.utf8.count > 180 { base.removeLast() }
        if base.isEmpty || base.hasPrefix(".") { base = "_" + base }
        var name = base
        var number = 1
        while !usedNames.insert(name).inserted {
            number += 1
            name = "\(base)-\(number)"
        }
        return name
    }

    private static func make(_ folder: String) throws(StreamError) {
        for index in folder.indices.dropFirst() where folder[index] == "/" { mkdir(String(folder[..<index]), 0o777) }
        guard mkdir(folder, 0o777) != 0 else { return }
        let reason = errno
        guard reason == EEXIST else { throw .writing(folder, "cannot make the folder", reason) }
        guard OpenFile.status(of: folder)?.isDirectory == true else {
            throw StreamError(
                code: .outputFailed,
                path: folder,
                message: "is a file, and a folder is wanted for a format with one document a file"
            )
        }
    }
}
