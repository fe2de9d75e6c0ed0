extension PluginTemplates {
    /// A plugin that is a file of rules.
    static func rules(file: String) -> [PluginScaffold.File] {
        [
            PluginScaffold.File(
                path: "plugin.json",
                contents: """
                    {
                      "protocol": 1,
                      "id": "{{ID}}",
                      "version": "0.1.0",
                      "kind": "rules",
                      "rules": "\(file)"
                    }

                    """
            ),
            PluginScaffold.File(path: file, contents: rulesFile),
            sample,
            readme(
                files: """
                    - `plugin.json` says what the plugin is.
                    - `\(file)` holds the rules, each with examples and counter-examples. Change it.
                    - `samples/` holds texts in which it finds something; `postil plugin check` runs it on them.
                    """,
                needs: "nothing but Postil"
            ),
        ]
    }

    /// The rules of a new plugin.
    private static let rulesFile = """
        # {{NAME}}: finds words in capitals. Change it.
        name    {{ID}}
        version 0.1.0

        rule capitals
          note    "a word of at least two letters, all capitals"
          match   word:[text: /[A-Z]{2,}/]
          make    SHOUT (word = word.lower)
          example "He said [[STOP]] twice." => SHOUT word=stop
          counter "He said stop."

        """
}
