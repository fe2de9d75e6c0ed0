import Postil

/// Takes the members of a mapping one by one, and complains of those that nobody takes.
struct PipelineFileReader {
    private let members: [(key: String, line: Int, value: YAMLNode)]
    private let path: String
    private let line: Int
    private var taken: [String] = []

    init(_ node: YAMLNode, path: String) throws(PipelineFileError) {
        self.path = path
        line = node.line
        guard case .mapping(let members) = node.content else {
            throw PipelineFileError(
                path: path,
                line: node.line,
                message: "here have to be keys with values, such as 'name: press'"
            )
        }
        for (index, member) in members.enumerated() where members[..<index].contains(where: { $0.key == member.key }) {
            throw PipelineFileError(path: path, line: member.line, message: "'\(member.key)' stands here twice")
        }
        self.members = members
    }

    func error(_ message: String, line: Int? = nil) -> PipelineFileError {
        PipelineFileError(path: path, line: line ?? self.line, message: message)
    }

    private mutating func value(_ key: String) -> YAMLNode? {
        taken.append(key)
        return members.first { $0.key == key && !$0.value.isNull }?.value
    }

    mutating func string(_ key: String) throws(PipelineFileError) -> String? {
        guard let node = value(key) else { return nil }
        guard case .scalar(let text, _) = node.content, !text.isEmpty else {
            throw error("'\(key)' has to be a word or a text", line: node.line)
        }
        return text
    }

    mutating func strings(_ key: String) throws(PipelineFileError) -> [String]? {
        guard let node = value(key) else { return nil }
        guard case .sequence(let elements) = node.content else {
            throw error("'\(key)' has to be a list, such as [one, two]", line: node.line)
        }
        var strings: [String] = []
        for element in elements {
            guard case .scalar(let text, _) = element.content else {
                throw error("'\(key)' has to be a list of words", line: element.line)
            }
            strings.append(text)
        }
        return strings
    }

    mutating func mapping(_ key: String) throws(PipelineFileError) -> PipelineFileReader? {
        guard let node = value(key) else { return nil }
        return try PipelineFileReader(node, path: path)
    }

    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String,
        _ type: Choice.Type
    ) throws(PipelineFileError) -> Choice? {
        let line = value(key)?.line
        guard let text = try string(key) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw error("'\(key)' is '\(text)': it is one of \(names)", line: line)
        }
        return choice
    }

    mutating func marks(_ key: String) throws(PipelineFileError) -> [CurrencyMark] {
        let line = value(key)?.line
        let texts = try strings(key) ?? []
        let marks = texts.compactMap { CurrencyMark($0) }
        guard marks.count == texts.count else {
            throw error("'\(key)' is a list of marks such as \"RM=MYR\"", line: line)
        }
        return marks
    }

    /// A path, from the file's folder.
    mutating func path(_ key: String) throws(PipelineFileError) -> String? { try string(key).map(resolved) }

    /// Paths, from the file's folder.
    mutating func paths(_ key: String) throws(PipelineFileError) -> [String] { (try strings(key) ?? []).map(resolved) }

    private func resolved(_ relative: String) -> String {
        guard !relative.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return relative }
        return String(path[...slash]) + relative
    }

    mutating func plugins(_ key: String) throws(PipelineFileError) -> [PluginRequirement] {
        guard let node = value(key) else { return [] }
        guard case .sequence(let elements) = node.content else {
            throw error("'\(key)' has to be a list of plugins with 'id' and 'version'", line: node.line)
        }
        var plugins: [PluginRequirement] = []
        for element in elements {
            var reader = try PipelineFileReader(element, path: path)
            guard let identifier = try reader.string("id") else { throw reader.error("a plugin has no 'id'") }
            plugins.append(
                PluginRequirement(
                    identifier: identifier,
                    version: try reader.string("version"),
                    path: try reader.path("path"),
                    source: try reader.string("source"),
                    line: element.line
                )
            )
            try reader.finish()
        }
        return plugins
    }

    /// Complains of a member that nobody has taken: it is likely misspelt.
    func finish() throws(PipelineFileError) {
        if let member = members.first(where: { !taken.contains($0.key) }) {
            throw error(
                "there is no '\(member.key)' here: there are \(taken.joined(separator: ", "))",
                line: member.line
            )
        }
    }
}
