import PostilCore

/// A sentence with the tags and lemmas of its tokens.
struct TagExample: CustomStringConvertible {
    let text: String
    let tokens: [(form: String, tag: String, lemma: String)]

    var description: String { text }

    /// The examples of `Examples/tags.txt`.
    static let all: [TagExample] = (textOfFile("Examples/tags.txt") ?? "").split(separator: "\n")
        .filter { !$0.hasPrefix("#") }.map(TagExample.init)

    private init(_ line: Substring) {
        var text = ""
        var tokens: [(String, String, String)] = []
        for word in line.split(separator: " ") {
            let parts = word.split(separator: "/").map(String.init)
            guard parts.count == 4 else { continue }
            let isJoined = parts[0].hasPrefix("~")
            let form = isJoined ? String(parts[0].dropFirst()) : parts[0]
            text += (isJoined || text.isEmpty ? "" : " ") + form
            tokens.append((form, parts[1] + "/" + parts[2], parts[3]))
        }
        self.text = text
        self.tokens = tokens
    }
}
