import ArgumentParser
import Postil

/// The options of a command that say what is known of names.
struct NameArguments: ParsableArguments {
    @Option(
        help: """
            A dictionary of names, a table or a compiled lexicon (see `postil lexicon build --help`), whose entries \
            override the model; may be given again, the first counting most.
            """
    )
    var dictionary: [String] = []

    /// The dictionaries as the annotator takes them.
    func dictionaries() throws -> LexiconSet {
        var set = LexiconSet()
        for (index, path) in dictionary.enumerated() {
            do throws(LexiconError) {
                set.add(
                    try Lexicon(path: path),
                    name: path,
                    priority: LexiconSet.userPriority + dictionary.count - index
                )
            } catch {
                throw CommandFailure(.inputUnreadable, "\(error)")
            }
        }
        return set
    }
}
