import Glibc

/// Finds the inputs that paths stand for: files as they are, folders searched to the bottom, in the
/// order of their names' bytes.
public struct InputFinder: Sendable {
    private let form: BatchInput.Form
    private let endings: [String]

    /// Files of folders that were passed over, since their names have other endings.
    public private(set) var skipped = 0

    /// The folders that were searched for the path at hand.
    private var visited: Set<FileIdentity> = []

    private struct FileIdentity: Hashable, Sendable {
        let device: UInt
        let file: UInt
    }

    /// A finder of inputs of one form.
    public init(form: BatchInput.Form = .auto) { self.init(form: form, otherEndings: []) }

    /// A finder of inputs of one form, and of files with other endings.
    ///
    /// - Parameters:
    ///   - otherEndings: Endings of files that are taken from folders besides those of texts, tables and JSON lines.
    ///   - takesTables: Whether tables are taken from folders.
    public init(form: BatchInput.Form = .auto, otherEndings: [String], takesTables: Bool = true) {
        self.form = form
        endings =
            BatchInput.endings.filter { takesTables || !BatchInput.tableEndings.contains($0) } + otherEndings
    }

    /// The inputs that `paths` stand for, in the order of the paths.
    ///
    /// - Throws: ``StreamError`` with the code `input-unreadable` where a path leads nowhere, a folder
    ///   cannot be read, or a folder holds no file to annotate.
    public mutating func inputs(at paths: [String]) throws(StreamError) -> [BatchInput] {
        var inputs: [BatchInput] = []
        for path in paths {
            guard path != "-", let status = try InputFinder.status(of: path) else {
                inputs.append(BatchInput(path: path, form: form))
                continue
            }
            guard status.st_mode & S_IFMT == S_IFDIR else {
                inputs.append(BatchInput(path: path, form: form))
                continue
            }
            let count = inputs.count
            visited = []
            try search(path, status: status, into: &inputs)
            guard inputs.count > count else {
                throw StreamError(
                    code: .inputUnreadable,
                    path: path,
                    message: "the folder holds no file to annotate: name files ending in "
                        + endings.joined(separator: ", ") + ", or name other files one by one"
                )
            }
        }
        return inputs
    }

    private mutating func search(_ folder: String, status: stat, into inputs: inout [BatchInput]) throws(StreamError) {
        // A link can lead back up; each folder is searched once.
        let identity = FileIdentity(device: UInt(status.st_dev), file: UInt(status.st_ino))
        guard visited.insert(identity).inserted else { return }
        for name in try InputFinder.names(in: folder) {
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            // A link that leads nowhere or a file that vanished is reported when it is opened.
            guard let status = try? InputFinder.status(of: path) else {
                appendIfWanted(path, to: &inputs)
                continue
            }
            switch status.st_mode & S_IFMT {
            case S_IFDIR:
                // An inner folder that cannot be read fails as one document, and the others are annotated.
                do throws(StreamError) {
                    try search(path, status: status, into: &inputs)
                } catch {
                    inputs.append(BatchInput(path: path, form: .text))
                }
            case S_IFREG: appendIfWanted(path, to: &inputs)
            default: skipped += 1
            }
        }
    }

    private mutating func appendIfWanted(_ path: String, to inputs: inout [BatchInput]) {
        let name = BatchInput.uncompressedName(path)
        guard endings.contains(where: { name.hasSuffix($0) }) else {
            skipped += 1
            return
        }
        inputs.append(BatchInput(path: path, form: form))
    }

    private static func status(of path: String) throws(StreamError) -> stat? {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw StreamError(code: .inputUnreadable, path: path, action: "cannot read", systemError: errno)
        }
        return status
    }

    /// The visible names in a folder.
    private static func names(in folder: String) throws(StreamError) -> [String] {
        guard let names = FolderNames.all(in: folder) else {
            throw StreamError(code: .inputUnreadable, path: folder, action: "cannot read", systemError: errno)
        }
        return names.filter { !$0.hasPrefix(".") }
    }
}
