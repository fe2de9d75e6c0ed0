/// Everything that one word can be in the expressions of this module.
struct LexiconEntry: Sendable {
    /// Its part in a numeral.
    var numeral = NumeralWord.none
    /// Its roles beside that, as bits by ``NumberRole``.
    var roles: UInt32 = 0
    /// The number that a word such as *twofold* stands for.
    var amount: UInt16 = 0

    static let empty = LexiconEntry()

    /// Whether the word has `role`.
    @inline(__always)
    func has(_ role: NumberRole) -> Bool { roles & (1 &<< UInt32(role.rawValue)) != 0 }

    /// Whether an expression can begin at the word.
    var isTrigger: Bool {
        switch numeral.kind {
        case .none, .and, .of, .over, .oh: break
        default: return true
        }
        return has(.relative) || has(.percent) || has(.multiple) || has(.few) || has(.several) || has(.romanHead)
            || has(.regnal)
    }
}
