/// One file, or standard input, that documents come from.
public struct BatchInput: Hashable, Sendable {
    /// How documents stand in an input.
    public enum Form: String, Sendable, CaseIterable {
        /// By the name: `.jsonl` and `.ndjson` have a record a line, `.csv` and `.tsv` are tables, other files are
        /// one text; standard input by its first character, a brace for records.
        case auto
        /// A JSON object a line.
        case jsonl
        /// The whole input is one text.
        case text
        /// Each line is a text.
        case lines
        /// Texts with a zero byte behind each.
        case nul
        /// A table with a header row and commas (RFC 4180); each row is a document.
        case csv
        /// A table with a header row and tabs; each row is a document.
        case tsv
    }

    /// The path; `-` for standard input.
    public let path: String

    /// How documents stand in it.
    public let form: Form

    /// Names an input.
    public init(path: String, form: Form = .auto) {
        self.path = path
        self.form = form == .auto ? BatchInput.form(namedBy: path) : form
    }

    /// Whether this is standard input.
    public var isStandardInput: Bool { path == "-" }

    /// The endings, without those of compression, of the files that a folder is searched for.
    static let endings = [".jsonl", ".ndjson"] + tableEndings + [".txt", ".text"]

    /// Those of tables among them.
    static let tableEndings = [".csv", ".tsv"]

    /// The path without the ending of a compressed file.
    static func uncompressedName(_ path: String) -> Substring {
        for ending in [".gz", ".zst"] where path.hasSuffix(ending) { return path.dropLast(ending.count) }
        return Substring(path)
    }

    private static func form(namedBy path: String) -> Form {
        if path == "-" { return .auto }
        let name = uncompressedName(path)
        if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") { return .jsonl }
        return name.hasSuffix(".csv") ? .csv : name.hasSuffix(".tsv") ? .tsv : .text
    }
}
