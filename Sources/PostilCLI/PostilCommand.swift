import ArgumentParser

@main
struct PostilCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "postil", subcommands: [TrainCommand.self])
}
