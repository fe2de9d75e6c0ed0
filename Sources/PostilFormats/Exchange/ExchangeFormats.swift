import PostilCore

/// The formats that annotated texts are written in and read from.
public enum ExchangeFormats {
    /// All of them, by name; Postil's own first.
    public static let all: [any ExchangeFormat] = [
        PostilFormat(), BratFormat(), CoNLL2003Format(), CoNLLUFormat(), CoreNLPFormat(), DoccanoFormat(),
        LabelStudioFormat(), ProdigyFormat(), SpaCyFormat(), TimeMLFormat(), UIMAFormat(), WebAnnoFormat(),
    ]

    /// The format of a name; nil where there is none.
    public static func named(_ name: String) -> (any ExchangeFormat)? { all.first { $0.name == name } }

    /// Postil's own records, in which nothing is lost.
    ///
    /// - Parameter offsetUnit: The unit in which they are written.
    public static func postil(offsetUnit: OffsetUnit = .codepoint) -> any ExchangeFormat {
        PostilFormat(offsetUnit: offsetUnit)
    }

    /// The name of Postil's own format.
    public static let postilName = "postil"

    /// The name of the patterns of spaCy's EntityRuler, which are no annotated texts but can be told from them.
    public static let entityRuler = "entity-ruler"

    /// The name of the format that a file is in, as far as its name and beginning show.
    ///
    /// - Parameters:
    ///   - path: The file's name, without the ending of a packed one.
    ///   - beginning: Its first bytes.
    /// - Returns: A format's name or ``entityRuler``; nil where it could be several or none.
    public static func detect(path: some StringProtocol, beginning: [UInt8]) -> String? {
        let endings = all.dropFirst().flatMap { format in format.suffixes.map { ($0, format.name) } }
        if let own = endings.first(where: { path.hasSuffix($0.0) && ![".txt", ".tsv"].contains($0.0) }) {
            return own.1
        }
        if path.hasSuffix(".iob") || path.hasSuffix(".bio") { return "conll2003" }
        let text = beginning.drop { [0xEF, 0xBB, 0xBF, 0x20, 0x0A, 0x0D, 0x09].contains($0) }
        if text.starts(with: "#FORMAT=WebAnno TSV 3".utf8) { return "webanno" }
        if text.starts(with: "-DOCSTART-".utf8) { return "conll2003" }
        if ["# newdoc", "# sent_id", "# newpar", "# global.columns"].contains(where: { text.starts(with: $0.utf8) }) {
            return "conllu"
        }
        guard let first = text.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return nil }
        return format(withKeys: topLevelKeys(of: text))
    }

    private static func format(withKeys keys: Set<String>) -> String? {
        func has(_ wanted: String...) -> Bool { keys.isSuperset(of: wanted) }
        if has("schema", "offset_unit") { return "postil" }
        if has("%FEATURE_STRUCTURES") || has("%TYPES") || has("%VIEWS") { return "uima" }
        if has("label", "pattern") { return entityRuler }
        if has("data"), has("predictions") || has("annotations") || has("completions") { return "label-studio" }
        if has("sentences"), !has("text") || has("docId") { return "corenlp" }
        guard has("text") else { return nil }
        if has("tokens"), has("ents") || has("sents") { return "spacy" }
        if has("label") || has("labels") || has("entities") || has("relations") { return "doccano" }
        return has("spans") ? "prodigy" : nil
    }

    /// The keys of the first object, as far as they stand in the beginning.
    private static func topLevelKeys(of bytes: ArraySlice<UInt8>) -> Set<String> {
        var keys: Set<String> = []
        var depth = 0
        var string: [UInt8]?
        var last: [UInt8] = []
        var isEscaped = false
        for byte in bytes {
            if string != nil {
                if isEscaped || byte == UInt8(ascii: "\\") {
                    isEscaped.toggle()
                } else if byte == UInt8(ascii: "\"") {
                    last = string ?? []
                    string = nil
                    continue
                }
                if depth == 1 { string?.append(byte) }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): string = []
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "["): if depth > 0 { depth += 1 }
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth <= 0 { return keys }
            case UInt8(ascii: ":"): if depth == 1 { keys.insert(String(decoding: last, as: UTF8.self)) }
            default: break
            }
        }
        return keys
    }
}

extension ErrorCode {
    /// A document of another program cannot be read.
    public static let unreadableDocument: ErrorCode = "unreadable-document"
}
