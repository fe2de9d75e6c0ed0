import PostilFormats

/// How a batch runs.
public struct BatchOptions: Sendable {
    /// The workers; output is the same for any number.
    public var workerCount: Int

    /// Where records keep their text, identifier and reference date.
    public var fields: InputFields

    /// Whether what is not UTF-8 becomes U+FFFD instead of failing the document.
    public var isLossy: Bool

    /// What records show.
    public var record: RecordOptions

    /// With how many failed documents the run goes on; nil for any number.
    public var maximumErrors: ErrorLimit?

    /// What becomes of documents that cannot be annotated.
    public var onError = ErrorReaction.record

    /// In which order records come out.
    public var order = RecordOrder.input

    /// When records are handed to the system.
    public var flushing = RecordFlushing.block

    /// The documents of the inputs that are this run's; nil for all.
    public var share: DocumentShare?

    /// How the rows of inputs in the form ``BatchInput/Form/csv`` are read.
    public var csvDialect = TableDialect.commaSeparated

    /// How the rows of inputs in the form ``BatchInput/Form/tsv`` are read.
    public var tsvDialect = TableDialect.tabSeparated

    /// The bytes of input, read and not yet written, beyond which no more is read; below it, each
    /// worker may read one chunk.
    public var bufferedBytes = 1 << 20

    /// The bytes of text that are annotated at once; longer texts are annotated in windows of this size.
    public var windowBytes = 1 << 20

    /// The bytes of a document's text at most; nil for any number.
    public var maximumDocumentBytes: Int?

    /// How long the annotation of one document may take; nil for any time.
    public var documentTimeout: Duration?

    /// The folder for parts of records that do not fit in memory.
    public var spoolFolder = "/tmp"

    /// Makes options.
    public init(
        workerCount: Int = ProcessorQuota.count,
        fields: InputFields = InputFields(),
        isLossy: Bool = false,
        record: RecordOptions = RecordOptions(),
        maximumErrors: ErrorLimit? = nil,
        share: DocumentShare? = nil
    ) {
        self.workerCount = workerCount
        self.fields = fields
        self.isLossy = isLossy
        self.record = record
        self.maximumErrors = maximumErrors
        self.share = share
    }

    /// With how many failed documents the run goes on, by all options together.
    var errorLimit: ErrorLimit? { onError == .fail ? .count(0) : maximumErrors }

    /// The dialect of inputs of a form; nil for those that are no tables.
    func dialect(of form: BatchInput.Form) -> TableDialect? {
        switch form {
        case .csv: csvDialect
        case .tsv: tsvDialect
        default: nil
        }
    }
}
