/// The bytes of a model, used where they are: embedded in the program, or owned.
///
/// Weights are read from here and never copied into objects, so opening a model costs nothing but the
/// check of its header.
public final class ModelBytes: Sendable {
    /// The bytes. They live as long as this object and never change.
    public nonisolated(unsafe) let buffer: UnsafeRawBufferPointer

    /// Whether the bytes are a part of the program.
    public var isEmbedded: Bool { !isOwned }

    private let isOwned: Bool

    /// Refers to bytes that live as long as the program, such as those of an embedded file.
    public init(embedded buffer: UnsafeRawBufferPointer) {
        self.buffer = buffer
        isOwned = false
    }

    /// Copies `bytes`.
    public init(copying bytes: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
        copy.copyBytes(from: bytes)
        buffer = UnsafeRawBufferPointer(copy)
        isOwned = true
    }

    deinit {
        if isOwned { buffer.deallocate() }
    }
}
