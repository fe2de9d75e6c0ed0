import PostilCore

/// A form in which other programs keep annotated texts, written from records and read into them.
///
/// A format knows one document at a time. How documents stand in files is its ``layout``; cutting files into documents
/// is ``ObjectSplitter``'s work, and that of whoever reads files. What a format cannot hold is left out and counted, never in silence.
public protocol ExchangeFormat: Sendable {
    /// The name by which it is asked for, such as `conllu`.
    var name: String { get }

    /// The name by which people know it.
    var title: String { get }

    /// How documents stand in its files.
    var layout: ExchangeLayout { get }

    /// The endings of its files, that by which they are found first; formats with several files for each document have
    /// one for each part.
    var suffixes: [String] { get }

    /// What its offsets count; nil where it has none.
    var offsetUnit: OffsetUnit? { get }

    /// Whether it is built on tokens, so that records without them cannot be written.
    var needsTokens: Bool { get }

    /// Whether it has a place for tokens.
    var holdsTokens: Bool { get }

    /// Whether it has a place for sentences other than among spans.
    var holdsSentences: Bool { get }

    /// Whether a line begins a document, for files in ``ExchangeLayout/blocks``.
    func beginsDocument(_ line: UnsafeBufferPointer<UInt8>) -> Bool

    /// Writes a document.
    ///
    /// - Parameters:
    ///   - record: The document; one that could not be annotated is not to be written.
    ///   - layers: The layers whose annotations are written as spans, the more important first; nil for
    ///     ``AnnotatedRecord/exchangeLayers``, or ``AnnotatedRecord/labelLayers`` in formats with one label a word.
    ///   - output: Takes the bytes of each part, and counts what was left out.
    /// - Throws: ``ExchangeError`` where the record lacks what the format is built on.
    /// - Complexity: O(n log n).
    func write(
        _ record: AnnotatedRecord,
        layers: [LayerName]?,
        to output: inout ExchangeOutput
    ) throws(ExchangeError)

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - input: Its bytes and where they stand.
    ///   - omissions: Counts what was left out.
    /// - Throws: ``ExchangeError`` with the line at fault.
    /// - Complexity: O(n log n).
    func read(
        _ input: ExchangeInput,
        omissions: inout ExchangeOmissions
    ) throws(ExchangeError) -> AnnotatedRecord
}

extension ExchangeFormat {
    /// The part that holds the text or all, first of ``suffixes``.
    public var suffix: String { suffixes.first ?? "" }

    /// As many as need tokens.
    public var holdsTokens: Bool { needsTokens }

    /// As many as need tokens.
    public var holdsSentences: Bool { needsTokens }

    /// No line does.
    public func beginsDocument(_ line: UnsafeBufferPointer<UInt8>) -> Bool { false }
}
