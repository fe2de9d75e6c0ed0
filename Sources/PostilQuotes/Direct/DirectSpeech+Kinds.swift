import PostilCore
import PostilText

extension DirectSpeech {
    /// What a string between marks is.
    func kind(of string: MarkedString) -> QuoteKind {
        let content = string.content
        guard !content.isEmpty else { return .scare }
        if isNickname(string) { return .nickname }
        let paragraph = text.paragraphs[text.paragraph(at: string.first)]
        let isWhole = string.first == paragraph.lowerBound && string.end >= paragraph.upperBound
        if isTitle(string) { return .title }
        if isWhole { return isHeading(string) ? .title : .direct }
        if string.continues || !string.hasOpener { return .direct }
        let startsUpper = text.startsUpper(content.lowerBound) || string.first == paragraph.lowerBound
        let endsSentence = endsInPunctuation(string)
        if let tag = tag(behind: string, limit: paragraph.upperBound), tag.cue != nil,
            endsSentence || tag.form == .accordingTo
        {
            // Words of the same sentence before it make it a part of what is said: *The plan is "mad," she said.*
            return startsUpper || !goesOnSentence(at: string.first) ? .direct : .scare
        }
        if isName(string) { return .scare }
        if let tag = parser.tag(before: string.first, lower: paragraph.lowerBound), tag.cue != nil || tag.form == .colon
        {
            // *tall, and, as people said, "true Penns"; …*
            if !startsUpper, content.count < 4, !endsSentence { return .scare }
            // *he only said "Yes" to him*
            let isSaid = startsUpper && text.has(string.first - 1, .says) && !text.isNominal(string.end)
            return endsSentence || endsClause(string) || isSaid || startsUpper && content.count >= 6 ? .direct : .scare
        }
        if string.first == paragraph.lowerBound, content.count >= 3 || text.isDash(string.end) { return .direct }
        // *the more convenient "Brown coupe,"*: marks of the sentence that holds the words, not theirs.
        if goesOnSentence(at: string.first), content.count < 8, !endsInCry(string),
            !content.dropLast().contains(where: text.isComma)
        {
            return .scare
        }
        if startsUpper, endsSentence { return .direct }
        return content.count >= 12 ? .direct : .scare
    }

    /// Whether words of the same sentence stand right before the token.
    private func goesOnSentence(at token: Int) -> Bool {
        let sentence = text.sentences[text.sentence(at: token)]
        return token > sentence.lowerBound && text.kind(token - 1) != .punctuation
    }

    /// Whether nothing of its sentence follows the string.
    private func endsClause(_ string: MarkedString) -> Bool {
        string.end >= text.count || text.isStop(string.end) || text.isComma(string.end)
            || text.mark(string.end) == UInt8(ascii: ";") || text.isDash(string.end)
            || text.sentences[text.sentence(at: string.end)].lowerBound == string.end
    }

    /// Whether the content ends with a mark of its own, as speech does.
    private func endsInPunctuation(_ string: MarkedString) -> Bool {
        var last = string.content.upperBound - 1
        // A nested string may end where this one does.
        while last > string.content.lowerBound, text.isCloser(last) { last -= 1 }
        return text.isComma(last) || text.endsInStop(last) || text.isDash(last)
            || text.mark(last) == UInt8(ascii: ";") || text.mark(last) == UInt8(ascii: ":")
    }

    /// Whether the content ends with a mark that the sentence around it has no use for.
    private func endsInCry(_ string: MarkedString) -> Bool {
        let last = string.content.upperBound - 1
        return text.mark(last) == UInt8(ascii: "!") || text.mark(last) == UInt8(ascii: "?")
    }

    /// *what people called "the facts of life"*, *she called him "Captain"*: words behind a verb of naming, with no
    /// comma, are a name.
    private func isName(_ string: MarkedString) -> Bool {
        let before = string.first - 1
        guard string.content.count <= 8, text.isWord(before), !endsInCry(string) else { return false }
        var token = before
        while token > 0, before - token < 4 {
            if text.has(token, .naming) || text.equals(token, "call") || text.equals(token, "calls")
                || text.equals(token, "calling")
            {
                return true
            }
            guard text.isNominal(token) || text.has(token, [.subjectPronoun, .objectPronoun, .adverb]) else {
                return false
            }
            token -= 1
        }
        return false
    }

    /// Whether a string that is all of its paragraph is a heading: every word of weight has a capital, and no mark
    /// of speech ends it.
    private func isHeading(_ string: MarkedString) -> Bool {
        guard string.hasOpener, string.hasCloser, string.content.count <= 14, !endsInCry(string) else { return false }
        var words = 0
        var capitals = 0
        for token in string.content where text.isWord(token) {
            words += 1
            if text.startsUpper(token) {
                if text.shape(token) == .upper { capitals += 1 }
            } else if !isMinorWord(token) {
                return false
            }
        }
        guard words > 2, !string.content.contains(where: text.isComma) || capitals == words else { return false }
        return capitals == words || !text.isStop(string.content.upperBound - 1) || string.family == .single
    }

    /// *John "Shorty" Bell*, *known as "the Hammer"*
    private func isNickname(_ string: MarkedString) -> Bool {
        let content = string.content
        guard content.count <= 7, string.hasOpener else { return false }
        let before = string.first - 1
        if content.count <= 4, text.isCapitalized(before), text.isCapitalized(string.end),
            !text.has(before, [.subjectPronoun, .determiner]),
            text.startsUpper(content.lowerBound) || text.equals(content.lowerBound, "the"),
            !text.endsInStop(content.upperBound - 1), text.tag(before).isProperNoun || text.has(before, .firstName)
        {
            return true
        }
        guard
            text.startsUpper(content.upperBound - 1) || text.startsUpper(content.lowerBound)
                || text.isStop(content.upperBound - 1)
        else { return false }
        if text.equals(before, "as"), text.has(before - 1, .naming) { return true }
        if text.equals(before, "name"), text.has(before - 1, [.determiner, .possessive]) { return true }
        return text.has(before, .naming) && !text.equals(before, "so-called") && !text.equals(before, "called")
            && !text.equals(before, "known")
    }

    /// Whether the string is the title of a work: its nouns and verbs have capitals, or a word such as *song*
    /// stands before it.
    private func isTitle(_ string: MarkedString) -> Bool {
        var content = string.content
        guard content.count <= 14, string.hasOpener, string.hasCloser else { return false }
        while content.count > 1,
            text.isComma(content.upperBound - 1) || text.mark(content.upperBound - 1) == UInt8(ascii: ".")
        {
            content = content.lowerBound..<content.upperBound - 1
        }
        var capitals = 0
        for token in content where text.isWord(token) {
            if text.startsUpper(token) {
                capitals += 1
            } else if !isMinorWord(token) {
                return false
            }
        }
        guard capitals > 0,
            text.startsUpper(content.lowerBound) || text.kind(content.lowerBound) == .number
        else { return false }
        let before = string.first - 1
        if text.has(before, .work) || text.isComma(before) && text.has(before - 1, .work)
            || text.tag(before) == .possessive && text.has(string.end, .work)
        {
            return true
        }
        guard content.count >= 2, capitals >= 2 else { return false }
        // *She read "The Sea and the Jungle" twice*
        if capitals >= 3, content == string.content, text.isWord(before), !text.isCapitalized(before) { return true }
        let paragraph = text.paragraphs[text.paragraph(at: string.first)]
        guard string.first > paragraph.lowerBound else { return false }
        let parser = parser
        if parser.tag(before: string.first, lower: paragraph.lowerBound).map({
            !text.isComma($0.end - 1) || $0.cue == nil
        }) == nil,
            tag(behind: string, limit: paragraph.upperBound) == nil
        {
            return !text.isStop(string.content.upperBound - 1)
                || text.mark(string.content.upperBound - 1) == UInt8(ascii: ".")
        }
        return false
    }

    /// Whether the word stays small in titles.
    private func isMinorWord(_ token: Int) -> Bool {
        text.has(token, [.determiner, .preposition, .coordinator, .to, .be, .subordinator])
    }
}
