/// What a text shows of how ready a reader is to call it an opinion.
///
/// People who judge texts call one neutral more readily that has no word with a valence, asks, gives figures or
/// reports business, of which they expect plain words. The amounts were chosen on texts of ten kinds that are not
/// part of the project.
struct Evidence {
    /// Added to the strength before it is asked whether there is an opinion at all.
    private static let base = 1.6
    /// The same where no word has a valence.
    private static let withoutTerms = -0.65
    /// Where something is asked.
    private static let question = -0.6
    /// For each figure, of which so many count.
    private static let figure = -0.3
    private static let countedFigures = 3
    /// In a report of business, whose figures say nothing more.
    private static let business = -0.6

    private var hasTerms = false
    private var isQuestion = false
    private var isBusiness = false
    private var figureCount = 0

    /// Of no text.
    init() {}

    /// Of the sentence that `composer` has read.
    init(_ composer: Composer) {
        hasTerms = composer.terms.contains { !$0.reason.contains(.punctuation) }
        isQuestion = composer.isQuestion
        isBusiness = composer.isBusiness
        figureCount = composer.figureCount
    }

    /// Adds what another sentence shows.
    mutating func formUnion(_ other: Evidence) {
        hasTerms = hasTerms || other.hasTerms
        isQuestion = isQuestion || other.isQuestion
        isBusiness = isBusiness || other.isBusiness
        figureCount += other.figureCount
    }

    /// What is added to the strength before it is asked whether there is an opinion.
    var strength: Double {
        Evidence.base + (hasTerms ? 0 : Evidence.withoutTerms) + (isQuestion ? Evidence.question : 0)
            + (isBusiness
                ? Evidence.business : Double(min(figureCount, Evidence.countedFigures)) * Evidence.figure)
    }
}
