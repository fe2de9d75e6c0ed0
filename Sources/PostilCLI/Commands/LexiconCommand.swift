import ArgumentParser
import Postil

/// Compiles lexicons and looks into them.
struct LexiconCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon",
        abstract: "Compile lists of names and words, and look into them.",
        subcommands: [LexiconBuildCommand.self, LexiconFindCommand.self, LexiconClassesCommand.self]
    )

    /// The bytes of the file at `path`, unpacked where it is packed.
    static func read(_ path: String) throws -> [UInt8] {
        do throws(StreamError) {
            return try ByteSource(path: path).readAll()
        } catch {
            throw CommandFailure(.inputUnreadable, "\(error)")
        }
    }
}

/// Compiles word classes.
struct LexiconClassesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classes",
        abstract: "Compile word classes.",
        discussion: """
            Each file has a line "word<TAB>class<TAB>path" for a word: the class is a number from 0 to 1022, the path \
            its place in a hierarchy of classes in zeros and ones. Case counts; every digit is written 0. Further \
            fields are passed over.

            EXAMPLE
              postil lexicon classes words.tsv --sources "my clustering, MIT" -o words.classes
            """
    )

    @Argument(help: "Files to compile.")
    var files: [String]

    @Option(help: "What the files are and under which licence, for the header.")
    var sources = "not stated"

    @Option(name: [.short, .customLong("output")], help: "Where to write the classes.")
    var output: String

    func run() throws {
        var builder = WordClassesBuilder()
        do {
            for path in files { try builder.add(LexiconCommand.read(path), name: path) }
        } catch let error as LexiconError {
            throw CommandFailure(.inputUnreadable, "\(error)")
        }
        let bytes = builder.build(facts: [("sources", sources)])
        try OutputTarget(path: output).write(bytes)
        print("\(output): \(bytes.count) bytes, \(builder.wordCount) words in \(builder.classCount) classes")
    }
}
