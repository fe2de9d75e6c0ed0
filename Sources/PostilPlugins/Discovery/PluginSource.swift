import PostilCore
import PostilFormats
import PostilRules

/// A plugin that was found and read, and has not been started.
public struct PluginSource: Sendable {
    /// Where it was found, as it was named.
    public let path: String

    /// The folder in which it runs, from the root.
    public let folder: String

    /// Its manifest; nil for a program or a file of rules alone.
    public let manifest: PluginManifest?

    /// The program, or the file of rules, where it stands alone.
    let file: String?

    /// How it does its work.
    public let kind: PluginKind

    /// Finds the plugin at `path`: a folder with a `plugin.json`, a manifest, a file of rules, or a program that says
    /// itself what it is.
    ///
    /// - Throws: ``PluginError`` with the code `not-found`, `bad-manifest` or `protocol-version`.
    public init(path: String) throws(PluginError) {
        self.path = path
        switch PluginFiles.kind(of: path) {
        case nil:
            throw PluginError(
                .notFound,
                "\(path): there is no such plugin: name a folder with a plugin.json, a file of rules (.rules) or a program"
            )
        case .folder:
            folder = PluginFiles.absolute(path)
            guard PluginFiles.kind(of: "\(path)/plugin.json") != nil else {
                let names = PluginFiles.names(in: path).filter { $0.hasSuffix(".rules") }
                guard let rules = names.first, names.count == 1 else {
                    throw PluginError(
                        .notFound,
                        "\(path): has no plugin.json: 'postil plugin new' makes a folder that has one"
                    )
                }
                (manifest, file, kind) = (nil, "\(folder)/\(rules)", .rules)
                return
            }
            manifest = try PluginSource.manifest(at: "\(path)/plugin.json")
            (file, kind) = (nil, manifest?.kind ?? .process)
        case .file, .program:
            let (parent, name) = PluginFiles.split(PluginFiles.absolute(path))
            folder = parent
            if name.hasSuffix(".json") {
                manifest = try PluginSource.manifest(at: path)
                (file, kind) = (nil, manifest?.kind ?? .process)
            } else if name.hasSuffix(".rules") {
                (manifest, file, kind) = (nil, "\(parent)/\(name)", .rules)
            } else {
                guard PluginFiles.kind(of: path) == .program else {
                    throw PluginError(
                        .notFound,
                        "\(path): is neither a folder with a plugin.json, a file of rules (.rules) nor a program: make a "
                            + "program executable (chmod +x)"
                    )
                }
                (manifest, file, kind) = (nil, "\(parent)/\(name)", .process)
            }
        }
    }

    private static func manifest(at path: String) throws(PluginError) -> PluginManifest {
        let json: JSONValue
        do {
            json = try JSONValue(parsing: try PluginFiles.contents(of: path, limit: 1 << 20).get())
        } catch let error as JSONError {
            throw PluginError(.badManifest, "\(path): is no JSON: \(error.message) at byte \(error.offset)")
        } catch {
            throw PluginError(
                .badManifest,
                "\(path): cannot be read: \((error as? PluginFiles.Reason)?.text ?? "\(error)")"
            )
        }
        return try PluginManifest(json, place: path)
    }
}

extension PluginSource {
    /// The file of rules of a plugin of that kind.
    var rulesPath: String? { file ?? manifest?.rulesFile.map { "\(folder)/\($0)" } }

    /// What messages call the file of rules.
    var rulesName: String {
        guard let rules = manifest?.rulesFile ?? file.map({ PluginFiles.split($0).name }) else { return path }
        return path.hasSuffix(".rules") ? path : path + (path.hasSuffix("/") ? "" : "/") + rules
    }

    /// The program and its arguments.
    var command: [String] {
        if let file { return ["./\(PluginFiles.split(file).name)"] }
        guard let command = manifest?.command, let first = command.first else { return [] }
        // A program beside the manifest is meant, not another of its name in PATH.
        let isBeside = !first.contains("/") && PluginFiles.kind(of: "\(folder)/\(first)") == .program
        return isBeside ? ["./\(first)"] + command.dropFirst() : command
    }

    /// A hash of all of the plugin's files on which its output can depend: it changes when one of them does.
    ///
    /// Left out are what explains and tests it (`*.md`, `Tests`, `samples`), and what has a name with a point first.
    public var digest: String {
        var hash = SecureHash()
        for path in files {
            hash.update(path)
            if case .success(let bytes) = PluginFiles.contents(of: path.hasPrefix("/") ? path : "\(folder)/\(path)") {
                hash.update(String(bytes.count))
                hash.update(bytes)
            }
        }
        return hash.hexadecimal()
    }

    private static let ignored: Set<String> = ["Tests", "tests", "samples", "__pycache__"]

    /// How many files and how deep a folder is looked at.
    private static let (fileLimit, depthLimit) = (4096, 8)

    private var files: [String] {
        if let file {
            return [PluginFiles.split(file).name] + (kind == .rules ? RuleFile.listPaths(ofFile: file) : [])
        }
        var files: [String] = []
        var open = [("", 0)]
        while let (prefix, depth) = open.popLast() {
            for name in PluginFiles.names(in: prefix.isEmpty ? folder : "\(folder)/\(prefix)") {
                guard !PluginSource.ignored.contains(name), !name.hasSuffix(".md"), !name.hasSuffix(".pyc") else {
                    continue
                }
                let path = prefix.isEmpty ? name : "\(prefix)/\(name)"
                switch PluginFiles.kind(of: "\(folder)/\(path)") {
                case .folder where depth < PluginSource.depthLimit: open.append((path, depth + 1))
                case .file, .program: if files.count < PluginSource.fileLimit { files.append(path) }
                default: break
                }
            }
        }
        // What the command names may stand where nobody has looked, such as .build/release/NAME.
        let named = command.filter { !$0.hasPrefix("/") && PluginFiles.kind(of: "\(folder)/\($0)") != nil }
        let lists = rulesPath.map { RuleFile.listPaths(ofFile: $0) } ?? []
        return Set(files).union(named.filter { !$0.hasPrefix("./") }).union(lists).sorted()
    }

    /// What the program says of itself or the manifest does, for lists.
    public var title: String {
        manifest.map { "\($0.identifier) \($0.version)" } ?? PluginFiles.split(file ?? path).name
    }
}
