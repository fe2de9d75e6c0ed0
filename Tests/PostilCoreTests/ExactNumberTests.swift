import PostilCore
import Testing

@Suite("Exact numbers")
struct ExactNumberTests {
    @Test(
        "a decimal is written without an exponent and read back",
        arguments: ["0", "1", "-1", "0.5", "-0.04", "1200", "3.14159", "1000000000000000000000000", "0.000000001"]
    )
    func text(_ text: String) throws {
        let decimal = try #require(ExactDecimal(text: text))
        #expect(decimal.description == text)
    }

    @Test(
        "equal values have one form",
        arguments: [("1.50", "1.5"), ("007", "7"), ("-0", "0"), ("+12", "12"), ("100.0", "100"), (".5", "0.5")]
    )
    func normalForm(written: String, value: String) {
        #expect(ExactDecimal(text: written)?.description == value)
        #expect(ExactDecimal(text: written) == ExactDecimal(text: value))
    }

    @Test("other text is no decimal", arguments: ["", "-", ".", "1,000", "1e3", "1.2.3", "12a", "--1"])
    func noDecimal(_ text: String) {
        #expect(ExactDecimal(text: text) == nil)
    }

    @Test(
        "sums, products and quotients are exact",
        arguments: [("0.1", "0.2"), ("12.5", "-0.25"), ("1000000", "0.001"), ("-7", "-8"), ("99.99", "0.01")]
    )
    func arithmetic(left: String, right: String) throws {
        let first = try #require(ExactDecimal(text: left))
        let second = try #require(ExactDecimal(text: right))
        let sum = try #require(first.adding(second))
        #expect(sum.subtracting(second) == first)
        let product = try #require(first.multiplied(by: second))
        #expect(product.divided(by: second) == first)
        #expect((first < second) == (first.approximate < second.approximate))
    }

    @Test("a quotient that is no decimal is nil, and rounds on request")
    func quotient() {
        let three = ExactDecimal(3)
        #expect(ExactDecimal.one.divided(by: three) == nil)
        #expect(ExactDecimal.one.divided(by: .zero) == nil)
        #expect(ExactDecimal(2).quotient(by: three, digits: 6)?.description == "0.666667")
        #expect(ExactDecimal(-2).quotient(by: three, digits: 3)?.description == "-0.667")
    }

    @Test("a result with more digits than fit is nil, never rounded")
    func overflow() throws {
        let large = try #require(ExactDecimal(text: "12345678901234567890123456789012345678"))
        #expect(large.multiplied(by: large) == nil)
        let small = try #require(ExactDecimal(text: "0.00000000001"))
        #expect(large.adding(small) == nil)
        #expect(ExactDecimal(text: "123456789012345678901234567890123456789012345") == nil)
        #expect(ExactDecimal(coefficient: .min, exponent: 0) == nil)
    }

    @Test(
        "a quotient is in lowest terms, and a decimal where it is one",
        arguments: [
            ("2", "3", "2/3"), ("4", "6", "2/3"), ("3", "4", "0.75"), ("-1", "3", "-1/3"), ("1", "-3", "-1/3"),
            ("0.5", "1.5", "1/3"),
        ]
    )
    func fractions(top: String, bottom: String, text: String) throws {
        let numerator = try #require(ExactDecimal(text: top))
        let denominator = try #require(ExactDecimal(text: bottom))
        let number = try #require(ExactNumber(numerator, over: denominator))
        #expect(number.description == text)
        #expect(ExactNumber(text: text) == number)
    }

    @Test("fractions add, multiply and compare exactly")
    func fractionArithmetic() throws {
        let third = try #require(ExactNumber(text: "1/3"))
        let sixth = try #require(ExactNumber(text: "1/6"))
        #expect(third.adding(sixth)?.description == "0.5")
        #expect(third.multiplied(by: ExactNumber(3)) == ExactNumber(1))
        #expect(third.divided(by: sixth) == ExactNumber(2))
        #expect(sixth < third)
        #expect(third.rounded(digits: 4)?.description == "0.3333")
        #expect(ExactNumber(text: "1/0") == nil)
    }

    @Test("the value of a number comes back from its features")
    func features() {
        var value = NumberValue(kind: .quantity, value: ExactNumber(text: "2/3"))
        value.low = ExactNumber(1)
        value.unit = "km/h"
        value.baseValue = ExactDecimal(text: "0.1")
        value.approximation = .about
        value.isFraction = true
        #expect(NumberValue(type: value.type, features: value.features) == value)
        #expect(NumberValue(type: "MONEY", features: [Feature("colour", "red")]) == nil)
    }
}
