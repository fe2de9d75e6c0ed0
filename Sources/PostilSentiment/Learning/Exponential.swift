/// e to the power of `value`, by the series on a reduced argument, clamped to finite numbers: the standard
/// library has no exponential, and one that depends on the machine's mathematics library would change scores.
func exponential(_ value: Double) -> Double {
    let clamped = min(max(value, -60), 60)
    let reduced = clamped / 1024
    var term = 1.0
    var sum = 1.0
    for index in 1...7 {
        term *= reduced / Double(index)
        sum += term
    }
    for _ in 0..<10 { sum *= sum }
    return sum
}
