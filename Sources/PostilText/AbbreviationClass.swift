/// What sort of abbreviation a token that ends in a point is.
///
/// A word can be several: *Co.* is a company's suffix and an address's county, *Sec.* a reference and
/// a unit. An empty set means: no abbreviation that the table knows.
public struct AbbreviationClass: OptionSet, Hashable, Sendable {
    /// The bits; part of no file format.
    public let rawValue: UInt16

    /// Wraps raw bits.
    @inlinable
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Stands before a name and so never ends a sentence: *Mr.*, *Dr.*, *Gen.*
    public static let title = AbbreviationClass(rawValue: 1 << 0)
    /// A month or a day of the week: *Jan.*, *Tues.*
    public static let calendar = AbbreviationClass(rawValue: 1 << 1)
    /// A unit of measure: *lbs.*, *min.*
    public static let unit = AbbreviationClass(rawValue: 1 << 2)
    /// A Latin or scholarly phrase: *e.g.*, *cf.*, *vs.*
    public static let latin = AbbreviationClass(rawValue: 1 << 3)
    /// Closes a list and often a sentence too: *etc.*, *et al.*
    public static let listEnd = AbbreviationClass(rawValue: 1 << 4)
    /// A company's or institution's suffix: *Inc.*, *Co.*, *Univ.*
    public static let company = AbbreviationClass(rawValue: 1 << 5)
    /// Points inside or one letter: *U.S.*, *J.*, *Ph.D.*
    public static let initials = AbbreviationClass(rawValue: 1 << 6)
    /// A law reporter, court or statute: *F. Supp.*, *Cir.*, *Stat.*
    public static let legal = AbbreviationClass(rawValue: 1 << 7)
    /// A street or a part of an address: *Ave.*, *St.*
    public static let address = AbbreviationClass(rawValue: 1 << 8)
    /// A state, province or country: *Calif.*, *Ont.*
    public static let place = AbbreviationClass(rawValue: 1 << 9)
    /// Points at a number: *No.*, *Fig.*, *pp.*
    public static let reference = AbbreviationClass(rawValue: 1 << 10)
    /// Stands behind a name: *Jr.*, *Esq.*
    public static let nameSuffix = AbbreviationClass(rawValue: 1 << 11)
    /// Any other: *approx.*, *dept.*
    public static let other = AbbreviationClass(rawValue: 1 << 12)
    /// A time of day, *a.m.* or *p.m.*
    public static let dayHalf = AbbreviationClass(rawValue: 1 << 13)
    /// The same letters in lower case are an English word, so it counts only with a capital.
    public static let needsCapital = AbbreviationClass(rawValue: 1 << 14)
    /// The same letters are an English word; counts only beside a number.
    public static let needsNumber = AbbreviationClass(rawValue: 1 << 15)
}
