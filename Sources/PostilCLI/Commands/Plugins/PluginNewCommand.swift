import ArgumentParser
import Glibc
import Postil

/// Makes the files of a new plugin.
struct PluginNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a plugin that works, to be changed into one's own.",
        discussion: """
            The plugin finds words in capitals. KIND is swift, python, shell or rules; NAME becomes a folder.

            EXAMPLES
              postil plugin new python Shouts
              postil plugin new swift Shouts --path ../postil
            """
    )

    @Argument(help: "swift, python, shell or rules.")
    var kind: PluginScaffold.Language

    @Argument(help: "The name of the plugin's folder.")
    var name: String

    @Option(help: "The plugin's own name (default: org.example.NAME).")
    var id: String?

    @Option(help: "For Swift: the folder of Postil's sources on which the package is to depend.")
    var path: String?

    @Option(help: "For Swift: the address of Postil's repository, instead of --path.")
    var url: String?

    func validate() throws {
        if path != nil, url != nil { throw ValidationError("Name --path or --url, not both.") }
    }

    func run() throws {
        do throws(PluginError) {
            let scaffold = try PluginScaffold(kind, name: name, identifier: id, postil: postilPackage)
            try scaffold.write(to: name)
            print("\(name) is made. Next:")
            for step in scaffold.nextSteps { print("  \(step)") }
        } catch {
            throw CommandFailure(error.code == .cannotWrite ? .outputFailed : .usage, "\(error)")
        }
    }

    /// Where the sources are: as options say, else those that this program was built in.
    private var postilPackage: PluginScaffold.PostilPackage? {
        if let url { return .url(url, version: PostilVersion.text) }
        if let path { return .path(PluginNewCommand.absolute(path)) }
        let program = PluginNewCommand.absolute("/proc/self/exe")
        guard let build = program.firstRange(of: "/.build/") else { return nil }
        let folder = String(program[..<build.lowerBound])
        return access("\(folder)/Package.swift", R_OK) == 0 ? .path(folder) : nil
    }

    private static func absolute(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}

extension PluginScaffold.Language: ExpressibleByArgument {}
