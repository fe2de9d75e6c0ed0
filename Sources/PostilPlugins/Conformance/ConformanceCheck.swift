import PostilCore

/// Runs an annotator on many texts and proves that it keeps the rules that all annotators share.
///
/// The texts are the check's own (edges such as the empty text, English of many kinds, seeded noise) and
/// the caller's. What is proved is listed as ``ConformanceRequirement``. Two things no check inside one
/// process can see: a trap or an endless loop, which ends or stops the check itself, and output that
/// differs from process to process, for which two processes compare
/// ``ConformanceReport/outputFingerprint``.
///
/// ## Example
///
/// ```swift
/// let report = ConformanceCheck().run(Shouts(), available: [try Segmenter()], on: ["STOP! he said."])
/// if !report.isConforming { print(report) }
/// ```
public struct ConformanceCheck: Sendable {
    /// The paragraph put before each text to prove that annotations move with the text; empty where that
    /// is not to be proved.
    ///
    /// It ends in a blank line, so that it is a paragraph of its own. Annotations in it are not looked at.
    /// An annotation of the whole text may grow by it, and then say something else, since it is of
    /// another text; all others have to move by its bytes and say the same. An annotator whose values
    /// refer to positions in other layers is checked with white space, which adds no annotation to them.
    public var prefix: Text = "é\n\n"

    /// From what the noise is made: the same seed gives the same noise.
    public var seed: UInt64 = 1

    /// How many short texts of noise there are, of growing length.
    public var shortNoiseCount = 64

    /// The length of the long text of noise in bytes.
    public var longNoiseByteCount = 1 << 20

    /// The length in bytes of one very long word and texts like it: longer than any buffer of fixed size,
    /// short enough for a method that is not linear to end.
    public var longWordByteCount = 20_000

    /// How many annotations of each layer and text are asked why they are there.
    public var questionsPerLayer = 3

    /// How many violations of each requirement the report lists; the others are counted.
    public var violationsListed = 3

    /// What the annotator is told of each text besides the text.
    public var context = DocumentContext()

    /// A check with the defaults.
    public init() {}

    /// Checks `annotator`.
    ///
    /// - Parameters:
    ///   - annotator: Any annotator.
    ///   - available: The annotators from which its prerequisites are taken.
    ///   - texts: Texts besides the check's own: such in which the annotator finds something.
    /// - Returns: What it does not meet, and how much it was put to.
    /// - Complexity: Six runs over all texts.
    public func run(
        _ annotator: any Annotator,
        available: [any Annotator] = [],
        on texts: [Text] = []
    ) -> ConformanceReport {
        var run = ConformanceRun(check: self, annotator: annotator, available: available)
        run.checkDeclarations()
        run.annotate(samples(with: texts))
        run.checkLayers()
        run.checkExplanations()
        run.checkShifts()
        run.checkRepetition()
        run.checkThreads()
        return run.report
    }

    private func samples(with texts: [Text]) -> [TextSample] {
        var generator = NoiseGenerator(seed: seed)
        var samples = TextSample.builtIn(length: max(0, longWordByteCount))
        for index in 0..<max(0, shortNoiseCount) {
            samples.append(TextSample("noise \(index + 1)", generator.text(byteCount: 1 + index * index / 8)))
        }
        if longNoiseByteCount > 0 {
            samples.append(TextSample("long noise", generator.text(byteCount: longNoiseByteCount)))
        }
        return samples + texts.enumerated().map { TextSample("text \($0 + 1) of the caller", $1) }
    }
}

/// Checks `annotator` with the defaults of ``ConformanceCheck``.
///
/// - Parameters:
///   - annotator: Any annotator.
///   - available: The annotators from which its prerequisites are taken.
///   - texts: Texts besides the check's own: such in which the annotator finds something.
/// - Returns: What it does not meet, and how much it was put to.
/// - Complexity: Six runs over all texts.
public func checkAnnotator(
    _ annotator: any Annotator,
    available: [any Annotator] = [],
    on texts: [Text] = []
) -> ConformanceReport {
    ConformanceCheck().run(annotator, available: available, on: texts)
}
