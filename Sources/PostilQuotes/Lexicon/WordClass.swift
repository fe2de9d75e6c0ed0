/// What the lexicon knows of a word; a word can be in many classes.
struct WordClass: OptionSet, Hashable, Sendable {
    let rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }

    private init(bit: UInt64) { rawValue = 1 &<< bit }

    // What verbs of reporting take.

    /// A content clause: *say*, *announce*, *conclude*.
    static let says = WordClass(bit: 0)
    /// A person and then a content clause: *tell*, *assure*, *remind*.
    static let tells = WordClass(bit: 1)
    /// A question: *ask*, *wonder*.
    static let asks = WordClass(bit: 2)
    /// A thought as a clause: *believe*, *fear*, *expect*.
    static let thinks = WordClass(bit: 3)
    /// An intention as an infinitive: *plan*, *refuse*, *hope*.
    static let intends = WordClass(bit: 4)
    /// A person and then an infinitive: *urge*, *order*.
    static let urges = WordClass(bit: 5)
    /// A noun phrase: *criticize*, *support*, *propose*.
    static let judges = WordClass(bit: 6)
    /// A finding as a clause, from documents more than from persons: *show*, *reveal*, *suggest*.
    static let shows = WordClass(bit: 7)
    /// An infinitive whose subject is somebody else's thought: *seem*, *appear*.
    static let seems = WordClass(bit: 8)
    /// Somebody's own words and nothing else: *whisper*, *grin*, *snap*.
    static let utters = WordClass(bit: 9)
    /// A person and a predicate: *call*, *describe*, *brand*.
    static let calls = WordClass(bit: 10)
    /// A gerund: *deny*, *suggest*, *consider*.
    static let takesGerund = WordClass(bit: 11)

    // Forms of verbs.

    /// The base form.
    static let base = WordClass(bit: 12)
    /// The form for he, she and it.
    static let third = WordClass(bit: 13)
    /// The past tense.
    static let past = WordClass(bit: 14)
    /// The form in -ing.
    static let gerund = WordClass(bit: 15)
    /// The past participle.
    static let participle = WordClass(bit: 16)

    // Words with a function.

    /// A personal pronoun in the form of a subject.
    static let subjectPronoun = WordClass(bit: 17)
    /// A personal pronoun in the form of an object.
    static let objectPronoun = WordClass(bit: 18)
    /// *my*, *his*, *their*.
    static let possessive = WordClass(bit: 19)
    /// *the*, *a*, *some*, *both*.
    static let determiner = WordClass(bit: 20)
    /// A preposition.
    static let preposition = WordClass(bit: 21)
    /// *and*, *or*, *but*.
    static let coordinator = WordClass(bit: 22)
    /// *because*, *while*, *if*.
    static let subordinator = WordClass(bit: 23)
    /// A form of *be*.
    static let be = WordClass(bit: 24)
    /// A form of *have* or *do*.
    static let auxiliary = WordClass(bit: 25)
    /// *will*, *would*, *may*.
    static let modal = WordClass(bit: 26)
    /// *not*, *never*, *n't*.
    static let negation = WordClass(bit: 27)
    /// *who*, *what*, *how*.
    static let interrogative = WordClass(bit: 28)
    /// An adverb that stands by a verb of reporting: *also*, *quickly*.
    static let adverb = WordClass(bit: 29)

    // Persons and other sources.

    /// A man: *he*, *father*, *Mr.*, *John*.
    static let male = WordClass(bit: 30)
    /// A woman: *she*, *mother*, *Mrs.*, *Mary*.
    static let female = WordClass(bit: 31)
    /// More than one: *they*, *officials*.
    static let plural = WordClass(bit: 32)
    /// The one who speaks: *I*, *we*.
    static let firstPerson = WordClass(bit: 33)
    /// A person by what they are or do: *mother*, *spokesman*.
    static let person = WordClass(bit: 34)
    /// A group that speaks as one: *police*, *company*, *government*.
    static let group = WordClass(bit: 35)
    /// A text that says something: *report*, *poll*, *letter*.
    static let text = WordClass(bit: 36)
    /// A title before a name: *Mr.*, *President*.
    static let title = WordClass(bit: 37)
    /// A first name.
    static let firstName = WordClass(bit: 38)
    /// A work with a title of its own: *song*, *novel*.
    static let work = WordClass(bit: 39)

    // Nouns that have content as verbs do.

    /// A noun of something said: *claim*, *statement*.
    static let saying = WordClass(bit: 40)
    /// A noun of something thought or wanted: *belief*, *plan*, *desire*.
    static let thought = WordClass(bit: 41)
    /// A noun of praise, blame or demand, which takes a preposition: *criticism*, *support*.
    static let judgement = WordClass(bit: 42)
    /// An adjective of something thought: *sure*, *worried*, *willing*.
    static let attitude = WordClass(bit: 43)
    /// *that*.
    static let that = WordClass(bit: 44)
    /// *to*.
    static let to = WordClass(bit: 45)
    /// A word that calls something by a name: *nicknamed*, *so-called*, *dubbed*.
    static let naming = WordClass(bit: 46)
    /// A day or a part of it, as it stands behind *said*.
    static let time = WordClass(bit: 47)
    /// An occasion on which somebody speaks or a text in which they do: *interview*, *rally*, *statement*.
    static let occasion = WordClass(bit: 48)
    /// An adverb or verb phrase that reports without saying who: *reportedly*, *allegedly*.
    static let hearsay = WordClass(bit: 49)
    /// A word with which a clause begins that is no reporting clause's content: *which*, *whose*.
    static let relative = WordClass(bit: 50)
    /// A verb whose prepositions name the hearer or the place: *speak to*, *campaign in*.
    static let converses = WordClass(bit: 51)
    /// A phrase's first word that belongs to a verb: *out*, *up*, *on*, *for*.
    static let particle = WordClass(bit: 52)
    /// A verb of reporting whose object is introduced by a preposition: *call for*, *complain about*.
    static let takesPreposition = WordClass(bit: 53)

    /// A verb that speaks with a particle: *went on*, *broke in*.
    static let phrasal = WordClass(bit: 54)

    /// A noun for words given back: *answer*, *comment*.
    static let answer = WordClass(bit: 55)

    /// *according*, as in *according to*.
    static let according = WordClass(bit: 56)

    /// A text that counts or tests: *poll*, *survey*.
    static let finding = WordClass(bit: 57)

    /// A verb of intention that is said as much as thought: *refuse*, *threaten*.
    static let acts = WordClass(bit: 58)

    /// A frequent adjective.
    static let adjective = WordClass(bit: 59)

    /// Every class that makes a verb one of reporting with content in the writer's words.
    static let reports: WordClass = [
        .says, .tells, .asks, .thinks, .intends, .urges, .judges, .shows, .seems, .calls, .takesPreposition,
    ]

    /// Every class whose verbs stand by words between marks.
    static let quotes: WordClass = [.says, .tells, .asks, .utters]

    /// The forms of verbs.
    static let forms: WordClass = [.base, .third, .past, .gerund, .participle]

    /// The forms that can be the verb of a main clause by themselves.
    static let finite: WordClass = [.base, .third, .past]
}
