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
        # {{NAME}}: an example that finds offers of a number of things. Change it.
        name    {{ID}}
        version 0.1.0

        words $offering = offer sell lend

        rule offer
          note    "somebody offers a number of things"
          match   who:<entity PERSON|ORG> [tag: RB]? [lemma: $offering] count:<number CARDINAL> what:[tag: JJ|NN*]+
          make    OFFER (who = who.text, count = count.value, what = what.lemma)
          example "[[Maria Lopez sells three old boats]] today." => OFFER count=3 what="old boat"
          counter "Maria Lopez sells boats."

        """
}
