/// How far the output of a run has come on the device.
public struct SinkMark: Hashable, Sendable {
    /// The bytes of the records of whole documents, before packing.
    public let acceptedBytes: Int

    /// The bytes that the file has, before packing: packed output goes out in whole blocks, so that it may end in the
    /// middle of a later record.
    public let unpackedBytes: Int

    /// The bytes that the file has, packed as they are.
    public let fileBytes: Int
}
