import Foundation
import Testing

@testable import PostilREPL

/// Replays each script of `Sessions` with `postil repl --batch` and compares what it prints with the file
/// beside it. `POSTIL_UPDATE_GOLDEN=1 swift test --filter GoldenSessions` writes the files anew.
@Suite("Golden sessions", .serialized)
struct GoldenSessionTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Sessions")

    static var sessions: [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".session") }.sorted()
    }

    @Test("A session prints what it always printed", arguments: sessions)
    func replays(session: String) throws {
        let workspace = URL.temporaryDirectory.appending(path: "postil-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: Self.folder, to: workspace)
        defer { try? FileManager.default.removeItem(at: workspace) }
        let program = try ReplProgram()
        let result = try program.run(["repl", "--batch", session], in: workspace)
        let output = Self.masked(result.output) + "exit code \(result.status)\n"
        let golden = Self.folder.appending(path: session.replacing(".session", with: ".golden"))
        if ProcessInfo.processInfo.environment["POSTIL_UPDATE_GOLDEN"] == "1" {
            try output.write(to: golden, atomically: true, encoding: .utf8)
            return
        }
        let expected = try String(contentsOf: golden, encoding: .utf8)
        #expect(output.split(separator: "\n") == expected.split(separator: "\n"))
        #expect(output == expected)
    }

    @Test("Every command has its place in a session")
    func coversEveryCommand() throws {
        let lines = try Self.sessions.flatMap { session in
            try String(contentsOf: Self.folder.appending(path: session), encoding: .utf8).split(separator: "\n")
        }
        let used = Set(lines.compactMap { line in line.split(separator: " ").first.map(String.init) })
        for command in CommandTable.builtIn {
            #expect(used.contains(".\(command.name)"), "no session has .\(command.name)")
        }
    }

    /// `text` without what differs from run to run: times, speeds, and the fingerprints that change with every
    /// annotator's version.
    static func masked(_ text: String) -> String {
        text.replacing(/[0-9]+\.[0-9]{3} ms/, with: "# ms")
            .replacing(/[0-9.]+ MB\/s/, with: "# MB/s")
            .replacing(/@[0-9a-f]{8}/, with: "@#")
            .replacing(/\([+-][0-9.]+\)/, with: "(#)")
            .replacing(/[0-9a-f]{16}/, with: "#")
    }
}

/// The built program.
struct ReplProgram {
    let url: URL

    /// Finds the program beside the tests.
    init() throws {
        let folder = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }?
            .deletingLastPathComponent()
        let candidates = [folder, URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()].compactMap { $0 }
        url = try #require(
            candidates.map { $0.appending(path: "postil") }.first {
                FileManager.default.isExecutableFile(atPath: $0.path)
            },
            "the program postil is not beside the tests"
        )
    }

    /// Runs it, both outputs together.
    func run(_ arguments: [String], in folder: URL, input: String = "") throws -> (output: String, status: Int32) {
        let process = Process()
        process.executableURL = url
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = [
            "HOME": folder.path, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "EDITOR": "sed -i s/One/Nine/",
        ]
        let output = Pipe()
        let standardInput = Pipe()
        process.standardOutput = output
        process.standardError = output
        process.standardInput = standardInput
        try process.run()
        standardInput.fileHandleForWriting.write(Data(input.utf8))
        try standardInput.fileHandleForWriting.close()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (String(decoding: bytes, as: UTF8.self), process.terminationStatus)
    }
}
