import PostilCore
import PostilLearning

/// Finds the lemma of each token, by its form and its tags.
///
/// Lemmas follow Universal Dependencies' English-EWT: *n't* is *not*, *better* as an adjective *good*, names keep
/// their capitals, numbers lose their commas. A table of endings for each tag, made from the treebanks, says what
/// changes; forms that no ending explains are listed whole.
///
/// ## Example
///
/// ```swift
/// let pipeline = try Pipeline(name: "lemmas", steps: [Segmenter(), Tagger(), Lemmatizer()])
/// let document = pipeline.annotate(Document(text: "The children weren't swimming."))
/// for lemma in document[.lemmas] ?? Layer() { print(lemma.value.text) }
/// ```
public struct Lemmatizer: Annotator {
    /// `lemmas`.
    public let name: AnnotatorName = "lemmas"

    /// The version of the rules.
    public let version = "1"

    /// The checksum of the table.
    public let configuration: String

    /// Tokens and tags.
    public let requires = [AnyLayerKey(.tokens), AnyLayerKey(.tags)]

    /// Lemmas.
    public let provides = [AnyLayerKey(.lemmas)]

    /// The ways in which a token comes to its lemma.
    public let rules = LemmaRule.table

    let table: LemmaTable

    /// A lemmatiser with the table that is part of the program.
    ///
    /// - Throws: ``ModelError`` where that table is not one that this version can use.
    public init() throws(ModelError) { try self.init(table: ModelFile(EmbeddedModels.lemmas)) }

    /// A lemmatiser with a table of the caller's.
    ///
    /// - Parameter file: What ``LemmaTrainer`` has made.
    /// - Throws: ``ModelError`` with the code `model-mismatch` or `model-damaged`.
    public init(table file: ModelFile) throws(ModelError) {
        table = try LemmaTable(file)
        configuration = "table \(String(file.checksum, radix: 16))"
    }

    /// Adds the layer of lemmas.
    ///
    /// - Complexity: O(n).
    public func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        let tokens = try document[.tokens]
        let tags = try document[.tags]
        guard tags.spans == tokens.spans else {
            throw AnnotationError(
                code: .layerMismatch,
                message: "the tags are not those of the tokens: there must be one for each, with its span",
                layer: LayerKey.tags.name
            )
        }
        var values: [Lemma] = []
        var rules: [RuleIdentifier] = []
        values.reserveCapacity(tokens.count)
        rules.reserveCapacity(tokens.count)
        document.text.bytes.withUnsafeBufferPointer { bytes in
            for position in tokens.indices {
                let form = UnsafeBufferPointer(rebasing: bytes[tokens.spans[position].range])
                let (lemma, rule) = lemma(of: form, token: tokens.values[position], tag: tags.values[position])
                values.append(Lemma(lemma))
                rules.append(rule.identifier)
            }
        }
        try output.provide(Layer(sorted: tokens.spans, values: values, rules: rules), for: .lemmas)
    }

    /// The lemma of a form.
    ///
    /// - Complexity: O(n) in the form's length.
    @inline(__always)
    func lemma(
        of form: UnsafeBufferPointer<UInt8>,
        token: Token,
        tag: TokenTag
    ) -> (lemma: String, rule: LemmaRule) {
        let shape = token.shape
        if Lemmatizer.isOfItsOwn(token.kind) { return (String(decoding: form, as: UTF8.self), .form) }
        if tag.penn == .number, let plain = Lemmatizer.withoutSeparators(form) { return (plain, .separators) }
        if form.allSatisfy({ $0 < 0x80 }), form.count <= Lemmatizer.longestForm {
            return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: form.count + 1) { lower in
                for index in form.indices { lower[index] = form[index] &- 0x41 < 26 ? form[index] | 0x20 : form[index] }
                return lemma(
                    written: form,
                    lower: UnsafeBufferPointer(rebasing: lower[..<form.count]),
                    shape: shape,
                    tag: tag
                )
            }
        }
        var lower = String(decoding: form, as: UTF8.self).lowercased()
        return lower.withUTF8 { lemma(written: form, lower: $0, shape: shape, tag: tag) }
    }

    /// Whether tokens of this kind are their own lemma as they are written.
    @inline(__always)
    private static func isOfItsOwn(_ kind: TokenKind) -> Bool {
        kind == .url || kind == .email || kind == .handle || kind == .hashtag || kind == .emoji || kind == .file
    }

    /// Longer forms take the slower way.
    private static let longestForm = 256

    @inline(__always)
    private func lemma(
        written: UnsafeBufferPointer<UInt8>,
        lower: UnsafeBufferPointer<UInt8>,
        shape: TokenShape,
        tag: TokenTag
    ) -> (lemma: String, rule: LemmaRule) {
        let match = table.match(lower, group: LemmaGroup(tag: tag, shape: shape))
        guard let number = match.change else { return (String(decoding: lower, as: UTF8.self), .form) }
        let change = table.change(number)
        let rule = match.isWhole ? LemmaRule.exception : match.length == 0 ? .form : .ending
        switch change.base {
        case .lowercased: return (Lemmatizer.changed(lower, change.removed, change.ending, match), rule)
        case .written: return (Lemmatizer.changed(written, change.removed, change.ending, match), rule)
        case .capitalized:
            var form = LemmaChange.capitalized(String(decoding: written, as: UTF8.self))
            return (form.withUTF8 { Lemmatizer.changed($0, change.removed, change.ending, match) }, rule)
        }
    }

    /// The form with its end changed; the form itself where nothing or next to nothing would be left of it.
    @inline(__always)
    private static func changed(
        _ form: UnsafeBufferPointer<UInt8>,
        _ removed: Int,
        _ ending: UnsafeBufferPointer<UInt8>,
        _ match: LemmaTable.Match
    ) -> String {
        let stem = form.count - removed
        guard stem >= 0, match.isWhole || removed == 0 || stem >= LemmaTable.shortestStem,
            stem == form.count || form[stem] & 0xC0 != 0x80
        else {
            return String(decoding: form, as: UTF8.self)
        }
        return String(unsafeUninitializedCapacity: max(1, stem + ending.count)) { buffer in
            for index in 0..<stem { buffer[index] = form[index] }
            for index in ending.indices { buffer[stem + index] = ending[index] }
            return stem + ending.count
        }
    }

    /// A number without the commas between its digits; nil where it has none.
    private static func withoutSeparators(_ form: UnsafeBufferPointer<UInt8>) -> String? {
        func isDigit(_ index: Int) -> Bool { form.indices.contains(index) && form[index] &- 0x30 < 10 }
        guard form.count > 3, isDigit(0), form.contains(0x2C) else { return nil }
        let kept = form.indices.filter { form[$0] != 0x2C || !isDigit($0 - 1) || !isDigit($0 + 1) }
        return kept.count == form.count ? nil : String(decoding: kept.map { form[$0] }, as: UTF8.self)
    }
}

extension ErrorCode {
    /// Two layers that belong together do not.
    static let layerMismatch: ErrorCode = "layer-mismatch"
}
