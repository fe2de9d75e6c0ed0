import Glibc
import Postil

/// Answers Tab.
struct Completer {
    let session: Session

    /// The candidates for the word that stands from byte `start` to byte `end` of `line`.
    func candidates(line: String, start: Int, end: Int) -> [CompletionCandidate] {
        let bytes = Array(line.utf8)
        let range = min(max(start, 0), bytes.count)..<min(max(end, start, 0), bytes.count)
        let word = String(decoding: bytes[range], as: UTF8.self)
        // readline leaves out the quotation mark before a word.
        let isQuoted = range.lowerBound > 0 && [0x22, 0x27].contains(bytes[range.lowerBound - 1])
        let before = String(decoding: bytes[..<(range.lowerBound - (isQuoted ? 1 : 0))], as: UTF8.self)
        if before.isEmpty {
            guard word.hasPrefix(".") else { return [] }
            return matching(word, session.commands.commands.map { ".\($0.name)" })
        }
        guard case .command(let name, let rest) = InputLine(before),
            let command = try? session.commands.command(named: name)
        else { return [] }
        // readline breaks words at commas and equals signs too, as in 'unit=utf8' and 'dates,numbers'.
        let words = rest.split(whereSeparator: { $0.isWhitespace || $0 == "=" || $0 == "," }).map(String.init)
        guard !command.completions.isEmpty else { return [] }
        let completion = command.completions[min(words.count, command.completions.count - 1)]
        let candidates = matching(word, completion, previous: words.last)
        guard !isQuoted, case .file = completion else { return candidates }
        return candidates.map { candidate in
            let quoted = Arguments.quoted(candidate.word)
            // The mark at the end is missing where the name goes on.
            return quoted == candidate.word || candidate.closes
                ? CompletionCandidate(word: quoted, closes: candidate.closes)
                : CompletionCandidate(word: String(quoted.dropLast()), closes: false)
        }
    }

    private func matching(_ word: String, _ completion: Completion, previous: String?) -> [CompletionCandidate] {
        switch completion {
        case .file: files(word)
        case .command: matching(word, helpWords)
        case .layer: matching(word, layers)
        case .layerTypes: matching(word, layers + types)
        case .annotator: matching(word, ((try? session.offered()) ?? []).map(\.name.rawValue) + ["all"])
        case .setting: matching(word, Setting.all.map(\.name))
        case .settingValue: matching(word, Setting.all.first { $0.name == previous }?.candidates ?? [])
        case .corpusIdentifier: matching(word, identifiers)
        case .mode: matching(word, ViewMode.allCases.map(\.rawValue))
        case .pin: matching(word, session.pins.keys.sorted())
        case .number: matching(word, (try? session.numbers().places.indices.prefix(99).map { String($0 + 1) }) ?? [])
        case .words(let words): matching(word, words)
        }
    }

    private func matching(_ word: String, _ candidates: [String]) -> [CompletionCandidate] {
        candidates.filter { $0.hasPrefix(word) }.map { CompletionCandidate(word: $0) }
    }

    /// What `.help` explains.
    private var helpWords: [String] {
        var words = session.commands.commands.map(\.name)
        words += (CommandTopic.allCases.map(\.rawValue) + HelpText.articles.keys.sorted()).filter {
            !words.contains($0)
        }
        return words
    }

    private var layers: [String] {
        let there = session.state.run?.document.layerNames ?? session.state.pipeline.provides.map(\.name)
        return there.map(\.rawValue)
    }

    /// `layer:TYPE` for the types in the document.
    private var types: [String] {
        guard let document = session.state.run?.document else { return [] }
        var found: Set<String> = []
        for name in document.layerNames {
            guard let layer = document.layer(name) else { continue }
            for position in layer.spans.indices {
                if let type = layer.type(at: position) { found.insert("\(name):\(type)") }
            }
        }
        return found.sorted()
    }

    private var identifiers: [String] {
        guard let corpus = session.state.corpus else { return [] }
        return (0..<min(corpus.count, 1000)).map(corpus.name)
    }

    private func files(_ word: String) -> [CompletionCandidate] {
        let folderEnd = word.lastIndex(of: "/").map { word.index(after: $0) } ?? word.startIndex
        let folder = String(word[..<folderEnd])
        let prefix = word[folderEnd...]
        guard let stream = opendir(folder.isEmpty ? "." : UserFolder.expanded(folder)) else { return [] }
        defer { closedir(stream) }
        var found: [CompletionCandidate] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name.hasPrefix(prefix), name != ".", name != "..", !name.hasPrefix(".") || prefix.hasPrefix(".")
            else { continue }
            var status = stat()
            let isFolder =
                stat(UserFolder.expanded(folder) + name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
            found.append(CompletionCandidate(word: folder + name + (isFolder ? "/" : ""), closes: !isFolder))
        }
        return found.sorted { $0.word < $1.word }
    }
}
