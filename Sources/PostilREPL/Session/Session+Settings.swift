import Postil

extension Setting {
    /// The setting called `name`.
    static func named(_ name: String) throws(CommandError) -> Setting {
        if let setting = all.first(where: { $0.name == name }) { return setting }
        let near = Spelling.nearest(to: name, among: all.map(\.name))
        throw .usage(
            "there is no setting '\(name)'" + (near.map { ": did you mean '\($0)'?" } ?? "; .get lists them")
        )
    }
}

extension Session {
    /// Sets a setting and makes the console follow.
    mutating func set(_ name: String, to value: String) throws(CommandError) {
        let setting = try Setting.named(name)
        var changed = state.settings
        guard setting.set(&changed, value) else {
            throw .usage("'\(name)' takes \(setting.values), not '\(value)'")
        }
        state.settings = changed
        applySettings()
    }
}
