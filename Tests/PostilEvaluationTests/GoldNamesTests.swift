import Postil
import PostilEvaluation
import Testing

/// The written format of gold names.
@Suite struct GoldNamesTests {
    @Test(arguments: [
        ("# note\nPERSON May\nGPE Rome", "May left Rome in May.", ["PERSON 0..<3 May", "GPE 9..<13 Rome"]),
        ("PERSON Mrs. [May]\n", "In May, Mrs. May left.", ["PERSON 13..<16 May"]),
        (
            "GPE New York\r\nGPE NY = New York\r\n", "New \r\n York, NY",
            ["GPE 0..<11 New York", "GPE 13..<15 New York"]
        ),
        ("PERSON Ann\nPERSON Ann = Ann B.", "Anna saw Ann and Ann.", ["PERSON 9..<12 Ann", "PERSON 17..<20 Ann B."]),
        (
            "PERSON Zoe\n\nPERSON Zoe\u{308}", "Zoe\u{308} met Zoe, Zoe\u{308}.",
            ["PERSON 10..<13 Zoe", "PERSON 15..<20 Zoe\u{308}"]
        ),
        ("ORG R.N", "He left the R.N.", ["ORG 12..<15 R.N"]),
        ("# nothing\n", "It rains.", []),
    ])
    func namesAreFoundInTheOrderOfTheText(gold: String, text: String, names: [String]) throws {
        let read = try GoldNames(names: gold, text: Text(text))
        #expect(read.marks.map { "\($0.label) \($0.span.start)..<\($0.span.end) \($0.thing ?? "")" } == names)
    }

    @Test(arguments: [
        ("GPE Rome\nGPE Rome", "line 2: the text has no 'Rome' behind byte 4"),
        ("# note\n\nTOWN Rome", "line 3: 'TOWN' is no type of names"),
        ("GPE", "line 1: there is no name behind 'GPE'"),
        ("GPE om", "line 1: the text has no 'om' behind byte 0"),
        ("GPE Rome = Rome", "line 1: 'Rome' needs not be said to be itself"),
        ("GPE Rome = ", "line 1: the line is not 'TYPE name' or 'TYPE name = thing'"),
        ("GPE Rome = a = b", "line 1: the line is not 'TYPE name' or 'TYPE name = thing'"),
        ("GPE []", "line 1: the line is not 'TYPE name' or 'TYPE name = thing'"),
        ("GPE [Rome", "line 1: a bracket is not closed"),
    ])
    func whatCannotBeReadIsNamedByItsLine(gold: String, message: String) {
        #expect(throws: GoldError(message: message)) { try GoldNames(names: gold, text: Text("Rome fell.")) }
    }

    @Test func scoresTellTypesFromClasses() throws {
        let text = Text("Ann Lee left the Tate in Rome.")
        var builder = LayerBuilder<EntityValue>()
        builder.append(Span(0..<7), EntityValue(.person, canonical: "Ann Lee", cluster: 1))
        builder.append(Span(13..<21), EntityValue(.geopolitical, canonical: "Tate", cluster: 2))
        var document = Document(text: text)
        try document.provide(builder.build(), for: .entities, by: "test")
        var score = EntityScore()
        score.add(document, gold: try GoldNames(names: "PERSON Ann Lee\nFAC Tate\nGPE Rome", text: text))
        #expect([score.typed.matched, score.typed.found, score.typed.gold] == [1, 2, 3])
        #expect([score.total.matched, score.total.found, score.total.gold] == [2, 2, 3])
        #expect(score.differences.map { $0.prefix { $0 != "\t" } } == ["FAC>GPE", "-GPE"])
    }
}
