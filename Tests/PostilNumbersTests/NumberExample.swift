import Glibc
import PostilCore
import Testing

/// A text of the example files with the number that stands in it.
struct NumberExample: CustomTestStringConvertible, Sendable {
    /// The text without brackets.
    let text: String
    /// The extent of the number; nil where none is expected.
    let extent: String?
    /// The properties that the number must have, `kind` among them.
    let properties: [String: String]

    var testDescription: String { text }

    /// The examples of all files in `corpora/numbers`.
    ///
    /// A line that is not indented says what is expected: a kind with `key=value`, or `NONE`. The indented
    /// lines under it are its forms: an expression, or a sentence with the expression in brackets.
    static let all: [NumberExample] = files().flatMap { examples(in: $0) }

    private static func examples(in text: String) -> [NumberExample] {
        var properties: [String: String] = [:]
        var found: [NumberExample] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix("  ") {
                found.append(example(String(line.dropFirst(2)), properties))
            } else {
                let fields = line.split(separator: " ")
                properties = ["kind": String(fields[0])]
                for field in fields.dropFirst() {
                    let parts = field.split(separator: "=", maxSplits: 1)
                    if parts.count == 2 { properties[String(parts[0])] = String(parts[1]) }
                }
            }
        }
        return found
    }

    private static func example(_ line: String, _ properties: [String: String]) -> NumberExample {
        if properties["kind"] == "NONE" { return NumberExample(text: line, extent: nil, properties: properties) }
        guard let open = line.firstIndex(of: "["), let close = line.firstIndex(of: "]") else {
            return NumberExample(text: line, extent: line, properties: properties)
        }
        return NumberExample(
            text: line.filter { $0 != "[" && $0 != "]" },
            extent: String(line[line.index(after: open)..<close]),
            properties: properties
        )
    }

    private static func files(file: String = #filePath) -> [String] {
        let package = file.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        var found = glob_t()
        defer { globfree(&found) }
        guard glob(package + "/corpora/numbers/*.examples", 0, nil, &found) == 0 else { return [] }
        return UnsafeBufferPointer(start: found.gl_pathv, count: Int(found.gl_pathc)).compactMap { path in
            path.flatMap { contents(of: $0) }
        }
    }

    private static func contents(of path: UnsafePointer<CChar>) -> String? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        while case let byte = getc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
        return String(validating: bytes, as: UTF8.self)
    }
}
