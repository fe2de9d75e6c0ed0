import PostilCore
import PostilText

extension DirectSpeech {
    /// Strings that are one quotation, as positions among the outer ones.
    struct Run {
        /// The pieces of the quotation.
        var pieces: [Int]
        /// What stands between marks in the words that say who speaks: *Ada told the "Daily Gull"*.
        var named: [Int] = []
        /// The position behind the last of them.
        var end: Int
    }

    /// The outer strings that belong to one quotation with that at `index`.
    func joined(_ outer: [Int], from index: Int) -> Run {
        var run = Run(pieces: [index], end: index + 1)
        guard kind(of: strings[outer[index]]) == .direct else { return run }
        var last = index
        while run.end < outer.count {
            let next = strings[outer[run.end]]
            if strings[outer[last]].continues, label(of: next) == nil {
                last = run.end
            } else if isInterruption(from: strings[outer[last]], to: next), isSpeaking(next) {
                last = run.end
            } else if run.end + 1 < outer.count, isNamed(next, behind: strings[outer[last]]),
                isInterruption(from: strings[outer[last]], to: strings[outer[run.end + 1]]),
                isSpeaking(strings[outer[run.end + 1]])
            {
                run.named.append(run.end)
                last = run.end + 1
            } else {
                break
            }
            run.pieces.append(last)
            run.end = last + 1
        }
        return run
    }

    /// Whether a string stands in the words that say who speaks the one before: no sentence ends between them.
    private func isNamed(_ string: MarkedString, behind last: MarkedString) -> Bool {
        guard last.end < string.first, let tag = tag(behind: last, limit: string.first), tag.cue != nil else {
            return false
        }
        return kind(of: string) != .direct && !(last.end..<string.first).contains(where: text.isStop)
    }

    /// Whether the string behind an interruption goes on with the speech.
    private func isSpeaking(_ string: MarkedString) -> Bool {
        let before = string.first - 1
        if text.isStop(before) || text.isComma(before) || text.isDash(before)
            || text.mark(before) == UInt8(ascii: ";")
        {
            return kind(of: string) != .nickname
        }
        return kind(of: string) == .direct
    }

    /// Whether what stands between two strings only says who speaks them both.
    private func isInterruption(from last: MarkedString, to next: MarkedString) -> Bool {
        let gap = last.end..<max(last.end, next.first)
        guard !gap.isEmpty, gap.count < 80, last.hasCloser else { return false }
        let paragraph = text.paragraphs[text.paragraph(at: last.first)]
        guard paragraph.contains(next.first) else { return false }
        let tag = tag(behind: last, limit: next.first)
        guard tag != nil || endsWithComma(last) || isPause(gap) else { return false }
        // A verb of saying of its own takes the next string away: *"Yes," he said, and she cried: "No!"*
        let lower = tag?.end ?? last.end
        if let cue = parser.tag(before: next.first, lower: lower)?.cue, isOwn(cue, of: next) { return false }
        // *"So it is," she said; and as nobody spoke she went on: "Listen."*
        if text.isColon(next.first - 1), (lower..<next.first).contains(where: isFinite) { return false }
        // So do other words behind it: *"Yes," said Ann. "No," said Bob.*
        if let speaker = tag?.speaker, let other = self.tag(behind: next, limit: paragraph.upperBound)?.speaker {
            return !areDifferentNames(speaker, other)
        }
        return true
    }

    /// Whether the verb of saying before a string takes it away from the speech before: the string is what it says.
    /// *he said, shrugging*, *he hastened to add* and *he said, as though he thought it funny,* do not.
    private func isOwn(_ cue: Range<Int>, of next: MarkedString) -> Bool {
        let isAnnounced = text.isColon(next.first - 1)
        let saysMore = text.has(cue.upperBound - 1, [.says, .tells, .asks])
        switch text.tag(cue.lowerBound) {
        case .gerund where isAnnounced || !saysMore: return false
        case .to, .baseVerb: return false
        default: break
        }
        let object = cue.upperBound
        return isAnnounced || text.has(cue.upperBound - 1, [.tells, .asks])
            || !(text.isNominal(object) || text.equals(object, "it")) || text.has(object, .time)
    }

    private func isFinite(_ token: Int) -> Bool {
        switch text.tag(token) {
        case .pastVerb, .thirdPersonVerb, .presentVerb, .modal: true
        default: false
        }
    }

    /// Whether a gap is one sentence that says that the speech stops for a while: *He paused, and looked at the goose.*
    private func isPause(_ gap: Range<Int>) -> Bool {
        guard gap.count < 30, text.isStop(gap.upperBound - 1), !gap.dropLast().contains(where: text.isStop),
            let subject = text.longNounPhrase(from: gap.lowerBound, limit: gap.upperBound)
        else { return false }
        let verb = subject.upperBound
        return text.equals(verb, "paused") || text.equals(verb, "hesitated") || text.equals(verb, "stopped")
            || text.equals(verb, "faltered")
    }

    private func areDifferentNames(_ phrase: Range<Int>, _ other: Range<Int>) -> Bool {
        guard text.tag(phrase.upperBound - 1).isProperNoun, text.tag(other.upperBound - 1).isProperNoun else {
            return false
        }
        return text.hash(phrase.upperBound - 1) != text.hash(other.upperBound - 1)
    }
}
