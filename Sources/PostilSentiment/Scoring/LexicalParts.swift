/// The sums over the valences of a sentence that the model has weights for.
struct LexicalParts {
    /// The factor by which each of many valences in a sentence counts less.
    let crowding: Double

    /// The sum of all valences, crowded.
    let valence: Double

    let positiveStrength: Double
    let negativeStrength: Double
    let sumStrength: Double

    init(_ terms: [ComposedTerm]) {
        var positive = 0.0
        var negative = 0.0
        for term in terms { if term.value > 0 { positive += term.value } else { negative -= term.value } }
        let total = positive + negative
        let sum = positive - negative
        crowding = 1 / (1 + total * total / CompositionConstants.saturation).squareRoot()
        valence = sum * crowding
        positiveStrength = min(positive, 6) / 3
        negativeStrength = min(negative, 6) / 3
        sumStrength = 3 * abs(sum) / (sum * sum + CompositionConstants.saturation).squareRoot()
    }
}
