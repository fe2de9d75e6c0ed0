import Glibc
import PostilCore
import PostilLexicon

/// A file of rules: read, checked and proved by its own examples.
public enum RuleFile {
    /// The most rules that a file may have, so that each has a number of its own.
    static let maximumRules = 65_535

    /// Reads the rules at `path`, compiles them, and tries them on their examples.
    ///
    /// - Parameters:
    ///   - path: The file. Paths in it are relative to its folder.
    ///   - name: What messages call it; nil for its path.
    ///   - available: The annotators whose layers rules may read.
    /// - Throws: ``RuleError`` with the code `rule-unreadable`, `rule-syntax` or `rule-example`.
    public static func load(
        path: String,
        name: String? = nil,
        available: [any Annotator]
    ) throws(RuleError) -> RuleAnnotator {
        let bytes = try read(path, at: RuleSource(name: name ?? path, bytes: []).diagnostic(0..<0, ""))
        return try make(name: name ?? path, bytes: bytes, folder: folder(of: path), available: available)
    }

    /// The paths of the lists that the rules at `path` name, as they stand there; empty where it cannot be read.
    public static func listPaths(ofFile path: String) -> [String] {
        guard let bytes = try? read(path, at: RuleSource(name: path, bytes: []).diagnostic(0..<0, "")),
            bytes.firstInvalidUTF8 == nil
        else { return [] }
        let source = RuleSource(name: path, bytes: bytes)
        return RuleStatement.all(in: source).statements.filter { $0.keyword == .lexicon }.compactMap { statement in
            source.text(statement.body).split(separator: "\"", omittingEmptySubsequences: false).dropFirst().first
                .map(String.init)
        }
    }

    private static func folder(of path: String) -> String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "" }

    /// Compiles rules that are at hand as text, and tries them on their examples.
    ///
    /// - Parameters:
    ///   - text: What a file would hold.
    ///   - name: What messages call it.
    ///   - folder: The folder of the lists that it names, with the `/` at its end; empty for the current one.
    ///   - available: The annotators whose layers rules may read.
    /// - Throws: ``RuleError`` with the code `rule-unreadable`, `rule-syntax` or `rule-example`.
    public static func make(
        _ text: String,
        name: String,
        folder: String = "",
        available: [any Annotator]
    ) throws(RuleError) -> RuleAnnotator {
        try make(name: name, bytes: Array(text.utf8), folder: folder, available: available)
    }

    private static func make(
        name: String,
        bytes: [UInt8],
        folder: String,
        available: [any Annotator]
    ) throws(RuleError) -> RuleAnnotator {
        let source = RuleSource(name: name, bytes: bytes)
        let file = try RuleParser.parse(source)
        guard file.rules.count <= maximumRules else {
            let range = file.rules[maximumRules].source
            throw RuleError(
                code: .ruleSyntax,
                diagnostics: [source.diagnostic(range, "a file has at most \(maximumRules) rules: split it")]
            )
        }
        var fingerprint = Fingerprint()
        fingerprint.combine(bytes)
        var lexicons: [Lexicon] = []
        for reference in file.lexicons {
            let path = reference.path.hasPrefix("/") ? reference.path : folder + reference.path
            let list = try read(path, at: source.diagnostic(reference.source, ""))
            fingerprint.combine(list)
            lexicons.append(try lexicon(of: list, path: path, at: source.diagnostic(reference.source, "")))
        }
        let annotator = RuleAnnotator(
            CompiledRules(file, source: source, lexicons: lexicons),
            file: file,
            configuration: fingerprint.description
        )
        try RuleExampleCheck(annotator, available: available).run()
        return annotator
    }

    private static func read(_ path: String, at place: RuleDiagnostic) throws(RuleError) -> [UInt8] {
        do throws(LexiconError) {
            let file = try LexiconBytes(mapping: path)
            let bytes = withExtendedLifetime(file) { Array(file.buffer) }
            return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        } catch {
            throw RuleError(code: .ruleUnreadable, diagnostics: [place.saying("\(error)")])
        }
    }

    /// The lexicon of a list: a phrase a line, lines that begin with `#` left out, or a table with tabs as
    /// ``LexiconBuilder`` reads it, or one that is compiled already.
    private static func lexicon(
        of bytes: [UInt8],
        path: String,
        at place: RuleDiagnostic
    ) throws(RuleError) -> Lexicon {
        do throws(LexiconError) {
            if bytes.contains(0x09) || bytes.contains(0x00) { return try Lexicon(path: path) }
            if let offset = bytes.firstInvalidUTF8 {
                let line = bytes[..<offset].count { $0 == 0x0A } + 1
                throw LexiconError(code: .invalidEntry, message: "this is not UTF-8", place: "\(path):\(line)")
            }
            var builder = LexiconBuilder()
            for line in bytes.split(separator: 0x0A) where line.first != 0x23 {
                let phrase = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
                guard !phrase.isEmpty else { continue }
                try builder.add(LexiconEntry(surface: phrase.joined(separator: " "), kind: .term))
            }
            return try Lexicon(LexiconFile(LexiconBytes(copying: builder.build()), isTrusted: true))
        } catch {
            throw RuleError(code: .ruleUnreadable, diagnostics: [place.saying("\(error)")])
        }
    }
}

extension RuleDiagnostic {
    /// The same place with another message.
    func saying(_ message: String) -> RuleDiagnostic {
        RuleDiagnostic(
            message: message,
            file: file,
            line: line,
            column: column,
            length: length,
            excerpt: excerpt,
            suggestion: nil
        )
    }
}
