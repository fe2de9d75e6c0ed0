import PostilCore

/// What is certain about gaps beside emoji, emoticons and the hashtags that close a post.
enum EmojiRules {
    /// The decision for the gap behind a token; nil where it is open.
    ///
    /// Emoji behind a stop belong to the sentence that the stop ends, and so do hashtags behind which
    /// nothing else follows; a capital behind such emoji opens the next sentence.
    static func decision(behind token: Int, in view: TokenView) -> BoundaryDecision? {
        let next = view.values[token + 1].kind
        if next == .emoji {
            return view.endsInStop(token) || view.values[token].kind == .emoji ? .goesOn(.closingEmoji) : nil
        }
        if next == .hashtag { return closesPost(from: token + 1, in: view) ? .goesOn(.closingEmoji) : nil }
        guard view.values[token].kind == .emoji, view.isCapitalized(token + 1) else { return nil }
        var first = token
        while first > 0, view.values[first].kind == .emoji { first -= 1 }
        return view.endsInStop(first) ? .ends(.stopBeforeEmoji) : nil
    }

    /// The most hashtags that close a post; social networks allow half as many.
    private static let hashtagLimit = 64

    /// Whether hashtags alone follow up to the end of the line.
    private static func closesPost(from start: Int, in view: TokenView) -> Bool {
        for token in start..<min(view.count, start + hashtagLimit) {
            guard view.values[token].kind == .hashtag else { return false }
            guard token + 1 < view.count,
                LineBreaks(in: view.bytes, from: view.end(token), to: view.start(token + 1)) == nil
            else { return true }
        }
        return false
    }
}
