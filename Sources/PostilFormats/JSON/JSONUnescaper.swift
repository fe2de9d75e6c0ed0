/// Resolves the escapes of a string that a scanner has checked.
///
/// The target is as long as the source, as no escape is shorter than what it stands for. Eight bytes are
/// copied before they are tested; those behind the next backslash are overwritten later.
struct JSONUnescaper {
    let source: UnsafeBufferPointer<UInt8>
    let target: UnsafeMutableBufferPointer<UInt8>

    /// How many bytes of the source have been read.
    private var position = 0

    /// How many bytes of the target have been written; never more than were read.
    private(set) var written = 0

    /// How many lone surrogates became U+FFFD.
    private(set) var replacements = 0

    init(source: UnsafeBufferPointer<UInt8>, target: UnsafeMutableBufferPointer<UInt8>) {
        self.source = source
        self.target = target
    }

    /// Resolves all.
    mutating func run() {
        while true {
            copyRun()
            guard position + 1 < source.count else { return }
            resolveEscape()
        }
    }

    /// Copies the bytes up to the next backslash.
    @inline(__always)
    private mutating func copyRun() {
        let raw = UnsafeRawBufferPointer(source)
        let out = UnsafeMutableRawBufferPointer(target)
        while position + 8 <= source.count {
            let word = ByteWord.load(raw, at: position)
            out.storeBytes(of: word.littleEndian, toByteOffset: written, as: UInt64.self)
            let difference = word ^ 0x5C5C_5C5C_5C5C_5C5C
            let marks = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
            if marks != 0 {
                position += ByteWord.bytesBefore(marks)
                written += ByteWord.bytesBefore(marks)
                return
            }
            position += 8
            written += 8
        }
        while position < source.count, source[position] != UInt8(ascii: "\\") {
            write(source[position])
            position += 1
        }
    }

    private mutating func resolveEscape() {
        let kind = source[position + 1]
        if kind == UInt8(ascii: "u") { return resolveUnit() }
        switch kind {
        case UInt8(ascii: "b"): write(0x08)
        case UInt8(ascii: "f"): write(0x0C)
        case UInt8(ascii: "n"): write(0x0A)
        case UInt8(ascii: "r"): write(0x0D)
        case UInt8(ascii: "t"): write(0x09)
        default: write(kind)
        }
        position += 2
    }

    private mutating func resolveUnit() {
        let unit = JSONEscape.unit(in: source, at: position, end: source.count) ?? 0xFFFD
        var scalar = Unicode.Scalar(unit)
        position += 6
        if UTF16.isLeadSurrogate(unit), let trail = JSONEscape.unit(in: source, at: position, end: source.count),
            UTF16.isTrailSurrogate(trail)
        {
            scalar = Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(trail) - 0xDC00))
            position += 6
        }
        if scalar == nil { replacements += 1 }
        for byte in UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter { write(byte) }
    }

    @inline(__always)
    private mutating func write(_ byte: UInt8) {
        target[written] = byte
        written += 1
    }
}
