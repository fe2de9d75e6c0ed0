import PostilCore
import PostilText

/// Finds numbers, amounts of money, percentages and quantities, with their values.
///
/// Expressions begin at digits and at the words of one lexicon; a grammar written by hand puts numerals,
/// units, currencies and approximators together. Values are exact.
///
/// ## Example
///
/// ```swift
/// let pipeline = try Pipeline(name: "numbers", steps: [Segmenter(), DateAnnotator(), NumberAnnotator()])
/// let document = pipeline.annotate(Document(text: "At least 44 geese weigh 3.2 kg each."))
/// for number in document[.numbers] ?? Layer() { print(number.value.value?.description ?? "") }
/// ```
public struct NumberAnnotator: Annotator {
    /// `numbers`.
    public let name: AnnotatorName = "numbers"

    /// The version of the rules.
    public let version = "1"

    /// Tokens, and the dates whose stretches are no numbers.
    public let requires = [AnyLayerKey(.tokens), AnyLayerKey(.dates)]

    /// Numbers.
    public let provides = [AnyLayerKey(.numbers)]

    /// The rules by which numbers are found.
    public let rules = NumberRule.table

    /// What it knows besides its own tables.
    public let options: NumberOptions

    /// The currencies that it reads.
    let currencies: CurrencyTable

    /// Currencies of the options.
    public var configuration: String {
        options.currencies.isEmpty ? "" : "currencies " + options.currencies.map(\.description).joined(separator: " ")
    }

    /// Makes the annotator.
    public init(options: NumberOptions = NumberOptions()) {
        self.options = options
        currencies = options.currencies.isEmpty ? .standard : CurrencyTable(adding: options.currencies)
    }

    /// Adds the layer of numbers.
    ///
    /// - Complexity: O(n).
    public func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        let tokens = try document[.tokens]
        let dates = try document[.dates]
        var builder = LayerBuilder<NumberValue>()
        let expressions = NumberAnnotator.expressions(
            in: document.text,
            tokens: tokens,
            owned: dates.spans,
            currencies: currencies
        ) { document.isCancelled }
        for found in expressions {
            builder.append(Span(found.start..<found.end), found.value, rule: found.rule.identifier)
        }
        try output.provide(builder.build(), for: .numbers)
    }

    /// The numbers of a text outside of the stretches that others own; those found so far where `isCancelled`
    /// says, on the way, that they are not wanted any more.
    static func expressions(
        in text: Text,
        tokens: Layer<Token>,
        owned: [Span],
        currencies: CurrencyTable = .standard,
        isCancelled: () -> Bool = { false }
    ) -> [NumberExpression] {
        var found: [NumberExpression] = []
        text.bytes.withUnsafeBufferPointer { bytes in
            TokenView.with(bytes, tokens.spans, tokens.values) { view in
                var finder = NumberFinder(view, owned: owned, currencies: currencies)
                found = finder.expressions(isCancelled: isCancelled)
            }
        }
        return found
    }
}
