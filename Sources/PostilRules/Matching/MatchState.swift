/// What a ``PatternMatcher`` keeps between attempts, so that its storage is used again.
struct MatchState {
    /// A choice that is left to try.
    struct Choice {
        let instruction: Int
        let position: Int
        let undoCount: Int
        let journalCount: Int
        let trailCount: Int
    }

    /// A step that took tokens.
    struct Step {
        let program: Int
        let instruction: Int
        let tokens: Range<Int>
        /// Whether the step is a context that failed and was passed over, to see what comes behind.
        var isFailedContext = false
    }

    /// Where a program has been in a window.
    struct Memory {
        var window = -1..<(-1)
        var visited: [UInt64] = []
        /// The tokens at which a pattern that may lie anywhere matches, in order; nil before it was looked for.
        var nearby: [Range<Int>]?
    }

    /// How many programs are running: one, and the contexts that it asks for.
    var depth = 0

    /// Where the match that is being tried begins.
    var start = 0

    /// Where captures begin and end, in tokens; -1 before they do.
    var captures: [Int] = []

    /// The choices that are left.
    var choices: [Choice] = []

    /// The ends of captures that were overwritten.
    var undo: [(slot: Int, value: Int)] = []

    /// The states on the path that is being tried, and those behind them that have failed, by program.
    var journal: [(program: Int, bit: Int)] = []

    /// By program.
    var memories: [Memory] = []

    /// The steps on the path that is being tried, where they are asked for.
    var trail: [Step] = []

    /// Whether steps are noted.
    var isExplaining = false

    /// Whether contexts that fail are noted and passed over, so that it is seen whether they alone fail.
    var passesContexts = false

    /// Where the attempt that came furthest failed.
    var furthest: Furthest?

    /// Where an attempt failed.
    struct Furthest {
        let program: Int
        /// What was asked for there: one step for each choice that came as far.
        var instructions: [Int]
        let position: Int
        let trail: [Step]

        /// Whether all elements matched and a context alone did not allow it.
        var isContext = false

        /// How many tokens were taken before.
        var takenCount: Int { trail.reduce(0) { $0 + ($1.program == program ? $1.tokens.count : 0) } }
    }

    /// Undoes what was done behind a choice.
    mutating func goBack(to choice: Choice) {
        while undo.count > choice.undoCount {
            let last = undo.removeLast()
            captures[last.slot] = last.value
        }
        journal.removeLast(journal.count - choice.journalCount)
        trail.removeLast(max(0, trail.count - choice.trailCount))
    }

    mutating func save(_ slot: Int, _ position: Int) {
        undo.append((slot, captures[slot]))
        captures[slot] = position
    }
}
