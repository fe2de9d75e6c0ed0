/// Makes the forms of English verbs from their base form.
enum VerbForms {
    /// The forms of `verb`, each with its class.
    static func forms(of verb: String) -> [(form: String, classes: WordClass)] {
        let past: [String]
        let participle: [String]
        if let irregular = irregular[verb] {
            past = [irregular.past]
            participle = [irregular.participle]
        } else {
            past = pasts(of: verb)
            participle = past
        }
        return [(verb, .base), (third(of: verb), .third)] + past.map { ($0, .past) }
            + participle.map { ($0, .participle) } + gerunds(of: verb).map { ($0, .gerund) }
    }

    private static func third(of verb: String) -> String {
        for ending in ["s", "sh", "ch", "x", "z", "o"] where verb.hasSuffix(ending) { return verb + "es" }
        return endsInConsonantAndY(verb) ? verb.dropLast() + "ies" : verb + "s"
    }

    private static func pasts(of verb: String) -> [String] {
        if verb.hasSuffix("e") { return [verb + "d"] }
        if endsInConsonantAndY(verb) { return [verb.dropLast() + "ied"] }
        if let doubled = doubled[verb] { return doubled.map { $0 + "ed" } }
        return [verb + "ed"]
    }

    private static func gerunds(of verb: String) -> [String] {
        if verb.hasSuffix("ie") { return [verb.dropLast(2) + "ying"] }
        if verb.hasSuffix("ee") || verb.hasSuffix("oe") { return [verb + "ing"] }
        if verb.hasSuffix("e") { return [verb.dropLast() + "ing"] }
        if let doubled = doubled[verb] { return doubled.map { $0 + "ing" } }
        return [verb + "ing"]
    }

    private static func endsInConsonantAndY(_ verb: String) -> Bool {
        guard verb.hasSuffix("y"), let before = verb.dropLast().last else { return false }
        return !"aeiou".contains(before)
    }

    /// Verbs that double their last letter, with all the stems that are written.
    private static let doubled: [String: [String]] = {
        var table: [String: [String]] = [:]
        for verb in [
            "admit", "beg", "blab", "chat", "chip", "clap", "confer", "grin", "gab", "infer", "jot", "nod", "plan",
            "quip", "refer", "rap", "rebut", "retract", "scrap", "shrug", "slam", "slur", "snap", "sob", "stop", "sum",
            "trim", "yap", "permit", "pan", "commit", "submit", "transmit", "prefer", "regret", "rip", "hum", "drop",
            "concur", "chug", "bar", "ban", "blur", "step", "pin", "tip", "fret", "babysit", "put", "set", "abet",
        ] {
            if let last = verb.last { table[verb] = [verb + String(last)] }
        }
        for verb in ["cancel", "counsel", "label", "model", "quarrel", "signal", "snivel", "marvel", "total"] {
            table[verb] = [verb, verb + "l"]
        }
        return table
    }()

    private static let irregular: [String: (past: String, participle: String)] = {
        var table: [String: (past: String, participle: String)] = [:]
        let lines = """
            say said said|tell told told|think thought thought|know knew known|write wrote written|speak spoke spoken
            hold held held|feel felt felt|find found found|see saw seen|hear heard heard|read read read|put put put
            foresee foresaw foreseen|forecast forecast forecast|swear swore sworn|mean meant meant|understand understood understood
            begin began begun|break broke broken|go went gone|let let let|lay laid laid|make made made|give gave given
            take took taken|set set set|bring brought brought|choose chose chosen|seek sought sought|teach taught taught
            foretell foretold foretold|retell retold retold|sing sang sung|bet bet bet|rewrite rewrote rewritten
            withdraw withdrew withdrawn|forget forgot forgotten|forbid forbade forbidden|fight fought fought|dream dreamt dreamt
            learn learned learned|overhear overheard overheard|mislead misled misled|shake shook shaken|spit spat spat
            weep wept wept|strike struck struck|leave left left|get got got|run ran run|come came come|burst burst burst
            blow blew blown|throw threw thrown|draw drew drawn|back backed backed|stand stood stood|keep kept kept|cast cast cast
            bid bade bidden|cut cut cut|mimic mimicked mimicked|panic panicked panicked|undertake undertook undertaken
            """
        for entry in lines.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
            let words = entry.split(separator: " ").map(String.init)
            if words.count == 3 { table[words[0]] = (words[1], words[2]) }
        }
        return table
    }()
}
