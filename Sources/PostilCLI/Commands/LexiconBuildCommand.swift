import ArgumentParser
import Postil

/// Compiles lexicons of names.
struct LexiconBuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Compile tables of names.",
        discussion: """
            A table is UTF-8 text with a line for each name and up to seven fields parted by tabs:

              surface       the name as texts write it: Tal Afar, NATO, machine learning
              kind          what it names: city, person, term … or an OntoNotes type: GPE, PERSON …
              canonical     its usual form; empty where that is the surface
              link          what it is known by elsewhere: geonames:99237, Q42
              weight        a whole number, such as a population: of several senses the greater comes first
              detail        what else is to be known, such as a country's code
              alternatives  other forms, parted by |

            Only the first two are needed. Empty lines and lines that begin with # are passed over. Look-ups fold \
            case, accents and hyphens and drop points and apostrophes inside words: Sao Paulo finds São Paulo, \
            Tal-Afar Tal Afar, U.S. US, Shi'ite Shiite. Capitals are asked of a text where the surface has them: Reading \
            does not match reading, US does not match us; a surface in small letters matches any.

            KINDS
              \(LexiconKind.all.map(\.description).joined(separator: " "))

            EXAMPLES
              printf 'Zembla\\tcountry\\n' > zembla.tsv && postil lexicon build zembla.tsv -o zembla.lexicon
              postil lexicon build names.tsv places.tsv.gz --sources "my lists, CC0" -o mine.lexicon
            """
    )

    @Argument(help: "Tables to compile.")
    var files: [String]

    @Option(help: "What the files are and under which licence, for the header.")
    var sources = "not stated"

    @Option(name: [.short, .customLong("output")], help: "Where to write the lexicon.")
    var output: String

    func run() throws {
        var builder = LexiconBuilder()
        let bytes: [UInt8]
        do {
            for path in files { try builder.add(LexiconCommand.read(path), name: path) }
            bytes = try builder.build(facts: [("sources", sources)])
        } catch let error as LexiconError {
            throw CommandFailure(.inputUnreadable, "\(error)")
        }
        try OutputTarget(path: output).write(bytes)
        print("\(output): \(bytes.count) bytes, \(builder.nameCount) names")
    }
}
