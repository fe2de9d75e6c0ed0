import PostilCore

/// The state of one pass over a text.
///
/// ``run()`` takes plain words and marks itself; all else goes to ``scanToken()`` and the rules in the
/// extensions, each of which emits at most ``TokenBatch/stepLimit`` tokens and moves `position` on.
struct TokenScanner {
    let base: UnsafePointer<UInt8>
    let count: Int
    let classes: UnsafePointer<UInt8>
    let fusedFilter: UnsafePointer<UInt64>
    let stemFilter: UnsafePointer<UInt64>
    let tables: TokenizerTables
    let batch: TokenBatch

    /// The next byte to look at.
    var position = 0
    /// How many tokens the batch holds.
    var produced = 0
    /// The end of the stretch without white space that was looked through last.
    var chunkEnd = 0
    /// What that stretch holds; see ``ChunkMarks``.
    var chunkMarks: ChunkMarks = []
    /// Tokens before this offset belong to a telephone number.
    var phoneEnd = 0

    init(
        base: UnsafePointer<UInt8>,
        count: Int,
        classes: UnsafePointer<UInt8>,
        fusedFilter: UnsafePointer<UInt64>,
        stemFilter: UnsafePointer<UInt64>,
        tables: TokenizerTables,
        batch: TokenBatch
    ) {
        self.base = base
        self.count = count
        self.classes = classes
        self.fusedFilter = fusedFilter
        self.stemFilter = stemFilter
        self.tables = tables
        self.batch = batch
    }

    /// Scans until the text ends or the batch is nearly full.
    mutating func run() {
        let limit = TokenBatch.capacity - TokenBatch.stepLimit
        let fastEnd = count - 16
        while produced < limit, position < count {
            if position < fastEnd, takePlain() { continue }
            scanToken()
        }
    }

    /// Takes white space, a plain word or a mark before white space; false where a rule must look.
    @inline(__always)
    private mutating func takePlain() -> Bool {
        var start = position
        if base[start] == 0x20 { start &+= 1 }
        let high: UInt64 = 0x8080_8080_8080_8080
        var block = load(start)
        var letters = TokenScanner.letterMask(block)
        var length = Int(truncatingIfNeeded: (~letters & high).trailingZeroBitCount) &>> 3
        if length == 0 { return takeMark(at: start) }
        let hash: LowercaseHash
        var shape: TokenShape
        if length < 8 {
            let kept: UInt64 = (1 &<< (UInt64(truncatingIfNeeded: length) &* 8)) &- 1
            let upper = ~block & 0x2020_2020_2020_2020 & kept
            hash = LowercaseHash(lowerLetters: (block | 0x2020_2020_2020_2020) & kept, count: length)
            shape = upper == 0 ? .lower : TokenScanner.shape(upper: upper, kept: kept, length: length)
        } else {
            var end = start &+ 8
            var anyUpper = ~block & 0x2020_2020_2020_2020
            let firstUpper = anyUpper & 0x20 != 0
            var tailUpper = anyUpper & ~0xFF
            var allUpper = anyUpper == 0x2020_2020_2020_2020
            repeat {
                if end &+ 8 > count { return false }
                block = load(end)
                letters = TokenScanner.letterMask(block)
                let run = Int(truncatingIfNeeded: (~letters & high).trailingZeroBitCount) &>> 3
                let kept: UInt64 = run == 8 ? ~0 : (1 &<< (UInt64(truncatingIfNeeded: run) &* 8)) &- 1
                let upper = ~block & 0x2020_2020_2020_2020 & kept
                anyUpper |= upper
                tailUpper |= upper
                allUpper = allUpper && upper == 0x2020_2020_2020_2020 & kept
                end &+= run
                if run < 8 { break }
            } while true
            length = end &- start
            if end &+ 1 >= count { return false }
            hash = LowercaseHash(folding: base + start, count: length, readable: count &- start)
            shape =
                anyUpper == 0
                ? .lower : allUpper ? .upper : firstUpper && tailUpper == 0 ? .capitalized : .mixed
        }
        let end = start &+ length
        let next = base[end]
        switch classes[Int(next)] {
        case ByteClass.space, ByteClass.newline, ByteClass.breaker:
            break
        case ByteClass.point:
            let behind = classes[Int(base[end &+ 1])]
            guard behind == ByteClass.space || behind == ByteClass.newline, length > 1,
                !HashTable.mayContain(hash, in: stemFilter)
            else {
                position = start
                return false
            }
        default:
            position = start
            return false
        }
        if HashTable.mayContain(hash, in: fusedFilter) {
            position = start
            return false
        }
        store(start, end, Token(hash: hash, kind: .word, shape: shape), .word)
        position = end
        return true
    }

    @inline(__always)
    private mutating func takeMark(at start: Int) -> Bool {
        let byte = base[start]
        let next = classes[Int(base[start &+ 1])]
        position = start
        switch classes[Int(byte)] {
        case ByteClass.space, ByteClass.newline:
            position = start &+ 1
            return true
        case ByteClass.breaker, ByteClass.point, ByteClass.stop:
            guard next == ByteClass.space || next == ByteClass.newline, start >= phoneEnd else { return false }
            store(
                start,
                start &+ 1,
                Token(hash: LowercaseHash(lowerLetters: UInt64(byte), count: 1), kind: .punctuation, shape: .none),
                .mark
            )
            position = start &+ 1
            return true
        default:
            return false
        }
    }

    @inline(__always)
    func load(_ offset: Int) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// The top bit of each byte of `block` that is an ASCII letter.
    @inline(__always)
    static func letterMask(_ block: UInt64) -> UInt64 {
        let low7 = (block | 0x2020_2020_2020_2020) & 0x7F7F_7F7F_7F7F_7F7F
        let notBelowA = low7 &+ 0x1F1F_1F1F_1F1F_1F1F
        let aboveZ = low7 &+ 0x0505_0505_0505_0505
        return notBelowA & ~aboveZ & ~block & 0x8080_8080_8080_8080
    }

    @inline(__always)
    static func shape(upper: UInt64, kept: UInt64, length: Int) -> TokenShape {
        if upper == 0x20 { return length == 1 ? .initial : .capitalized }
        return upper == 0x2020_2020_2020_2020 & kept ? .upper : .mixed
    }

    @inline(__always)
    mutating func store(_ start: Int, _ end: Int, _ token: Token, _ rule: TokenRule) {
        let span = Span(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end))
        (batch.spans + produced).initialize(to: span)
        (batch.values + produced).initialize(to: token)
        (batch.rules + produced).initialize(to: rule.identifier)
        produced &+= 1
    }
}
