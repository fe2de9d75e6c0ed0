import PostilCore
import PostilDates
import PostilText
import Testing

@Suite("What dates are resolved against")
struct ReferenceTests {
    @Test("without a reference date nothing is resolved, and the clock is not asked")
    func unresolved() throws {
        let date = try #require(try Dates.found(in: "The goose came back yesterday.").first).value
        #expect(date.value == nil)
        #expect(date.expression == "NOW-P1D")
        #expect(date.earliest == nil)
        #expect(date.anchor == nil)
    }

    @Test("a date of its own heading anchors a text, and says so")
    func heading() throws {
        let dates = try Dates.found(in: "The slow clock\n17 Jun 2014\n\nThe clock stopped yesterday, the council said.")
        #expect(dates.map { $0.value.value } == ["2014-06-17", "2014-06-16"])
        #expect(dates.last?.value.anchor == "2014-06-17")
        #expect(dates.last?.value.anchorSource == "heading")
    }

    @Test("a dateline anchors a text")
    func dateline() throws {
        let dates = try Dates.found(
            in: "PORT ANSEL, March 3, 2011 – Ferry crews walked out yesterday over a kettle that nobody had cleaned."
        )
        #expect(dates.last?.value.value == "2011-03-02")
        #expect(dates.last?.value.anchorSource == "dateline")
    }

    @Test("the caller's reference date goes before the heading")
    func callerFirst() throws {
        let dates = try Dates.found(in: "17 Jun 2014\n\nIt stopped yesterday.", anchor: "2020-01-01")
        #expect(dates.last?.value.value == "2019-12-31")
        #expect(dates.last?.value.anchorSource == "option")
    }

    @Test("no document leaves a trace in the next")
    func stateless() throws {
        let first = "She wrote on Monday. He answered the next day."
        let alone = try Dates.found(in: first, anchor: "2015-02-23").map(\.value)
        _ = try Dates.found(in: "It began on 1 May 1801. On Monday it was over.", anchor: "1999-01-01")
        #expect(try Dates.found(in: first, anchor: "2015-02-23").map(\.value) == alone)
    }

    @Test("the other dates of a text decide between day and month, and both readings are told")
    func order() throws {
        let text = "Paid on 15/12/2019 and again on 10/08/2023."
        let dates = try Dates.found(in: text)
        #expect(dates.map { $0.value.value } == ["2019-12-15", "2023-08-10"])
        #expect(dates.map { $0.value.isAmbiguous } == [false, true])
        #expect(dates.last?.value.candidates == ["2023-08-10", "2023-10-08"])
        let alone = try Dates.found(in: "Paid on 10/08/2023.")
        #expect(alone.first?.value.value == "2023-10-08")
        #expect(
            try Dates.found(in: "Paid on 10/08/2023.", options: DateOptions(order: .dayMonthYear)).first?.value.value
                == "2023-08-10"
        )
    }

    @Test("now is the reference's own moment")
    func now() throws {
        let date = try #require(try Dates.found(in: "Where is it now?", anchor: "2014-06-17T09:30:00Z").first).value
        #expect(date.value == "PRESENT_REF")
        #expect(date.earliest == "2014-06-17T09:30")
    }

    @Test("a tree tells the reading, the anchor, the arithmetic and what lost")
    func explains() throws {
        let options = DateOptions()
        let document = try Dates.annotated("They met two weeks ago.", anchor: "2014-06-17", options: options)
        let pipeline = try Pipeline(name: "dates", steps: [Segmenter(), DateAnnotator(options: options)])
        let span = Span(9..<22)
        let answer = try #require(
            try pipeline.explain(.why("dates", position: 0, span: span), in: document)?.description
        )
        #expect(answer.contains("length-ago: 2014-W23"))
        #expect(answer.contains("P2W before the reference date"))
        #expect(answer.contains("2014-06-17, from the option"))
        let absent = try #require(try pipeline.explain(.whyNot("dates", span: Span(0..<4)), in: document)?.description)
        #expect(absent.contains("no word here"))
    }

    @Test("every value survives its general form")
    func roundTrips() throws {
        let text = "Early on Monday, 3/4/2014, at 5 p.m. EST; every day; the past two years; about 1990; in 44 BC."
        for date in try Dates.found(in: text, anchor: "2014-06-17") {
            #expect(DateValue(type: date.value.type, features: date.value.features) == date.value)
        }
    }
}
