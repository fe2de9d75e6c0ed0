extension JSONScanner {
    /// Passes an array or object, from its opening bracket, with all that it holds.
    ///
    /// - Parameters:
    ///   - depth: How many containers are open around it.
    ///   - visitor: Is told what the container holds, in order.
    mutating func scanContainer(depth: Int, visitor: inout some JSONVisitor) throws(JSONError) {
        var open = ContainerStack()
        repeat {
            switch next {
            case UInt8(ascii: "{"):
                try push(.object, on: &open, depth: depth)
                visitor.begin(.object)
                if next == UInt8(ascii: "}") { break }
                try scanKey(&visitor)
                continue
            case UInt8(ascii: "["):
                try push(.array, on: &open, depth: depth)
                visitor.begin(.array)
                if next == UInt8(ascii: "]") { break }
                continue
            default:
                visitor.scalar(try scanScalar())
            }
            try scanBehindValue(&open, &visitor)
        } while open.count > 0
    }

    /// Passes a key, its colon and the white space before the value.
    private mutating func scanKey(_ visitor: inout some JSONVisitor) throws(JSONError) {
        guard next == UInt8(ascii: "\"") else { throw unexpected(expected: "a key in quotation marks") }
        visitor.key(try scanScalar())
        try expect(UInt8(ascii: ":"), "“:”")
        skipWhiteSpace()
    }

    private mutating func push(
        _ kind: ContainerStack.Kind,
        on open: inout ContainerStack,
        depth: Int
    ) throws(JSONError) {
        guard depth + open.count < options.depthLimit else { throw tooDeep() }
        open.push(kind)
        position += 1
        skipWhiteSpace()
    }

    /// Passes closing brackets, and the comma (and key) before the next value where one follows.
    private mutating func scanBehindValue(
        _ open: inout ContainerStack,
        _ visitor: inout some JSONVisitor
    ) throws(JSONError) {
        while open.count > 0 {
            skipWhiteSpace()
            let isObject = open.top == .object
            switch next {
            case UInt8(ascii: ","):
                position += 1
                skipWhiteSpace()
                if isObject { try scanKey(&visitor) }
                return
            case isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"):
                position += 1
                open.pop()
                visitor.end()
            default:
                throw unexpected(expected: isObject ? "“,” or “}”" : "“,” or “]”")
            }
        }
    }

    /// The error for a bracket at the position that opens one container too many.
    @inline(never)
    func tooDeep() -> JSONError {
        JSONError(
            code: .tooDeep,
            offset: position,
            message: "more than \(options.depthLimit) arrays and objects inside each other"
        )
    }
}

/// Is told what a container holds, in the order of the bytes.
protocol JSONVisitor {
    /// An array or object begins.
    mutating func begin(_ kind: ContainerStack.Kind)
    /// The innermost open array or object ends.
    mutating func end()
    /// A member's key, a string.
    mutating func key(_ key: JSONRawValue)
    /// A value that is neither array nor object.
    mutating func scalar(_ value: JSONRawValue)
}

/// Wants only the check.
struct IgnoringVisitor: JSONVisitor {
    mutating func begin(_ kind: ContainerStack.Kind) {}
    mutating func end() {}
    mutating func key(_ key: JSONRawValue) {}
    mutating func scalar(_ value: JSONRawValue) {}
}

/// Which containers are open, one bit each; the first 64 cost no allocation.
struct ContainerStack {
    enum Kind { case array, object }

    private(set) var count = 0
    private var word: UInt64 = 0
    private var full: [UInt64] = []

    var top: Kind { word & 1 == 1 ? .object : .array }

    mutating func push(_ kind: Kind) {
        if count & 63 == 0, count > 0 {
            full.append(word)
            word = 0
        }
        word = word << 1 | (kind == .object ? 1 : 0)
        count += 1
    }

    mutating func pop() {
        count -= 1
        word >>= 1
        if count & 63 == 0, let last = full.popLast() { word = last }
    }
}
