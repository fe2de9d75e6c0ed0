/// The program's exit codes; scripts and engines rely on them.
struct ExitStatus: Hashable {
    let rawValue: Int32

    static let ok = ExitStatus(rawValue: 0)
    static let documentsFailed = ExitStatus(rawValue: 1)
    static let usage = ExitStatus(rawValue: 2)
    static let inputUnreadable = ExitStatus(rawValue: 3)
    static let outputFailed = ExitStatus(rawValue: 4)
    static let tooManyErrors = ExitStatus(rawValue: 5)

    /// The code of a process that a signal has ended.
    static func signal(_ signal: Int32) -> ExitStatus { ExitStatus(rawValue: 128 + signal) }
}
