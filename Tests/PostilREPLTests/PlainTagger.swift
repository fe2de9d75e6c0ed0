import Postil

/// Takes every token for a noun in the singular, whose lemma is the token in lower case.
struct PlainTagger: Annotator {
    let name: AnnotatorName = "org.example.tags"
    let version = "1"
    let requires = [AnyLayerKey(.tokens)]
    let provides = [AnyLayerKey(.tags), AnyLayerKey(.lemmas)]

    func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        let spans = try document[.tokens].spans
        guard let noun = TokenTag(type: "NN", features: [Feature("upos", "NOUN")]) else { return }
        try output.provide(Layer(sorted: spans, values: spans.map { _ in noun }), for: .tags)
        let lemmas = spans.map { Lemma(document.text[$0].lowercased()) }
        try output.provide(Layer(sorted: spans, values: lemmas), for: .lemmas)
    }
}

/// Finds one person.
struct NameFinder: Annotator {
    let name: AnnotatorName = "org.example.names"
    let version = "1"
    let requires = [AnyLayerKey(.tokens)]
    let provides = [AnyLayerKey(.entities)]

    func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        var names = LayerBuilder<EntityValue>()
        for span in try document[.tokens].spans where document.text[span] == "Wu" {
            guard let kind = EntityKind(name: "PERSON") else { continue }
            names.append(span, EntityValue(kind, canonical: "Ms. Wu", cluster: 1))
        }
        try output.provide(names.build(), for: .entities)
    }
}
