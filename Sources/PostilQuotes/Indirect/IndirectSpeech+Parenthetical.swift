import PostilCore
import PostilText

extension IndirectSpeech {
    /// *…, he said*, *…, said the mayor, …*, *The plan, she says, is …*
    func parenthetical(_ verb: Int, group: Range<Int>, in sentence: Range<Int>) -> Quotation? {
        guard text.has(verb, [.says, .thinks, .shows, .tells]), text.tag(verb) != .gerund, text.tag(verb) != .baseVerb
        else { return nil }
        if let found = sourceFirst(verb, group: group, in: sentence) ?? cueFirst(verb, group: group, in: sentence) {
            var found = found
            found.isAttitude = text.has(verb, .thinks) && !text.has(verb, .says)
            return found
        }
        return nil
    }

    /// *…, he said on Monday.*
    private func sourceFirst(_ verb: Int, group: Range<Int>, in sentence: Range<Int>) -> Quotation? {
        guard let subject = clause.subject(ofVerbGroup: group, lower: sentence.lowerBound),
            subject.lowerBound > sentence.lowerBound, !text.has(subject.lowerBound, .relative)
        else { return nil }
        var opener = subject.lowerBound - 1
        if text.equals(opener, "as") {
            if opener == sentence.lowerBound || text.has(opener - 1, .coordinator) {
                return behindAs(verb, group: group, subject: subject, in: sentence)
            }
            opener -= 1
        }
        guard isOpener(opener), let end = parentheticalEnd(from: verb + 1, limit: sentence.upperBound)
        else { return nil }
        return around(
            opener + (text.isComma(opener) || text.isDash(opener) ? 0 : 1)..<end,
            cue: group,
            speaker: subject,
            in: sentence
        )
    }

    /// Whether words that say who speaks can begin behind the token: a comma, a dash, or a mark that closes
    /// behind one.
    private func isOpener(_ token: Int) -> Bool {
        text.isComma(token) || text.isDash(token)
            || text.isComma(token - 1) && (QuotationMark(token, in: text)?.canClose ?? false)
    }

    /// *As the mayor said, …*
    private func behindAs(_ verb: Int, group: Range<Int>, subject: Range<Int>, in sentence: Range<Int>) -> Quotation? {
        guard let end = parentheticalEnd(from: verb + 1, limit: sentence.upperBound), text.isComma(end) else {
            return nil
        }
        return quotation(
            end + 1..<max(end + 1, sentence.upperBound),
            cue: group,
            speaker: subject,
            .cueBefore,
            rule: .sourceCueContent
        )
    }

    /// *…, said the mayor.*
    private func cueFirst(_ verb: Int, group: Range<Int>, in sentence: Range<Int>) -> Quotation? {
        let opener = group.lowerBound - 1
        guard opener > sentence.lowerBound, isOpener(opener),
            let speaker = text.longNounPhrase(from: verb + 1, limit: sentence.upperBound), !text.has(verb, .tells),
            SpeechTagParser(text: text).canSpeak(speaker)
        else { return nil }
        var end = speaker.upperBound
        if let apposition = text.appositionEnd(from: end, limit: sentence.upperBound) {
            end = apposition
            if !boundary.startsClause(end, limit: sentence.upperBound), !text.has(end, .coordinator) {
                end = sentence.upperBound
            }
        } else if text.isComma(end) {
            // An apposition up to the end of the sentence.
            if !boundary.startsClause(end + 1, limit: sentence.upperBound) { end = sentence.upperBound }
        } else if !text.isStop(end), !text.has(end, [.preposition, .relative, .subordinator, .time]),
            end < sentence.upperBound
        {
            return nil
        }
        let first = text.isComma(opener) || text.isDash(opener) ? opener : opener + 1
        return around(first..<end, cue: group, speaker: speaker, in: sentence)
    }

    /// The end of the words that say who speaks: at once, or behind a phrase of time, place or hearers.
    private func parentheticalEnd(from token: Int, limit: Int) -> Int? {
        var next = token
        // *said their plans …*: what follows at once is content, but for a day or hearers.
        if text.isNominal(next), !text.has(next, .time), !text.has(next - 1, .tells) { return nil }
        while next < limit {
            if text.isComma(next) || text.isStop(next) || text.mark(next) == UInt8(ascii: ";") { return next }
            guard next - token < 14,
                text.tag(next) == .preposition && !text.has(next, .that)
                    || text.isNominal(next) && !text.has(next, .that)
                    || text.tag(next).isAdverb || text.has(next, [.time, .to, .objectPronoun, .adverb])
                    || text.tag(next) == .gerund
            else { return nil }
            if text.isNominal(next) || text.has(next, .subjectPronoun), boundary.startsClause(next, limit: limit) {
                return nil
            }
            next += 1
        }
        return next
    }

    /// The sentence around words that say whose it is.
    func around(_ words: Range<Int>, cue: Range<Int>, speaker: Range<Int>?, in sentence: Range<Int>) -> Quotation? {
        var lower = contentStart(before: words.lowerBound, in: sentence)
        while lower < words.lowerBound, text.has(lower, .coordinator) || text.isComma(lower) { lower += 1 }
        // *Meanwhile, the clock is slow, he said*: the connective is the writer's.
        if text.tag(lower).isAdverb, text.isComma(lower + 1), lower + 2 < words.lowerBound { lower += 2 }
        let before = trimmed(lower..<words.lowerBound)
        let isLast =
            text.isStop(words.upperBound) || words.upperBound >= sentence.upperBound - 1
            || !text.isComma(words.upperBound) && !text.isComma(words.upperBound - 1)
        guard !before.isEmpty,
            !isLast || before.count >= 2 && before.contains(where: isVerbOrString)
                || before.count >= 4 && !text.has(before.lowerBound, [.preposition, .time, .subordinator])
        else { return nil }
        // A string that fills what stands before the words is a quotation of its own.
        if let string = strings.string(around: before.upperBound - 1), string.first <= before.lowerBound { return nil }
        var found = quotation(before, cue: cue, speaker: speaker, .cueAfter, rule: .contentCueSource)
        if !isLast {
            var start = words.upperBound
            if text.isComma(start) { start += 1 }
            if !text.has(start, .coordinator) || !boundary.startsClause(start + 1, limit: sentence.upperBound),
                !text.has(start, .subordinator) || text.has(start, .that), text.tag(start) != .gerund
            {
                let end = boundary.end(
                    from: start,
                    limit: sentence.upperBound,
                    form: .clause,
                    isFronted: false,
                    cueTag: text.tag(cue.upperBound - 1)
                )
                let after = trimmed(start..<end)
                if !after.isEmpty {
                    found?.parts.append(after)
                    found?.content = before.lowerBound..<after.upperBound
                    found?.rule = .cueInside
                    if speaker != nil { found?.attribution = .cueInside }
                }
            }
        }
        return found
    }

    private func isVerbOrString(_ token: Int) -> Bool {
        text.tag(token).isVerb || text.has(token, [.be, .auxiliary]) || strings.string(at: token) != nil
    }

    /// Where the content before a parenthesis begins: with the sentence, or behind a semicolon or what
    /// belongs to an earlier report.
    private func contentStart(before token: Int, in sentence: Range<Int>) -> Int {
        var start = token
        while start > sentence.lowerBound {
            if text.mark(start - 1) == UInt8(ascii: ";") { return start }
            start -= 1
        }
        return behindDateline(start, before: token)
    }

    /// The token, before `limit`, behind a dateline that begins at the token with the paragraph: *QUERN, Ohio (Wire) -*.
    private func behindDateline(_ start: Int, before limit: Int) -> Int {
        let paragraph = text.paragraphs[text.paragraph(at: start)]
        guard paragraph.lowerBound == start, text.isCapitalized(start),
            text.shape(start) == .upper || text.isComma(start + 1)
        else { return start }
        var token = start
        while token + 2 < min(start + 14, limit) {
            token += 1
            if text.isDash(token), text.hasSpaceBefore(token), text.hasSpaceAfter(token) { return token + 1 }
            if text.tag(token).isVerb, text.shape(token) != .upper { return start }
        }
        return start
    }

    /// *According to the mayor, …*, *…, according to the mayor*
    func accordingTo(at token: Int, in sentence: Range<Int>) -> Quotation? {
        guard let speaker = sourcePhrase(from: token + 2, limit: sentence.upperBound) else { return nil }
        let cue = token..<token + 2
        if token == sentence.lowerBound
            || text.has(token - 1, [.coordinator, .subordinator]) && token - 1 == sentence.lowerBound
        {
            var start = speaker.upperBound
            if let apposition = text.appositionEnd(from: start, limit: sentence.upperBound) { start = apposition }
            guard let comma = (speaker.upperBound - 1..<sentence.upperBound).first(where: text.isComma) else {
                return nil
            }
            start = max(start, comma + 1)
            return quotation(start..<sentence.upperBound, cue: cue, speaker: speaker, .accordingTo, rule: .accordingTo)
        }
        let opener = text.isComma(token - 1) ? token - 1 : token
        var found = around(opener..<speaker.upperBound, cue: cue, speaker: speaker, in: sentence)
        found?.rule = .accordingTo
        found?.attribution = .accordingTo
        return found
    }

    /// The noun phrase of a source, with a second one that *and* joins to it.
    private func sourcePhrase(from token: Int, limit: Int) -> Range<Int>? {
        guard var phrase = text.longNounPhrase(from: token, limit: limit) else { return nil }
        if text.equals(phrase.upperBound, "and"),
            let next = text.longNounPhrase(from: phrase.upperBound + 1, limit: limit),
            !text.tag(next.upperBound).isVerb
        {
            phrase = phrase.lowerBound..<next.upperBound
        }
        return phrase
    }

    /// *In a poll of members, most like the clock*
    func inDocument(at token: Int, in sentence: Range<Int>) -> Quotation? {
        guard token == sentence.lowerBound,
            let source = text.longNounPhrase(from: token + 1, limit: sentence.upperBound),
            source.contains(where: { text.has($0, .text) && text.has($0, .finding) }),
            let comma = (source.upperBound..<min(sentence.upperBound, source.upperBound + 10)).first(
                where: text.isComma
            ),
            boundary.startsClause(comma + 1, limit: sentence.upperBound)
        else { return nil }
        return quotation(
            comma + 1..<sentence.upperBound,
            cue: token..<token + 1,
            speaker: source,
            .accordingTo,
            rule: .accordingTo
        )
    }
}
