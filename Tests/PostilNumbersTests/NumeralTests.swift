import PostilCore
import PostilText
import Testing

@testable import PostilNumbers

@Suite("Numerals")
struct NumeralTests {
    @Test(
        "the numeral at the first token has this extent and value",
        arguments: [
            ("44 geese", "44", "44"), ("1,783.9 miles", "1,783.9", "1783.9"),
            ("12,34,567 votes", "12,34,567", "1234567"),
            ("1.234.567,8 kg", "1.234.567,8", "1234567.8"), ("816 000 tons", "816 000", "816000"),
            (".5 of them", ".5", "0.5"),
            ("1e6 cells", "1e6", "1000000"), ("1.3x10^6 cells", "1.3x10^6", "1300000"),
            ("5 × 10⁻³ mol", "5 × 10⁻³", "0.005"),
            ("21st century", "21st", "21"), ("007 agent", "007", "7"),
            ("seven hundred and seventeen geese", "seven hundred and seventeen", "717"),
            ("twenty-first goose", "twenty-first", "21"), ("a dozen eggs", "a dozen", "12"),
            ("half a million eggs", "half a million", "500000"), ("half a dozen eggs", "half a dozen", "6"),
            ("two thirds of it", "two thirds", "2/3"), ("3/4 of it", "3/4", "0.75"), ("1 1/2 cups", "1 1/2", "1.5"),
            ("2½ cups", "2½", "2.5"), ("½ cup", "½", "0.5"), ("one and a half cups", "one and a half", "1.5"),
            ("five and a half million fish", "five and a half million", "5500000"),
            ("two hundred and fifty-four hundredths", "two hundred and fifty-four hundredths", "200.54"),
            ("one hundred and thirty-two fifths", "one hundred and thirty-two fifths", "26.4"),
            ("one hundred and three quarters", "one hundred and three quarters", "100.75"),
            ("three hundred and two dozen", "three hundred and two dozen", "324"),
            ("minus forty below", "minus forty", "-40"), ("two point seven one", "two point seven one", "2.71"),
            ("two point two million", "two point two million", "2200000"),
            ("three lakh crore", "three lakh crore", "3000000000000"),
            ("nine sextillion stars", "nine sextillion", "9000000000000000000000"),
            ("two million, three hundred thousand and six", "two million, three hundred thousand and six", "2300006"),
            ("3 million and 200 others", "3 million", "3000000"),
            ("one million and a half", "one million and a half", "1500000"),
            ("one third of a cup", "one third", "1/3"), ("twenty-three fifths", "twenty-three fifths", "4.6"),
            ("1 over 20", "1 over 20", "0.05"), ("three fifths of it", "three fifths", "0.6"),
        ]
    )
    func numeral(text: String, extent: String, value: String) throws {
        let found = try #require(NumeralTests.first(in: text))
        #expect(Text(text)[found.span] == extent)
        #expect(found.value?.description == value)
    }

    @Test(
        "no numeral begins at the first token",
        arguments: ["a goose", "and two", "of it", "point taken", "thousands of geese", "score card", "quarter past"]
    )
    func noNumeral(text: String) {
        #expect(NumeralTests.first(in: text) == nil)
    }

    static func first(in text: String) -> Numeral? {
        var buffer = TokenBuffer()
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { bytes in
            Tokenizer().tokenize(bytes, into: &buffer)
            return TokenView.with(bytes, buffer.spans, buffer.values) { NumeralParser($0).numeral(at: 0) }
        }
    }
}
