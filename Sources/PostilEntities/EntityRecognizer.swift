import PostilCore
import PostilLearning
import PostilLexicon
import PostilText

/// Finds names and says what they name.
public struct EntityRecognizer: Annotator {
    /// `entities`.
    public let name: AnnotatorName = "entities"

    /// The version of the rules.
    public let version = "1"

    /// The model's checksum.
    public let configuration: String

    /// Sentences and tokens.
    public let requires = [AnyLayerKey(.sentences), AnyLayerKey(.tokens)]

    /// Names.
    public let provides = [AnyLayerKey(.entities)]

    /// What finds names.
    public let rules = EntityRule.table

    let model: ChainModel
    let knowledge: EntityKnowledge

    /// A recogniser with the model that is part of the program.
    ///
    /// - Parameter dictionaries: The user's dictionaries, whose entries override the model.
    /// - Throws: ``ModelError`` where that model is not one that this version can use, ``LexiconError`` where the
    ///   lexicons are not.
    public init(dictionaries: LexiconSet = LexiconSet()) throws {
        try self.init(
            model: try ModelFile(EmbeddedModels.entities),
            knowledge: try EntityKnowledge(dictionaries: dictionaries)
        )
    }

    /// A recogniser with a model of the caller's.
    ///
    /// - Throws: ``ModelError`` with the code `model-mismatch` for a model of other features or labels.
    public init(model file: ModelFile, knowledge: EntityKnowledge) throws(ModelError) {
        model = try ChainModel(file, features: EntityFeatures.version)
        guard model.labels == EntityLabels.names else {
            throw ModelError(
                code: .modelMismatch,
                message: "the model has other labels than this program: train it again"
            )
        }
        self.knowledge = knowledge
        configuration =
            (["model \(String(file.checksum, radix: 16))"]
            + knowledge.dictionaries.members.map {
                "dictionary \(String($0.lexicon.file.checksum, radix: 16)) \($0.priority)"
            })
            .joined(separator: ", ")
    }

    /// Adds the layer.
    ///
    /// - Complexity: O(n).
    public func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        let tokens = try document[.tokens]
        let sentences = try document[.sentences]
        let ranges = SentenceTokens.ranges(of: tokens.spans, in: sentences.spans)
        var builder = LayerBuilder<EntityValue>()
        let text = document.text
        text.bytes.withUnsafeBufferPointer { bytes in
            TokenView.with(bytes, tokens.spans, tokens.values) { view in
                let features = EntityFeatures(view, sentences: ranges, knowledge: knowledge)
                let places = EntityGazetteer.retyped(mentions(features), facts: features.gazetteer)
                let long = EntityGazetteer.completed(places, view, facts: features.gazetteer)
                let whole = EntityGazetteer.withHeadlines(long, features)
                let mentions = EntityDictionary.overriding(
                    EntityRepetition(features).completed(whole),
                    view,
                    dictionaries: knowledge.dictionaries
                )
                let links = GazetteerLinks(lexicons: knowledge.lexicons, facts: features.gazetteer)
                let clusters = EntityClusters(mentions, view: view, text: text, links: links)
                for (position, mention) in mentions.enumerated() {
                    builder.append(
                        view.spans[mention.tokens.lowerBound].union(view.spans[mention.tokens.upperBound - 1]),
                        EntityValue(
                            mention.kind,
                            canonical: clusters.canonicals[position],
                            cluster: clusters.numbers[position],
                            link: clusters.links[position]
                        ),
                        rule: mention.rule.identifier,
                        score: mention.score
                    )
                }
            }
        }
        try output.provide(builder.build(), for: .entities)
    }

    /// The names of a text, in order.
    func mentions(_ features: EntityFeatures) -> [EntityMention] {
        var decoder = ChainDecoder(model)
        var mentions: [EntityMention] = []
        for sentence in features.sentences {
            let casing = features.casing(of: sentence)
            var start = sentence.lowerBound
            while start < sentence.upperBound {
                let piece = start..<EntityRecognizer.pieceEnd(from: start, of: sentence, features)
                decoder.begin()
                for token in piece {
                    decoder.append(upTo: EntityFeatures.capacity) { buffer in
                        features.fill(buffer, token: token, sentence: sentence, casing: casing)
                    }
                }
                EntityRecognizer.collect(&decoder, sentence: piece, view: features.view, into: &mentions)
                start = piece.upperBound
            }
        }
        return mentions
    }

    /// A sentence is decoded in pieces of so many tokens, to bound the memory for texts that are one sentence.
    private static let pieceLength = 1024

    /// Where the piece of `sentence` that begins at `start` ends: behind a word of no name, if one is near.
    private static func pieceEnd(from start: Int, of sentence: Range<Int>, _ features: EntityFeatures) -> Int {
        guard sentence.upperBound - start > pieceLength else { return sentence.upperBound }
        let limit = start + pieceLength
        let cut = (limit - pieceLength / 4..<limit).last { token in
            !features.facts[token].isCapital && !features.facts[token].isConnector
        }
        return cut.map { $0 + 1 } ?? limit
    }

    /// Appends the names that the decoder's best labels mark.
    private static func collect(
        _ decoder: inout ChainDecoder,
        sentence: Range<Int>,
        view: TokenView,
        into mentions: inout [EntityMention]
    ) {
        let first = mentions.count
        let path = decoder.decode()
        var start = sentence.lowerBound
        for (index, label) in path.enumerated() {
            guard let meaning = EntityLabels.meaning(of: Int(label)) else { continue }
            let token = sentence.lowerBound + index
            if meaning.position == .begin || meaning.position == .unit { start = token }
            if meaning.position == .last || meaning.position == .unit {
                let range = EntityExtent.trimmed(EntityExtent.balanced(start..<token + 1, view), meaning.kind, view)
                mentions.append(EntityMention(tokens: range, kind: meaning.kind, score: 1, rule: .model))
            }
        }
        // Probabilities are found around names only: what stands farther away hardly matters.
        let labels = Array(path)
        var position = first
        while position < mentions.count {
            let start = mentions[position].tokens.lowerBound
            var end = mentions[position].tokens.upperBound
            var next = position + 1
            while next < mentions.count, mentions[next].tokens.lowerBound - end <= 2 * surroundings {
                end = mentions[next].tokens.upperBound
                next += 1
            }
            let window = (start - surroundings..<end + surroundings).clamped(to: sentence)
            let offset = sentence.lowerBound
            decoder.withProbabilities(of: window.lowerBound - offset..<window.upperBound - offset) { found, stride in
                for position in position..<next {
                    // A name is as likely as the least likely of its labels.
                    mentions[position].score = mentions[position].tokens.reduce(1) { least, token in
                        min(least, found[(token - window.lowerBound) * stride + Int(labels[token - offset])])
                    }
                }
            }
            position = next
        }
    }

    /// How many tokens on each side of a name its probability depends on.
    private static let surroundings = 3
}
