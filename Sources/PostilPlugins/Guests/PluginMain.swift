import Glibc
import PostilCore
import PostilFormats

/// The main program of a plugin that is an annotator in Swift.
///
/// ```swift
/// PluginMain.run(Shouts())
/// ```
public enum PluginMain {
    /// Speaks the plugin protocol on standard input and output for `annotator`, until the input ends.
    ///
    /// With the argument `--manifest` the program prints what belongs into `plugin.json`, and ends. What the
    /// annotator prints goes to standard error.
    public static func run(_ annotator: any Annotator) {
        let arguments = CommandLine.arguments.dropFirst()
        let server = PluginServer(annotator)
        if arguments.first == "--manifest" {
            print(server.manifestText(command: CommandLine.arguments.first ?? ""))
            return
        }
        guard arguments.isEmpty, isatty(STDIN_FILENO) == 0 else {
            let name = annotator.name
            PluginServer.complain("This is the plugin \(name): run 'postil annotate --plugin FOLDER' with its folder.")
            exit(2)
        }
        // Nothing that the annotator prints may come between the answers.
        let output = dup(STDOUT_FILENO)
        dup2(STDERR_FILENO, STDOUT_FILENO)
        server.serve(from: STDIN_FILENO, to: output)
    }
}
