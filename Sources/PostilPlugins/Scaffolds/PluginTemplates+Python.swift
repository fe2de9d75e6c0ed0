extension PluginTemplates {
    /// A plugin in Python.
    static func python(program: String) -> [PluginScaffold.File] {
        [
            manifest(kind: .process, command: ["python3", program]),
            PluginScaffold.File(
                path: program,
                contents: """
                    #!/usr/bin/env python3
                    \"\"\"Finds words in capitals.\"\"\"

                    from postil_plugin import run


                    def annotate(document):
                        for token in document.layer("tokens"):
                            if len(token.text) > 1 and token.text.isalpha() and token.text.isupper():
                                yield document.span(token.start, token.end, "SHOUT", rule="capitals", letters=len(token.text))


                    if __name__ == "__main__":
                        run(annotate)

                    """,
                isProgram: true
            ),
            PluginScaffold.File(path: "postil_plugin.py", contents: PythonHelper.contents),
            sample,
            readme(
                files: """
                    - `plugin.json` says what the plugin is, which layers it reads (`requires`) and makes (`provides`).
                    - `\(program)` is the annotator: a function from a document to annotations. Change it.
                    - `postil_plugin.py` speaks with Postil; leave it as it is.
                    - `samples/` holds texts in which it finds something; `postil plugin check` runs it on them.
                    """,
                needs: "Python 3.8 or later"
            ),
        ]
    }
}
