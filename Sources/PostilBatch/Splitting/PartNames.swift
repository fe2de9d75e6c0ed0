/// The names of the files that an output in parts consists of.
///
/// The parts of `corpus/out.jsonl.zst` are `corpus/out.00000.jsonl.zst` and so on; those of its share 3/8
/// `corpus/out.3-of-8.00000.jsonl.zst`, so that shares can be written into one folder.
struct PartNames: Hashable, Sendable {
    /// The output's name, as it was given.
    let path: String

    /// Where everything is, with a slash behind it; empty for the current folder.
    let folder: String

    private let stem: String
    private let ending: String
    private let shareMark: String

    /// The beginning of manifests' names.
    static let manifestStart = "_manifest"

    init(path: String, share: DocumentShare?) {
        self.path = path
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        folder = slash.map { String(path[...$0]) } ?? ""
        let name = slash.map { path[path.utf8.index(after: $0)...] } ?? path[...]
        let unpacked = BatchInput.uncompressedName(String(name))
        let point = unpacked.lastIndex(of: ".") ?? unpacked.endIndex
        let stem = String(point == unpacked.startIndex ? unpacked[...] : unpacked[..<point])
        shareMark = share.map { ".\($0.index)-of-\($0.count)" } ?? ""
        self.stem = stem + shareMark
        ending = String(name.dropFirst(stem.count))
    }

    /// The folder as a path to open.
    var folderPath: String { folder.isEmpty ? "." : folder }

    /// What the journal is named after.
    var journalBase: String { "\(folder)\(stem)\(ending)" }

    /// The manifest, which is written when all parts are.
    var manifestPath: String { "\(folder)\(PartNames.manifestStart)\(shareMark).json" }

    /// The empty file that says that all parts and the manifest are there.
    var successPath: String { "\(folder)_SUCCESS\(shareMark)" }

    /// The name of a part, counted from 0, without the folder.
    func name(of part: Int) -> String {
        let digits = String(part)
        return "\(stem).\(String(repeating: "0", count: max(0, 5 - digits.count)))\(digits)\(ending)"
    }

    /// Whether a name in the folder is that of a part, complete or not.
    func isPart(_ name: String) -> Bool {
        var rest = name[...]
        guard rest.hasPrefix("\(stem).") else { return false }
        rest = rest.dropFirst(stem.count + 1)
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(digits.count)
        return digits.count >= 5 && (rest == ending || rest == "\(ending).partial")
    }

    /// The names in the folder that are those of parts.
    func existingParts() -> [String] { (FolderNames.all(in: folderPath) ?? []).filter(isPart) }
}
