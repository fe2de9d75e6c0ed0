import PostilCore

extension EntityFeatures {
    /// What the stretch of capitalised words around a token says, and the words on its ends.
    func addRun(of token: Int, sentence: Range<Int>, to writer: inout some FeatureSink) {
        let number = runs.runOfToken[token]
        guard number >= 0 else {
            // A small word between two runs sees the words on their near ends, and what ends the second.
            guard facts[token].isConnector, sentence.contains(token - 1), sentence.contains(token + 1) else { return }
            let next = runs.runOfToken[token + 1]
            let last = runs.runOfToken[token - 1]
            guard next >= 0, last >= 0 else { return }
            let after = runs.runs[Int(next)]
            let prior = runs.runs[Int(last)]
            writer.add(60, facts[token].word, facts[prior.end - 1].word)
            writer.add(
                61,
                facts[token].word,
                UInt64(facts[prior.end - 1].wordClass),
                UInt64(facts[after.start].wordClass)
            )
            writer.add(62, facts[token].word, facts[prior.start].path(8), facts[after.end - 1].path(8))
            return
        }
        let run = runs.runs[Int(number)]
        let first = facts[run.start]
        let last = facts[run.end - 1]
        let before = at(run.start - 1, sentence)
        let behind = at(run.end, sentence)
        let place = UInt64(min(run.count, 4)) &* 8 &+ (token == run.start ? 1 : 0) &+ (token == run.end - 1 ? 2 : 0)
        writer.add(43, before.word, place)
        writer.add(44, behind.word, place)
        writer.add(45, last.word, place)
        writer.add(46, first.word, place)
        writer.add(47, UInt64(last.wordClass), place)
        writer.add(48, UInt64(first.wordClass), place)
        writer.add(49, UInt64(before.wordClass), place)
        writer.add(50, UInt64(behind.wordClass), place)
        writer.add(51, before.path(8), last.path(8), behind.path(8))
        writer.add(52, first.path(8), last.path(8), place)
        writer.add(92, UInt64(last.context), place)
        writer.add(93, UInt64(first.context), place)
        writer.add(94, UInt64(before.context), place)
        writer.add(95, UInt64(behind.context), place)
        writer.add(96, first.contextPath(8), last.contextPath(8), place)
        writer.add(76, gazetteer.sets[run.start], gazetteer.sets[run.end - 1], place)
        // What stands behind a small word behind the run: *University of X*, *Bank of Y*.
        if behind.isConnector, sentence.contains(run.end + 1), facts[run.end + 1].isCapital {
            writer.add(53, behind.word, facts[run.end + 1].path(10), place)
            writer.add(54, last.word, behind.word)
        }
        if before.isConnector, sentence.contains(run.start - 2), facts[run.start - 2].isCapital {
            writer.add(55, before.word, facts[run.start - 2].word)
            writer.add(56, before.word, UInt64(facts[run.start - 2].wordClass), last.path(6))
        }
        addDocument(token, run: run, sentence: sentence, to: &writer)
    }

    /// What the rest of the document says of the word.
    private func addDocument(_ token: Int, run: NameRuns.Run, sentence: Range<Int>, to writer: inout some FeatureSink) {
        let word = facts[token].word
        let isFirst: UInt64 = token == sentence.lowerBound ? 1 : 0
        writer.add(57, UInt64(runs.uses[word]?.rawValue ?? 0), isFirst, facts[token].shape)
        if let number = runs.longest[word] {
            let other = runs.runs[Int(number)]
            if other.count > run.count {
                let isLast: UInt64 = facts[other.end - 1].word == word ? 1 : 0
                let isStart: UInt64 = facts[other.start].word == word ? 2 : 0
                writer.add(58, facts[other.end - 1].word, isLast | isStart)
                writer.add(59, facts[other.start].word, isLast | isStart)
                writer.add(63, UInt64(facts[other.end - 1].wordClass), isLast | isStart)
                writer.add(64, UInt64(facts[other.start].wordClass), isLast | isStart)
                writer.add(97, UInt64(facts[other.end - 1].context), isLast | isStart)
                if other.start > 0 { writer.add(65, facts[other.start - 1].word, isLast | isStart) }
                if other.end < facts.count { writer.add(66, facts[other.end].word, isLast | isStart) }
            }
        }
        if view.values[token].shape == .upper, let number = runs.expansions[word] {
            let long = runs.runs[Int(number)]
            writer.add(67, facts[long.end - 1].word)
            writer.add(68, UInt64(facts[long.end - 1].wordClass), facts[long.start].path(8))
            writer.add(69, 1)
        }
    }
}
