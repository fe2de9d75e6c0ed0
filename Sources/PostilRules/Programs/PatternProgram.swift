/// A pattern as instructions that a ``PatternMatcher`` carries out.
struct PatternProgram: Sendable {
    /// A step.
    enum Instruction: Sendable {
        /// Takes a token that fulfils the condition with this number.
        case token(Int)
        /// Takes the tokens of an annotation that fulfils the condition with this number.
        case annotation(Int)
        /// Takes the tokens of an entry of the lexicon with this number.
        case entry(Int)
        /// Goes on at the first step, and where that fails at the second.
        case split(Int, Int)
        /// Goes on elsewhere.
        case jump(Int)
        /// Notes the position as an end of a capture: its start has twice the capture's number, its end one more.
        case save(Int)
        /// Goes on at the beginning of the window only.
        case windowStart
        /// Goes on at the end of the window only.
        case windowEnd
        /// Goes on where the program with this number finds what it looks for, or where it does not, or in any case.
        case context(Int, Pattern.ContextSide, Pattern.ContextDemand)
        /// Ends with a match.
        case match
    }

    /// The steps; the first is where the program begins.
    private(set) var instructions: [Instruction] = []

    /// The part of the file that each step is from.
    private(set) var sources: [Range<Int>] = []

    /// The conditions on tokens, by number.
    private(set) var tokens: [TokenCondition] = []

    /// The conditions on annotations, by number.
    private(set) var annotations: [AnnotationCondition] = []

    /// Whether the program goes through the text from its end to its beginning.
    let isBackward: Bool

    private init(isBackward: Bool) { self.isBackward = isBackward }

    /// Compiles a pattern and the contexts in it.
    ///
    /// - Parameters:
    ///   - pattern: The pattern.
    ///   - programs: Where the program is put, behind those of its contexts.
    /// - Returns: Its number.
    static func compile(_ pattern: Pattern, isBackward: Bool = false, into programs: inout [PatternProgram]) -> Int {
        var program = PatternProgram(isBackward: isBackward)
        program.append(pattern, &programs)
        program.add(.match, pattern.source)
        programs.append(program)
        return programs.count - 1
    }

    private mutating func add(_ instruction: Instruction, _ source: Range<Int>) {
        instructions.append(instruction)
        sources.append(source)
    }

    private mutating func append(_ pattern: Pattern, _ programs: inout [PatternProgram]) {
        switch pattern.form {
        case .token(let condition):
            add(.token(tokens.count), pattern.source)
            tokens.append(condition)
        case .annotation(let condition):
            add(.annotation(annotations.count), pattern.source)
            annotations.append(condition)
        case .entry(let lexicon): add(.entry(lexicon), pattern.source)
        case .sequence(let parts):
            for part in isBackward ? parts.reversed() : parts { append(part, &programs) }
        case .choice(let parts): appendChoice(parts, pattern.source, &programs)
        case .repetition(let part, let atLeast, let atMost, let isLazy):
            appendRepetition(part, atLeast: atLeast, atMost: atMost, isLazy: isLazy, &programs)
        case .capture(let number, let part):
            add(.save(number * 2 + (isBackward ? 1 : 0)), pattern.source)
            append(part, &programs)
            add(.save(number * 2 + (isBackward ? 0 : 1)), pattern.source)
        case .windowStart: add(.windowStart, pattern.source)
        case .windowEnd: add(.windowEnd, pattern.source)
        case .context(let part, let side, let demand):
            let number = PatternProgram.compile(part, isBackward: side == .before, into: &programs)
            add(.context(number, side, demand), pattern.source)
        }
    }

    private mutating func appendChoice(_ parts: [Pattern], _ source: Range<Int>, _ programs: inout [PatternProgram]) {
        var jumps: [Int] = []
        for part in parts.dropLast() {
            let split = instructions.count
            add(.split(split + 1, 0), source)
            append(part, &programs)
            jumps.append(instructions.count)
            add(.jump(0), source)
            instructions[split] = .split(split + 1, instructions.count)
        }
        if let last = parts.last { append(last, &programs) }
        for jump in jumps { instructions[jump] = .jump(instructions.count) }
    }

    private mutating func appendRepetition(
        _ part: Pattern,
        atLeast: Int,
        atMost: Int?,
        isLazy: Bool,
        _ programs: inout [PatternProgram]
    ) {
        for _ in 0..<atLeast { append(part, &programs) }
        var splits: [Int] = []
        let optional = atMost.map { $0 - atLeast } ?? 1
        for _ in 0..<optional {
            splits.append(instructions.count)
            add(.split(0, 0), part.source)
            append(part, &programs)
        }
        if atMost == nil, let loop = splits.first { add(.jump(loop), part.source) }
        for split in splits {
            instructions[split] =
                isLazy
                ? .split(instructions.count, split + 1) : .split(split + 1, instructions.count)
        }
    }
}
