import Glibc
import Postil
import PostilRules
import Testing

/// Files of this folder and of the package.
enum RuleFiles {
    /// The folder of this file, with `/` at its end.
    static func folder(_ file: String = #filePath) -> String {
        file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/"
    }

    /// The top folder of the package, with `/` at its end.
    static var package: String { folder() + "../../" }

    /// The text of a file of the folder `Examples`.
    static func example(_ name: String) -> String {
        guard let source = try? ByteSource(path: folder() + "Examples/" + name), let bytes = try? source.readAll()
        else {
            return ""
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The texts of the files of a folder of the package, in the order of their names.
    static func texts(in folder: String) throws -> [String] {
        var finder = InputFinder(form: .auto)
        return try finder.inputs(at: [package + folder]).map { input in
            String(decoding: try ByteSource(path: input.path).readAll(), as: UTF8.self)
        }
    }

    /// The paths of the rule files that come with Postil.
    static let good = ["Plugins/Casualties/casualties.rules"].map { package + $0 }
}

/// A case of a file: what stands above a line `---` and what stands below, under a title line `== title`.
struct RuleCase: Sendable, CustomTestStringConvertible {
    let title: String
    let above: String
    let below: String

    var testDescription: String { title }

    /// The cases of a file of the folder `Examples`.
    static func all(in name: String) -> [RuleCase] {
        var cases: [RuleCase] = []
        for part in ("\n" + RuleFiles.example(name)).split(separator: "\n== ") {
            let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
            guard let title = lines.first, !title.isEmpty, !title.hasPrefix("#"),
                let middle = lines.firstIndex(of: "---")
            else { continue }
            let below = lines[(middle + 1)...].joined(separator: "\n")
            cases.append(
                RuleCase(
                    title: String(title),
                    above: lines[1..<middle].joined(separator: "\n"),
                    below: String(below.reversed().drop(while: \.isNewline).reversed())
                )
            )
        }
        return cases
    }
}

/// A folder that is removed with its files when it is not used any more.
final class TemporaryFolder: Sendable {
    /// Its path, with `/` at its end.
    let path: String

    init() throws {
        var template = Array("/tmp/postil-rules-XXXXXX".utf8CString)
        path = String(cString: try #require(mkdtemp(&template))) + "/"
    }

    deinit {
        var found = glob_t()
        if glob(path + "*", 0, nil, &found) == 0 {
            for file in UnsafeBufferPointer(start: found.gl_pathv, count: Int(found.gl_pathc)) {
                file.map { _ = unlink($0) }
            }
            globfree(&found)
        }
        rmdir(path)
    }

    /// Writes a file of the folder.
    func write(_ text: String, to name: String) throws {
        let file = try AtomicFile(path: path + name)
        defer { file.abandon() }
        try file.sink.write(Array(text.utf8))
        try file.commit()
    }
}
