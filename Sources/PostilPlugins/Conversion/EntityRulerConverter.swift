import PostilCore
import PostilFormats
import PostilRules

/// Turns the patterns of spaCy's EntityRuler, JSON lines of a label and a pattern, into a rule file and lists.
///
/// Patterns that are texts become entries of lists, one list a label, so that hundreds of thousands of them cost
/// nothing; patterns of tokens become rules, each with an example made from its own words. What cannot be turned into
/// a rule that its example proves is written as a comment that says why.
///
/// Source: the format of `EntityRuler.to_disk`, <https://spacy.io/api/entityruler>.
public struct EntityRulerConverter {
    /// A pattern that could not be turned into a rule.
    public struct Refusal: Hashable, Sendable {
        /// The line of the patterns' file, counted from 1.
        public let line: Int

        /// Why.
        public let reason: String
    }

    /// What a conversion makes.
    public struct Result: Sendable {
        /// The rule file.
        public let rules: String

        /// The lists that it names, by file name.
        public let lists: [(name: String, text: String)]

        /// How many patterns are in it.
        public let patternCount: Int

        /// Those that are not.
        public let refusals: [Refusal]
    }

    /// The most words of a text that a list can hold; longer ones become rules.
    private static let maximumListWords = 16

    private let name: String
    private let listPrefix: String
    private let available: [any Annotator]

    /// Prepares a conversion.
    ///
    /// - Parameters:
    ///   - name: The name that the rule file gives itself and its layer.
    ///   - listPrefix: What the names of the lists begin with.
    ///   - available: The annotators whose layers rules may read.
    public init(name: String, listPrefix: String, available: [any Annotator]) {
        self.name = name
        self.listPrefix = listPrefix
        self.available = available
    }

    /// Converts the patterns in `bytes`.
    ///
    /// - Complexity: O(n).
    public func convert(_ bytes: [UInt8]) -> Result {
        var lists: [(label: String, lines: [String], sample: String)] = []
        var listNumbers: [String: Int] = [:]
        var rules: [String] = []
        var refusals: [Refusal] = []
        var count = 0
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            if line.allSatisfy({ $0 <= 0x20 }) { continue }
            do throws(SpacyPatternError) {
                let (label, pattern, identifier) = try EntityRulerConverter.parts(of: Array(line))
                if let text = pattern.string, text.split(separator: " ").count <= EntityRulerConverter.maximumListWords,
                    !text.contains("\t"), !text.contains("\n"), !text.isEmpty
                {
                    let number = listNumbers[label] ?? lists.count
                    if number == lists.count {
                        listNumbers[label] = number
                        lists.append((label, [], text))
                    }
                    // The example of a list must not look like marks, nor end in what may be a sentence's point.
                    if EntityRulerConverter.isPlain(text), !EntityRulerConverter.isPlain(lists[number].sample) {
                        lists[number].sample = text
                    }
                    lists[number].lines.append("\(text)\tterm\t\t\t\t\(identifier ?? "")")
                } else {
                    rules.append(try rule(label, pattern, identifier, number: index + 1))
                }
                count += 1
            } catch {
                refusals.append(Refusal(line: index + 1, reason: error.reason))
                rules.append("# Line \(index + 1) is left out: \(error.reason)\n")
            }
        }
        return Result(
            rules: header(lists.map { ($0.label, $0.sample) }) + rules.map { "\n" + $0 }.joined(),
            lists: lists.map { (listName($0.label), $0.lines.joined(separator: "\n") + "\n") },
            patternCount: count,
            refusals: refusals
        )
    }

    /// Whether a text has letters, digits, spaces and hyphens alone.
    private static func isPlain(_ text: String) -> Bool {
        text.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
    }

    private static func parts(
        of line: [UInt8]
    ) throws(SpacyPatternError) -> (label: String, pattern: JSONValue, identifier: String?) {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONValue(parsing: line)
        } catch {
            throw SpacyPatternError("this is no JSON: \(error)")
        }
        guard let label = value["label"]?.string, !label.isEmpty, let pattern = value["pattern"] else {
            throw SpacyPatternError("a line has a 'label' and a 'pattern'")
        }
        return (label, pattern, value["id"]?.string)
    }

    private func listName(_ label: String) -> String {
        listPrefix + "." + label.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined() + ".tsv"
    }

    private func header(_ lists: [(label: String, sample: String)]) -> String {
        var text = "name \(name)\nversion 1.0\n"
        for (number, list) in lists.enumerated() {
            text += "lexicon $list\(number + 1) = \(SpacyPattern.quoted(listName(list.label)))\n"
        }
        for (number, list) in lists.enumerated() {
            text += """

                rule list-\(number + 1)
                  note \(SpacyPattern.quoted("a text of the list of \(list.label)"))
                  match entry:<$list\(number + 1)>
                  make \(SpacyPattern.quoted(list.label)) (id = entry.detail)
                  example \(SpacyPattern.quoted("[[\(list.sample)]]"))
                  counter "–"

                """
        }
        return text
    }

    /// The rule of a pattern of tokens, proved by its example.
    private func rule(
        _ label: String,
        _ pattern: JSONValue,
        _ identifier: String?,
        number: Int
    ) throws(SpacyPatternError) -> String {
        let converted = try SpacyPattern(pattern)
        let features = identifier.map { " (id = \(SpacyPattern.quoted($0)))" } ?? ""
        let text = """
            rule line-\(number)
              match \(converted.pattern)
              make \(SpacyPattern.quoted(label))\(features)
              example \(SpacyPattern.quoted("[[\(converted.sample)]]"))
              counter "–"

            """
        do throws(RuleError) {
            _ = try RuleFile.make("name x\nversion 1\n" + text, name: "line \(number)", available: available)
        } catch {
            throw SpacyPatternError(error.diagnostics.first?.message ?? "\(error.code)")
        }
        return text
    }
}
