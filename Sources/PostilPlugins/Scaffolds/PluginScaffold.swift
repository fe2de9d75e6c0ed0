/// The files of a new plugin: one that works and does something small, to be made into one's own.
public struct PluginScaffold: Sendable {
    /// In what the plugin is written.
    public enum Language: String, Sendable, CaseIterable {
        case swift, python, shell, rules
    }

    /// Where the sources of Postil are, for a package that depends on them.
    public enum PostilPackage: Hashable, Sendable {
        case path(String)
        case url(String, version: String)
    }

    /// A file: its path in the plugin's folder, what it holds, and whether it can be run.
    struct File {
        let path: String
        let contents: String
        var isProgram = false
    }

    private let files: [File]

    /// What a person does next, a command a line.
    public let nextSteps: [String]

    /// Prepares the files of a plugin.
    ///
    /// - Parameters:
    ///   - language: In what it is written.
    ///   - name: The name of its folder: letters, digits, hyphens and underscores, a letter first.
    ///   - identifier: The plugin's own name; `org.example.` and the folder's where nil.
    ///   - postil: Where Postil's sources are; for Swift only.
    /// - Throws: ``PluginError`` with the code `bad-manifest` where a name cannot be one.
    public init(
        _ language: Language,
        name: String,
        identifier: String? = nil,
        postil: PostilPackage? = nil
    ) throws(PluginError) {
        let words = name.split { !$0.isLetter && !$0.isNumber }
        guard name.first?.isLetter == true,
            name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
        else {
            throw PluginError(
                .badManifest,
                "'\(name)' is no name for a plugin: use letters, digits and hyphens, a letter first"
            )
        }
        let identifier = identifier ?? "org.example.\(name.lowercased())"
        guard PluginManifest.isIdentifier(identifier) else {
            throw PluginError(.badManifest, "'\(identifier)' is no name for a plugin: write it as org.example.name")
        }
        let type = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        var substitutions: [String: String] = [
            "NAME": name, "ID": identifier, "TYPE": type,
            "KEY": type.prefix(1).lowercased() + type.dropFirst(), "PROGRAM": "\(type)Plugin",
        ]
        let templates: [File]
        switch language {
        case .python: templates = PluginTemplates.python(program: "\(name).py")
        case .shell: templates = PluginTemplates.shell(program: "\(name).sh")
        case .rules: templates = PluginTemplates.rules(file: "\(name).rules")
        case .swift:
            guard let postil else {
                throw PluginError(.badManifest, "say where Postil's sources are: --path FOLDER or --url URL")
            }
            substitutions["DEPENDENCY"] = postil.dependency
            substitutions["PACKAGE"] = postil.packageName
            templates = PluginTemplates.swift(type: type)
        }
        files = templates.map { file in
            File(
                path: file.path,
                contents: substitutions.reduce(file.contents) { text, pair in
                    text.split(separator: "{{\(pair.key)}}", omittingEmptySubsequences: false).joined(
                        separator: pair.value
                    )
                },
                isProgram: file.isProgram
            )
        }
        let build = language == .swift ? ["cd \(name) && swift build -c release && cd .."] : []
        nextSteps =
            build + [
                "postil plugin check \(name)",
                "postil annotate \(name)/samples --plugin \(name)",
                "postil repl --plugin \(name)",
            ]
    }

    /// Writes the files into `folder`, which must not be there yet.
    ///
    /// - Throws: ``PluginError`` with the code `name-clash` or `cannot-write`.
    public func write(to folder: String) throws(PluginError) {
        guard PluginFiles.kind(of: folder) == nil else {
            throw PluginError(.nameClash, "\(folder): is there already: choose another name, or remove it")
        }
        for file in files {
            let path = "\(folder)/\(file.path)"
            let reason =
                PluginFiles.makeFolder(PluginFiles.split(path).folder)
                ?? PluginFiles.write(Array(file.contents.utf8), to: path, isProgram: file.isProgram)
            if let reason { throw PluginError(.cannotWrite, "\(path): cannot be written: \(reason.text)") }
        }
    }
}

extension PluginScaffold.PostilPackage {
    /// The dependency, as a package's manifest has it.
    fileprivate var dependency: String {
        switch self {
        case .path(let path): ".package(name: \"Postil\", path: \"\(path)\")"
        case .url(let url, let version): ".package(url: \"\(url)\", from: \"\(version)\")"
        }
    }

    /// The name by which products of the dependency are asked for.
    fileprivate var packageName: String {
        switch self {
        case .path: "Postil"
        case .url(let url, _):
            url.split(separator: "/").last.map { $0.hasSuffix(".git") ? String($0.dropLast(4)) : String($0) }
                ?? "Postil"
        }
    }
}
