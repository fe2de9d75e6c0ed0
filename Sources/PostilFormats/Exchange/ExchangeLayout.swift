/// How documents stand in the files of a format.
public enum ExchangeLayout: Sendable {
    /// JSON objects one after another, a line each as they are written.
    case objects
    /// A JSON array of objects.
    case array
    /// Lines; some that the format knows begin a document.
    case blocks
    /// One document a file, or a group of files, that is a JSON object.
    case objectFiles
    /// One document a file, or a group of files.
    case files

    /// Whether a file holds one document, so that many are written into a folder.
    public var isFilePerDocument: Bool { self == .files || self == .objectFiles }
}
