public enum UTF8Validator {
    public static func firstInvalid(in bytes: UnsafeBufferPointer<UInt8>) -> Int? { nil }
    public static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { bytes.allSatisfy { $0 < 0x80 } }
    public static func repair(_ bytes: [UInt8]) -> ([UInt8], Int) { (bytes, 0) }
}
