import Postil

extension Command {
    static let bench = Command(
        name: "bench",
        arguments: "[COUNT]",
        summary: "annotate again and again, and say how long it took",
        details: """
            100 times where COUNT is not said: the best, the median and the worst, and the speed of the best.

            EXAMPLE
              .bench 1000
            """,
        topic: .changing,
        arity: 0...1
    ) { session, arguments throws(CommandError) in
        let count = try Session.count(arguments[0], or: 100)
        let document = try session.document()
        guard let input = session.state.input else { return }
        var times: [Duration] = []
        for _ in 0..<count { times.append(try session.annotated(input).total) }
        times.sort()
        guard let best = times.first, let worst = times.last else { return }
        let median = Timing.milliseconds(times[times.count / 2])
        session.console.line(
            "\(count) runs: best \(Timing.milliseconds(best)), median \(median), worst \(Timing.milliseconds(worst))"
        )
        let seconds = Double(best.components.attoseconds) * 1e-18 + Double(best.components.seconds)
        if seconds > 0 {
            let speed = (Double(document.text.count) / seconds / 1e5).rounded() / 10
            session.console.line("\(document.text.count) bytes, \(speed) MB/s at best")
        }
    }
}
