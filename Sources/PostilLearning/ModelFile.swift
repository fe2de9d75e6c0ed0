import PostilCore

/// A model as it is stored: a header that says what it is, and a table of weights.
///
/// Layout, little-endian: eight bytes `POSTILMD`; version (UInt32); length of the header text (UInt32);
/// scale (Float32); bias (Float32); bytes of weights (UInt32); reserved (UInt32); FNV-1a checksum of
/// everything behind it (UInt64); the header text; the weights. The header text has a line
/// `key: value` for each fact: the task, the features' version, the training sources with their
/// licences, the figures reached; empty lines fill it so that the weights begin at a multiple of 64.
public struct ModelFile: Sendable {
    /// The facts of the header, in order.
    public let facts: [(key: String, value: String)]

    /// What one step of a weight is worth.
    public let scale: Float

    /// The score of an example without features.
    public let bias: Float

    /// The number of bytes of weights.
    public let weightCount: Int

    /// The checksum of the file, for fingerprints.
    public let checksum: UInt64

    let bytes: ModelBytes
    let weightOffset: Int

    static let magic = Array("POSTILMD".utf8)
    static let version: UInt32 = 1
    static let fixedLength = 40

    /// Beyond all sums of weights, in steps of the scale.
    static let largestSum: Float = 0x1p30

    /// Opens a model.
    ///
    /// - Throws: ``ModelError`` with the code `model-damaged` or `model-version`.
    /// - Complexity: O(n), for the checksum; O(header) for a model that is embedded in the program, which is
    ///   as sound as the program is.
    public init(_ bytes: ModelBytes) throws(ModelError) {
        let buffer = bytes.buffer
        guard buffer.count >= ModelFile.fixedLength, buffer.prefix(8).elementsEqual(ModelFile.magic) else {
            throw ModelError(
                code: .modelDamaged,
                message: "this is not a Postil model: it does not begin with POSTILMD"
            )
        }
        let version = UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
        guard version == ModelFile.version else {
            throw ModelError(
                code: .modelVersion,
                message: "the model has version \(version) of the format and this program reads \(ModelFile.version): "
                    + "train it again with this program"
            )
        }
        let headerLength = Int(UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: 12, as: UInt32.self)))
        scale = Float(bitPattern: UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: 16, as: UInt32.self)))
        bias = Float(bitPattern: UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: 20, as: UInt32.self)))
        weightCount = Int(UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: 24, as: UInt32.self)))
        checksum = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: 32, as: UInt64.self))
        weightOffset = ModelFile.fixedLength + headerLength
        guard weightCount > 0, buffer.count == weightOffset + weightCount else {
            throw ModelError(
                code: .modelDamaged,
                message: "the model has \(buffer.count) bytes where its header says \(weightOffset + weightCount)"
            )
        }
        // The checksum does not cover these two; no other value of theirs can make a decision.
        guard scale > 0, scale.isFinite, abs(bias / scale) < ModelFile.largestSum else {
            throw ModelError(
                code: .modelDamaged,
                message: "the model's scale \(scale) and bias \(bias) are none that training gives"
            )
        }
        if !bytes.isEmbedded {
            var fingerprint = Fingerprint()
            fingerprint.combine(UnsafeRawBufferPointer(rebasing: buffer[ModelFile.fixedLength...]))
            guard fingerprint.bits == checksum else {
                throw ModelError(
                    code: .modelDamaged,
                    message: "the model's bytes have changed: its checksum does not agree"
                )
            }
        }
        let header = String(decoding: buffer[ModelFile.fixedLength..<weightOffset], as: UTF8.self)
        facts = header.split(separator: "\n").map { line in
            let colon = line.firstIndex(of: ":") ?? line.endIndex
            return (String(line[..<colon]), String(line[colon...].drop { $0 == ":" || $0 == " " }))
        }
        self.bytes = bytes
    }

    /// The bytes of the weights; they live as long as the file does.
    public var weights: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes.buffer[weightOffset...])
    }

    /// The value of the fact `key`.
    public subscript(key: String) -> String? { facts.first { $0.key == key }?.value }
}

extension ModelFile {
    /// Writes a model.
    ///
    /// - Parameters:
    ///   - facts: The facts of the header; a line end in one becomes a space.
    ///   - scale: What one step of a weight is worth.
    ///   - bias: The score of an example without features.
    ///   - weights: The bytes of the weights.
    public static func encode(
        facts: [(key: String, value: String)],
        scale: Float,
        bias: Float,
        weights: [Int8]
    ) -> [UInt8] {
        let lines = facts.map { "\($0.key): \($0.value)".map { $0.isNewline ? " " : $0 } + ["\n"] }
        var header = Array(String(lines.joined()).utf8)
        while (fixedLength + header.count) % 64 != 0 { header.append(0x0A) }
        var body = header
        body.append(contentsOf: weights.lazy.map { UInt8(bitPattern: $0) })
        var fingerprint = Fingerprint()
        body.withUnsafeBytes { fingerprint.combine($0) }
        var file = magic
        file.append(littleEndian: version)
        file.append(littleEndian: UInt32(header.count))
        file.append(littleEndian: scale.bitPattern)
        file.append(littleEndian: bias.bitPattern)
        file.append(littleEndian: UInt32(weights.count))
        file.append(littleEndian: UInt32(0))
        file.append(littleEndian: fingerprint.bits)
        return file + body
    }
}

extension [UInt8] {
    fileprivate mutating func append(littleEndian value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }
}
