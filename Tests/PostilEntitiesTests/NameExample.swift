import Foundation
import Testing

/// A text with its names, as the files of examples write them.
struct NameExample: Sendable, CustomTestStringConvertible {
    let text: String
    let names: [String]

    var testDescription: String { text }

    /// The examples of a file beside this one.
    static func all(_ file: String) throws -> [NameExample] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Examples")
        let content = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        return content.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { NameExample(line: String($0)) }
    }

    /// Reads `[TYPE the name]` in running text.
    init(line: String) {
        var text = ""
        var names: [String] = []
        for (index, part) in line.split(separator: "[", omittingEmptySubsequences: false).enumerated() {
            guard index > 0, let end = part.firstIndex(of: "]"), let space = part.firstIndex(of: " ") else {
                text += part
                continue
            }
            let name = part[part.index(after: space)..<end]
            names.append("\(part[..<space]) \(name)")
            text += name + part[part.index(after: end)...]
        }
        self.text = text
        self.names = names
    }
}
