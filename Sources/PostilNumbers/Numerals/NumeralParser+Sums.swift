import PostilCore
import PostilText

extension NumeralParser {
    /// The longest sum of groups that begins at `token`, smaller than `limit`.
    ///
    /// - Parameters:
    ///   - limit: What the sum must stay below, since it adds to a larger one; nil for none.
    ///   - allowsDigits: Whether digits without a power may stand in it.
    func sum(at token: Int, below limit: ExactDecimal? = nil, allowsDigits: Bool = true) -> NumeralSum? {
        guard var total = scaledGroup(at: token) else { return nil }
        if let limit {
            guard let value = total.value, value < limit, !value.isZero else { return nil }
            if !allowsDigits, total.digits != nil, !total.hasScale { return nil }
        }
        while total.endsInScale, !total.isOrdinal, total.scale > .one, let next = addend(behind: total) {
            total = next
        }
        return total
    }

    /// The sum with a smaller one added that stands behind it, perhaps after *and* or a comma.
    private func addend(behind total: NumeralSum) -> NumeralSum? {
        guard view.end(total.last) == total.end, !total.isPlural, var next = following(total.last) else { return nil }
        var hasAnd = false
        if word(next).kind == .and || view.length(next) == 1 && view.firstByte(next) == UInt8(ascii: "&") {
            hasAnd = true
            next += 1
        } else if view.length(next) == 1, view.firstByte(next) == UInt8(ascii: ",") {
            next += 1
            guard next < view.count, startsWithWord(next) else { return nil }
        }
        guard next < view.count, isAdjacent(next - 1, next), word(next).kind != .article, word(next).kind != .part
        else {
            return nil
        }
        let isHundred = total.scale == ExactDecimal(100)
        let isWordy = total.digits == nil
        guard let part = sum(at: next, below: total.scale, allowsDigits: hasAnd && isHundred) else { return nil }
        // *3 million and two* are two numbers; *three million and two* is one.
        if hasAnd, !isWordy, !part.hasScale, !isHundred { return nil }
        if view.bytes[view.end(total.last)] == UInt8(ascii: ","), !part.hasScale { return nil }
        if part.isBareScale, !part.isOrdinal { return nil }
        // *$280 million first mortgage notes*: digits and an ordinal in words are two numbers.
        if !isWordy, part.isOrdinal { return nil }
        // *two hundred and fifty-four hundredths*: the denominator is no part of the sum.
        if part.isOrdinal, part.isPlural { return nil }
        var result = total
        result.value = part.value.flatMap { total.value?.adding($0) }
        result.last = part.last
        result.end = part.end
        result.isOrdinal = part.isOrdinal
        result.isPlural = part.isPlural
        result.scale = part.endsInScale ? part.scale : .one
        result.endsInScale = part.endsInScale
        result.tail = hasAnd ? part.value : part.tail
        result.tailScale = hasAnd ? total.scale : part.tailScale
        result.hasWords = result.hasWords || part.hasWords
        return result
    }

    private func startsWithWord(_ token: Int) -> Bool {
        switch word(token).kind {
        case .unit, .teen, .tens: true
        default: false
        }
    }

    /// A group below a thousand, or digits, with the powers and multiples behind it: *two hundred
    /// thousand*, *3.2 million*, *a dozen*.
    private func scaledGroup(at token: Int) -> NumeralSum? {
        guard var result = group(at: token) else { return nil }
        guard !result.isOrdinal else { return result }
        while let next = following(result.last), view.end(result.last) == result.end {
            let scale = word(next)
            guard scale.kind == .power || scale.kind == .multiple || scale.kind == .hundred,
                !scale.isPlural || !result.isPlural
            else { break }
            // *hundred* was taken by the group unless digits or a decimal fraction stand before it.
            if scale.kind == .hundred, result.digits == nil { break }
            if scale.isOrdinal, scale.isPlural { break }
            guard acceptsScale(scale, next, result) else { break }
            let factor: ExactDecimal? =
                scale.kind == .multiple ? ExactDecimal(Int(scale.value)) : .powerOfTen(Int32(scale.value))
            result.value = factor.flatMap { result.value?.multiplied(by: $0) }
            result.scale = factor ?? .one
            result.last = next
            result.end = view.end(next)
            result.isOrdinal = scale.isOrdinal
            result.isPlural = scale.isPlural
            result.endsInScale = scale.kind != .multiple
            result.hasScale = true
            result.hasWords = true
            if scale.isOrdinal || scale.kind == .multiple { break }
        }
        return result
    }

    /// Whether a word that can also be another is a multiple here: *score*, *gross*, *mil*.
    private func acceptsScale(_ scale: NumeralWord, _ token: Int, _ before: NumeralSum) -> Bool {
        guard scale.kind == .multiple else { return true }
        if scale.value == 20 {
            return before.digits == nil && (before.hasArticle || (before.value ?? .zero) < ExactDecimal(10))
                && isFollowedByOf(token) || scale.isPlural
        }
        if scale.value == 144 { return isFollowedByOf(token) }
        return true
    }

    private func isFollowedByOf(_ token: Int) -> Bool { word(token + 1).kind == .of }

    /// A group: digits, a number below a hundred, *a hundred and five*, *hundred*, *million*.
    private func group(at token: Int) -> NumeralSum? {
        let first = word(token)
        switch first.kind {
        case .zero:
            return NumeralSum(
                first: token,
                last: token,
                end: view.end(token),
                value: .zero,
                isOrdinal: first.isOrdinal,
                hasWords: true
            )
        case .unit, .teen, .tens:
            guard let small = small(at: token) else { return nil }
            return hundreds(behind: small) ?? spoken(behind: small) ?? small
        case .article:
            guard let next = following(token), next == token + 1, isArticleScale(next) else { return nil }
            guard var result = bareScale(at: next) else { return nil }
            result.first = token
            result.hasArticle = true
            result.isBareScale = false
            return result
        case .hundred, .power: return bareScale(at: token)
        case .multiple:
            guard first.value == 12, !first.isPlural, view.length(token) > 3 else { return nil }
            return bareScale(at: token)
        default: return digits(at: token)
        }
    }

    private func isArticleScale(_ token: Int) -> Bool {
        let next = word(token)
        guard !next.isPlural else { return false }
        switch next.kind {
        case .hundred, .power: return view.length(token) > 3
        case .multiple: return next.value == 12 && view.length(token) > 3 || next.value != 12 && isFollowedByOf(token)
        default: return false
        }
    }

    /// *hundred*, *million* or *dozen* without a number before it, with what adds to a hundred.
    private func bareScale(at token: Int) -> NumeralSum? {
        let scale = word(token)
        guard !scale.isPlural || scale.isOrdinal, scale.isOrdinal || view.length(token) > 3 else { return nil }
        let factor: ExactDecimal? =
            scale.kind == .multiple ? ExactDecimal(Int(scale.value)) : .powerOfTen(Int32(scale.value))
        guard let factor else { return nil }
        let result = NumeralSum(
            first: token,
            last: token,
            end: view.end(token),
            value: factor,
            scale: factor,
            isOrdinal: scale.isOrdinal,
            isPlural: scale.isPlural,
            endsInScale: scale.kind != .multiple,
            hasScale: true,
            isBareScale: true,
            hasWords: true
        )
        return scale.kind == .hundred ? remainder(behind: result) : result
    }

    /// A number below a hundred in words: *twenty-one*, *nineteen*, *fifth*.
    private func small(at token: Int) -> NumeralSum? {
        let first = word(token)
        var result = NumeralSum(
            first: token,
            last: token,
            end: view.end(token),
            value: ExactDecimal(Int(first.value)),
            isOrdinal: first.isOrdinal,
            isPlural: first.isPlural,
            hasWords: true
        )
        guard first.kind == .tens, !first.isOrdinal, let next = following(token) else { return result }
        let unit = word(next)
        guard unit.kind == .unit else { return result }
        let isJoined = next > token + 1
        // *twenty fifths* are fifths; *twenty-fifths* are twenty-fifth parts.
        if unit.isOrdinal, unit.isPlural, !isJoined { return result }
        result.value = ExactDecimal(Int(first.value + unit.value))
        result.last = next
        result.end = view.end(next)
        result.isOrdinal = unit.isOrdinal
        result.isPlural = unit.isPlural
        return result
    }

    /// A number below a hundred with *hundred* behind it and what adds to that.
    private func hundreds(behind small: NumeralSum) -> NumeralSum? {
        guard !small.isOrdinal, let next = following(small.last) else { return nil }
        let scale = word(next)
        guard scale.kind == .hundred, !(scale.isOrdinal && scale.isPlural) else { return nil }
        var result = small
        result.value = small.value?.multiplied(by: ExactDecimal(100))
        result.last = next
        result.end = view.end(next)
        result.scale = ExactDecimal(100)
        result.endsInScale = true
        result.hasScale = true
        result.isOrdinal = scale.isOrdinal
        result.isPlural = scale.isPlural
        return remainder(behind: result)
    }

    /// *hundred* with the number below a hundred behind it, where one follows.
    private func remainder(behind hundred: NumeralSum) -> NumeralSum {
        guard !hundred.isOrdinal, !hundred.isPlural, var next = following(hundred.last) else { return hundred }
        let hasAnd = word(next).kind == .and || view.length(next) == 1 && view.firstByte(next) == UInt8(ascii: "&")
        if hasAnd { next += 1 }
        guard next < view.count, isAdjacent(next - 1, next) else { return hundred }
        let kind = word(next).kind
        guard kind == .unit || kind == .teen || kind == .tens, let part = small(at: next) else { return hundred }
        if part.isOrdinal, part.isPlural { return hundred }
        if let behind = following(part.last), !part.isOrdinal {
            let scale = word(behind)
            if scale.kind == .hundred, !(scale.isOrdinal && scale.isPlural) || scale.kind == .multiple {
                return hundred
            }
            if scale.kind == .multiple { return hundred }
        }
        var result = hundred
        result.value = part.value.flatMap { hundred.value?.adding($0) }
        result.last = part.last
        result.end = part.end
        result.isOrdinal = part.isOrdinal
        result.isPlural = part.isPlural
        result.scale = .one
        result.endsInScale = false
        result.isBareScale = false
        result.tail = hasAnd ? part.value : nil
        return result
    }

    /// A number read out without *hundred*: *one twenty-two* is 122.
    private func spoken(behind unit: NumeralSum) -> NumeralSum? {
        guard unit.first == unit.last, word(unit.first).kind == .unit, !unit.isOrdinal, unit.last + 1 < view.count,
            word(unit.last + 1).kind == .tens, isAdjacent(unit.last, unit.last + 1),
            let part = small(at: unit.last + 1), !part.isOrdinal, part.last > part.first
        else { return nil }
        if let next = following(part.last), word(next).isOrdinal || word(next).kind == .hundred { return nil }
        var result = unit
        result.value = unit.value?.multiplied(by: ExactDecimal(100)).flatMap { hundred in
            part.value.flatMap { hundred.adding($0) }
        }
        result.last = part.last
        result.end = part.end
        return result
    }

    /// Whether a token is a point that begins a decimal fraction: *.5*.
    private func isPoint(_ token: Int) -> Bool {
        view.length(token) == 1 && view.firstByte(token) == UInt8(ascii: ".")
            && byte(view.start(token) - 1) <= 0x20
    }

    /// Digits at a token.
    private func digits(at token: Int) -> NumeralSum? {
        let kind = view.values[token].kind
        guard kind == .number || kind == .word || kind == .time || kind == .version || isPoint(token) else {
            return nil
        }
        let hasPlus = view.firstByte(token) == UInt8(ascii: "+")
        guard let digits = DigitScanner(view.bytes).scan(from: view.start(token) + (hasPlus ? 1 : 0)) else {
            return nil
        }
        return NumeralSum(
            first: token,
            last: self.token(endingAtOrAfter: digits.end, from: token),
            end: digits.end,
            value: digits.value,
            isOrdinal: digits.isOrdinal,
            isPlural: digits.isPlural,
            digits: digits
        )
    }
}
