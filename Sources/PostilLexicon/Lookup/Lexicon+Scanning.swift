extension Lexicon {
    /// Appends the matches among `pieces`.
    func find(
        in pieces: [NamePiece],
        scan: LexiconScan,
        accepting: LexiconCaseFit,
        into matches: inout [LexiconMatch]
    ) {
        let ignoresCase = accepting >= .ignored
        pieces.withUnsafeBufferPointer { pieces in
            var index = 0
            var asked = 0
            while index < pieces.count {
                while asked < min(index + 2 * Lexicon.ahead, pieces.count) {
                    prefetch(pieces, asked, ignoresCase: ignoresCase)
                    asked += 1
                }
                guard mayBegin(pieces[index], ignoresCase: ignoresCase) else {
                    index += 1
                    continue
                }
                let end = findNames(at: index, in: pieces, all: scan == .all, accepting: accepting, into: &matches)
                index = scan == .separate ? max(end, index + 1) : index + 1
            }
        }
    }

    /// So many pieces before they are looked up their memory is asked for, in two steps.
    private static let ahead = 4

    /// Asks for the bucket of a piece, and for what is known of one that stands before it.
    private func prefetch(_ pieces: UnsafeBufferPointer<NamePiece>, _ index: Int, ignoresCase: Bool) {
        if mayBegin(pieces[index], ignoresCase: ignoresCase) {
            table.prefetchBucket(of: NameHash(first: pieces[index].hash, seed: table.seed))
        }
        guard index >= Lexicon.ahead else { return }
        let before = pieces[index - Lexicon.ahead]
        if mayBegin(before, ignoresCase: ignoresCase) {
            table.prefetchPayload(of: NameHash(first: before.hash, seed: table.seed))
        }
    }

    /// Whether a name can begin with a piece: most tokens are words in small letters that begin none.
    @inline(__always)
    private func mayBegin(_ piece: NamePiece, ignoresCase: Bool) -> Bool {
        let filter = piece.shape == .lower && !ignoresCase ? table.lowerFilter : table.filter
        return filter.mayContain(piece.hash) && piece.place.contains(.startsToken)
    }

    /// Appends the matches that begin at the piece `first`.
    ///
    /// - Returns: The piece behind the longest.
    private func findNames(
        at first: Int,
        in pieces: UnsafeBufferPointer<NamePiece>,
        all: Bool,
        accepting: LexiconCaseFit,
        into matches: inout [LexiconMatch]
    ) -> Int {
        let firstMatch = matches.count
        var state = NameHash(first: pieces[first].hash, seed: table.seed)
        var shapes = PieceShapes()
        var index = first
        var end = first
        while true {
            let piece = pieces[index]
            shapes.append(piece.shape)
            guard let payload = table.payload(of: state) else { break }
            if payload.hasSenses, piece.place.contains(.endsToken),
                let match = match(
                    payload.record,
                    tokens: Int(pieces[first].token)..<(Int(piece.token) + 1),
                    shapes: shapes,
                    accepting: accepting
                )
            {
                if !all { matches.removeSubrange(firstMatch...) }
                matches.append(match)
                end = index + 1
            }
            index += 1
            guard payload.continues, index < pieces.count, Int(shapes.count) < PieceShapes.capacity,
                !pieces[index].place.contains(.startsBlock)
            else { break }
            state.extend(pieces[index].hash)
        }
        if matches.count - firstMatch > 1 { matches[firstMatch...].reverse() }
        return end
    }

    private func match(
        _ record: UInt32,
        tokens: Range<Int>,
        shapes: PieceShapes,
        accepting: LexiconCaseFit
    ) -> LexiconMatch? {
        var kinds: LexiconKinds = []
        var best = LexiconCaseFit.ignored
        var reader = table.senses(at: record)
        while let sense = reader.next() {
            let fit = shapes.fit(table.pattern(sense.pattern))
            guard fit <= accepting else { continue }
            kinds.formUnion(LexiconKinds(sense.kind))
            best = min(best, fit)
        }
        guard !kinds.isEmpty else { return nil }
        return LexiconMatch(
            tokens: tokens,
            kinds: kinds,
            fit: best,
            record: record,
            shapes: shapes,
            accepted: accepting
        )
    }

    /// The senses of a match whose capitals agree as well as was asked: those of greater weight first,
    /// within each kind.
    ///
    /// - Complexity: O(senses).
    public func senses(of match: LexiconMatch) -> [LexiconSense] {
        var senses: [LexiconSense] = []
        var reader = table.senses(at: match.record)
        while let sense = reader.next() {
            let fit = match.shapes.fit(table.pattern(sense.pattern))
            guard fit <= match.accepted else { continue }
            senses.append(
                LexiconSense(
                    kind: sense.kind,
                    fit: fit,
                    canonical: sense.canonical.flatMap { table.string(at: $0) },
                    link: sense.link.flatMap { link in table.string(at: link).map { $0 + sense.linkNumberText } },
                    detail: sense.detail.flatMap { table.string(at: $0) },
                    level: sense.level
                )
            )
        }
        return senses
    }
}
