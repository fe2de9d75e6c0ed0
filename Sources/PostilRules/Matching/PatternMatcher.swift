import PostilCore

/// Carries out the programs of rules on a document.
///
/// A program is tried with backtracking, so that choices are taken in the order in which the pattern has them, and
/// remembers for each window the states that have failed: no state is tried twice from any start, so that the work
/// is at most the program's length times the window's, whatever the pattern is.
struct PatternMatcher {
    let input: RuleInput
    let programs: [PatternProgram]
    var state = MatchState()

    init(_ input: RuleInput, programs: [PatternProgram]) {
        self.input = input
        self.programs = programs
        state.memories = Array(repeating: MatchState.Memory(), count: programs.count)
    }

    /// Matches a program at a token.
    ///
    /// - Parameters:
    ///   - program: The program's number.
    ///   - start: The token.
    ///   - window: The tokens in which the match and its contexts must lie.
    ///   - captureCount: How many captures the rule has.
    /// - Returns: The end of the match; the captures are in ``state``.
    mutating func match(_ program: Int, at start: Int, in window: Range<Int>, captureCount: Int) -> Int? {
        state.captures.removeAll(keepingCapacity: true)
        for _ in 0..<(captureCount * 2) { state.captures.append(-1) }
        state.undo.removeAll(keepingCapacity: true)
        state.journal.removeAll(keepingCapacity: true)
        state.trail.removeAll(keepingCapacity: true)
        state.choices.removeAll(keepingCapacity: true)
        state.start = start
        return run(program, at: start, in: window)
    }

    private mutating func prepare(_ number: Int, _ window: Range<Int>) {
        guard state.memories[number].window != window else { return }
        state.memories[number].window = window
        state.memories[number].nearby = nil
        let words = (programs[number].instructions.count * (window.count + 1) + 63) / 64
        state.memories[number].visited.removeAll(keepingCapacity: true)
        state.memories[number].visited.append(contentsOf: repeatElement(0, count: words))
    }

    /// Whether the state has not been tried in the window; notes that it is being tried.
    private mutating func enter(_ number: Int, _ instruction: Int, _ position: Int, _ window: Range<Int>) -> Bool {
        let bit = instruction * (window.count + 1) + position - window.lowerBound
        let mask: UInt64 = 1 << UInt64(bit & 63)
        if state.memories[number].visited[bit >> 6] & mask != 0 { return false }
        state.memories[number].visited[bit >> 6] |= mask
        state.journal.append((number, bit))
        return true
    }

    /// Runs a program from a position, which is before the token of that number.
    private mutating func run(_ number: Int, at start: Int, in window: Range<Int>) -> Int? {
        prepare(number, window)
        let base = state.choices.count
        let journalBase = state.journal.count
        // States on the path to a match have not failed and may be tried again; all others have.
        defer { state.journal.removeLast(state.journal.count - journalBase) }
        state.depth += 1
        defer { state.depth -= 1 }
        var instruction = 0
        var position = start
        while true {
            if enter(number, instruction, position, window) {
                switch step(number, &instruction, &position, window) {
                case .goesOn: continue
                case .matches:
                    state.choices.removeLast(state.choices.count - base)
                    for entry in state.journal[journalBase...] {
                        state.memories[entry.program].visited[entry.bit >> 6] &= ~(1 << UInt64(entry.bit & 63))
                    }
                    return position
                case .fails: break
                }
            }
            guard state.choices.count > base, let choice = state.choices.popLast() else { return nil }
            state.goBack(to: choice)
            instruction = choice.instruction
            position = choice.position
        }
    }

    private enum Outcome { case goesOn, matches, fails }

    private mutating func step(
        _ number: Int,
        _ instruction: inout Int,
        _ position: inout Int,
        _ window: Range<Int>
    ) -> Outcome {
        switch programs[number].instructions[instruction] {
        case .token(let condition):
            let isBackward = programs[number].isBackward
            let token = isBackward ? position - 1 : position
            guard window.contains(token), input.fulfils(programs[number].tokens[condition], token) else {
                return fail(number, instruction, position)
            }
            note(number, instruction, token..<(token + 1))
            position += isBackward ? -1 : 1
        case .annotation(let condition):
            let condition = programs[number].annotations[condition]
            let layer = input.layers[condition.layer]
            guard let values = layer.layer else { return .fails }
            return take(
                layer,
                number,
                &instruction,
                &position,
                window,
                where: { condition.isFulfilled(at: layer.positions[$0], of: values) }
            )
        case .entry(let lexicon):
            return take(input.entries[lexicon], number, &instruction, &position, window, where: { _ in true })
        case .split(let first, let second):
            state.choices.append(choice(second, position))
            instruction = first
            return .goesOn
        case .jump(let target):
            instruction = target
            return .goesOn
        case .save(let slot): state.save(slot, position)
        case .windowStart: if position != window.lowerBound { return fail(number, instruction, position) }
        case .windowEnd: if position != window.upperBound { return fail(number, instruction, position) }
        case .context(let program, let side, let demand):
            guard !holds(program, side, at: position, in: window, demand) else { break }
            guard state.passesContexts, state.depth == 1 else { return .fails }
            state.trail.append(
                MatchState.Step(
                    program: number,
                    instruction: instruction,
                    tokens: position..<position,
                    isFailedContext: true
                )
            )
        case .match:
            guard let failed = state.trail.first(where: \.isFailedContext) else { return .matches }
            return fail(number, failed.instruction, position, isContext: true)
        }
        instruction += 1
        return .goesOn
    }

    private func choice(_ instruction: Int, _ position: Int) -> MatchState.Choice {
        MatchState.Choice(
            instruction: instruction,
            position: position,
            undoCount: state.undo.count,
            journalCount: state.journal.count,
            trailCount: state.trail.count
        )
    }

    /// Takes the first stretch at the position, and leaves the others as choices.
    private mutating func take(
        _ stretches: RuleInput.Stretches,
        _ number: Int,
        _ instruction: inout Int,
        _ position: inout Int,
        _ window: Range<Int>,
        where condition: (Int) -> Bool
    ) -> Outcome {
        let isBackward = programs[number].isBackward
        let candidates = isBackward ? stretches.ending(at: position) : Array(stretches.starting(at: position))
        var ends: [Int] = []
        for candidate in candidates {
            let range = stretches.ranges[candidate]
            let end = isBackward ? range.lowerBound : range.upperBound
            let isInside = range.lowerBound >= window.lowerBound && range.upperBound <= window.upperBound
            if isInside, !ends.contains(end), condition(candidate) { ends.append(end) }
        }
        guard let first = ends.first else { return fail(number, instruction, position) }
        for end in ends.dropFirst().reversed() { state.choices.append(choice(instruction + 1, end)) }
        note(number, instruction, min(position, first)..<max(position, first))
        instruction += 1
        position = first
        return .goesOn
    }

    /// Whether a context is there, or is not where that is asked for.
    private mutating func holds(
        _ program: Int,
        _ side: Pattern.ContextSide,
        at position: Int,
        in window: Range<Int>,
        _ demand: Pattern.ContextDemand
    ) -> Bool {
        let before = choice(0, position)
        let isFound =
            side == .nearby
            ? findNearby(program, from: position, in: window) : run(program, at: position, in: window) != nil
        // What a context that must not be there has captured is undone with it.
        if demand == .absent || !isFound { undo(to: before) }
        return demand == .any || isFound == (demand == .present)
    }

    private mutating func undo(to choice: MatchState.Choice) {
        while state.undo.count > choice.undoCount {
            let last = state.undo.removeLast()
            state.captures[last.slot] = last.value
        }
        state.trail.removeLast(max(0, state.trail.count - choice.trailCount))
    }

    /// Finds the place nearest to `position`, outside the match, at which a program matches; that behind it where two are
    /// as near.
    private mutating func findNearby(_ program: Int, from position: Int, in window: Range<Int>) -> Bool {
        prepare(program, window)
        let places: [Range<Int>]
        if let known = state.memories[program].nearby {
            places = known
        } else {
            let before = choice(0, position)
            places = window.compactMap { start in
                defer { undo(to: before) }
                return run(program, at: start, in: window).map { start..<$0 }
            }
            state.memories[program].nearby = places
        }
        let matched = min(state.start, position)..<max(state.start, position)
        let next = RuleInput.partition(places.count) { places[$0].lowerBound >= position }
        let behind = next < places.count ? places[next] : nil
        let ahead = places[..<next].last { !$0.overlaps(matched) }
        var nearest = behind
        if let ahead, behind.map({ $0.lowerBound - position > position - ahead.lowerBound }) ?? true { nearest = ahead }
        return nearest.map { run(program, at: $0.lowerBound, in: window) != nil } ?? false
    }

    private mutating func fail(
        _ number: Int,
        _ instruction: Int,
        _ position: Int,
        isContext: Bool = false
    ) -> Outcome {
        // What fails inside a context is no step of the rule's own pattern.
        if state.isExplaining, state.depth == 1 {
            let attempt = MatchState.Furthest(
                program: number,
                instructions: [instruction],
                position: position,
                trail: state.trail,
                isContext: isContext
            )
            let best = state.furthest
            if (attempt.takenCount, isContext ? 1 : 0) > (best?.takenCount ?? -1, best?.isContext == true ? 1 : 0) {
                state.furthest = attempt
            } else if let best, attempt.takenCount == best.takenCount, !best.isContext, !isContext,
                best.program == number, best.position == position
            {
                state.furthest?.instructions.append(instruction)
            }
        }
        return .fails
    }

    private mutating func note(_ number: Int, _ instruction: Int, _ tokens: Range<Int>) {
        if state.isExplaining {
            state.trail.append(MatchState.Step(program: number, instruction: instruction, tokens: tokens))
        }
    }
}
