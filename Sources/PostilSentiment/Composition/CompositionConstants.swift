/// How much each thing that surrounds a word changes what it is worth.
///
/// Those of VADER are from Hutto and Gilbert, *VADER: A Parsimonious Rule-based Model for Sentiment
/// Analysis of Social Media Text*, 2014, who took them from people's ratings; the others were chosen on
/// texts that are not part of the project.
enum CompositionConstants {
    /// A negated valence is reversed and weaker (VADER has -0.74).
    static let negation = -0.6
    /// The killing of people, which is worse than anything that words of one scale can say.
    static let lethal = 2.0
    /// A word in a name of several words.
    static let name = 0.4
    /// What *could not be* adds to the comparative behind it.
    static let excludedComparative = 0.5
    /// *Not the worst* says next to nothing.
    static let negatedSuperlative = -0.1
    /// How far before a valence a negation still reaches it, in words of its clause.
    static let negationReach = 6
    /// An intensifier two or three words before a valence counts less (VADER).
    static let intensifierDecay = [1.0, 0.95, 0.9]
    /// What capitals among small letters add (VADER).
    static let capitals = 0.733
    /// What repeated letters add.
    static let elongation = 0.293
    /// What stands before *but* (VADER).
    static let beforeContrast = 0.5
    /// What stands behind *but* (VADER).
    static let afterContrast = 1.5
    /// What stands in a clause with *although*.
    static let concession = 0.5
    /// What stands under *if* or *would have*.
    static let condition = 0.6
    /// What is asked.
    static let question = 0.85
    /// The valence of something good or bad that grows or shrinks.
    static let change = 1.5
    /// The same in a report of business.
    static let businessChange = 2.4
    /// A change by so many per cent of something that is neither good nor bad, in a report of business.
    static let businessPercentage = 1.2
    /// How far a change and what changes are apart at most, in words.
    static let changeReach = 7
    /// What each exclamation mark adds, up to four (VADER).
    static let exclamation = 0.292
    /// The sum of valences at which a sentence is half full: each further word counts less (VADER).
    static let saturation = 15.0
    /// What learned weights count in a report of business, which they were not learned on.
    static let learnedInBusiness = 0.15
    /// What learned weights count beside the killing of people, of which small words say nothing.
    static let learnedBesideKilling = 0.5
    /// What the killing of people adds to the strength: nobody rates it as nothing.
    static let killingStrength = 0.7
    /// How many words of business make a report of it, for each hundred tokens and at least.
    static let businessWordsPerHundred = 8
    static let businessWordsAtLeast = 2
}
