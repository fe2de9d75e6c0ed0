import Postil

extension Session {
    /// Adds entries; one of the same text takes the place of an earlier one.
    mutating func addToDictionary(_ entries: [DictionaryEntry]) {
        for entry in entries {
            state.dictionary.removeAll { $0.text == entry.text }
            state.dictionary.append(entry)
        }
    }
}

/// Reads and writes dictionary entries: a line `TYPE`, tab, `TEXT` for each.
enum DictionaryFile {
    static func read(_ path: String) throws(CommandError) -> [DictionaryEntry] {
        let bytes: [UInt8]
        do throws(StreamError) {
            bytes = try UserFile.bytes(UserFolder.expanded(path))
        } catch {
            throw .failed(error)
        }
        var entries: [DictionaryEntry] = []
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
            let parts = line.split(separator: "\t", maxSplits: 1)
            guard parts.count == 2 else {
                throw .failed("\(path):\(number + 1): a line has a type, a tab and a text")
            }
            entries.append(DictionaryEntry(type: String(parts[0]), text: InputLine.trimmed(parts[1])))
        }
        return entries
    }

    static func write(_ entries: [DictionaryEntry], to path: String) throws(CommandError) {
        do throws(StreamError) {
            let file = try AtomicFile(path: UserFolder.expanded(path))
            defer { file.abandon() }
            for entry in entries { try file.sink.write(Array("\(entry.type)\t\(entry.text)\n".utf8)) }
            try file.commit()
        } catch {
            throw .failed(error)
        }
    }
}
