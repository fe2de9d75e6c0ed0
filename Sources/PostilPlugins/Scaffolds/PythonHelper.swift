/// The helper for plugins in Python, as the folder Plugins/python has it; a test compares the two.
enum PythonHelper {
    static let contents = ###"""
        """Speaks the plugin protocol of Postil, for annotators in Python. One file, Python 3.8 or later, nothing else.

            from postil_plugin import run

            def annotate(document):
                for token in document.layer("tokens"):
                    if len(token.text) > 1 and token.text.isupper():
                        yield document.span(token.start, token.end, "SHOUT", length=len(token.text))

            run(annotate)

        `run` reads what the plugin is from the plugin.json beside the program, or takes it as `manifest`. Offsets count
        code points, as Python's strings do. What the program prints goes to standard error. An exception in `annotate`
        concerns that document alone.
        """

        import json
        import os
        import sys
        import traceback


        class Annotation:
            """A stretch of a document's text, with what is said of it."""

            __slots__ = ("document", "start", "end", "type", "features", "score", "rule")

            def __init__(self, document, start, end, type=None, features=None, score=None, rule=None):
                self.document = document
                self.start = start
                self.end = end
                self.type = type
                self.features = features or {}
                self.score = score
                self.rule = rule

            @property
            def text(self):
                """The text that it covers."""
                return self.document.text[self.start : self.end]

            def inside(self, other):
                """Whether it lies in `other`."""
                return other.start <= self.start and self.end <= other.end

            def __repr__(self):
                return f"Annotation({self.start}, {self.end}, {self.type!r}, {self.text!r})"

            def _message(self):
                message = {"start": self.start, "end": self.end}
                if self.type is not None:
                    message["type"] = self.type
                if self.features:
                    message["features"] = self.features
                if self.score is not None:
                    message["score"] = self.score
                if self.rule is not None:
                    message["rule"] = self.rule
                return message


        class Document:
            """A text, what is known besides, and the layers that the plugin reads."""

            def __init__(self, request):
                self.text = request["text"]
                context = request.get("context", {})
                #: The date to which the text's dates refer, in ISO 8601, or None.
                self.reference_date = context.get("reference_date")
                self.language = context.get("language", "en")
                #: The caller's own fields, by name.
                self.fields = context.get("fields", {})
                self.warnings = []
                self._layers = {layer["name"]: layer["annotations"] for layer in request.get("layers", [])}

            def layer(self, name):
                """The annotations of a layer that the manifest requires or consults; none where it is not there."""
                annotations = self._layers.get(name, [])
                if annotations and isinstance(annotations[0], dict):
                    annotations = self._layers[name] = [
                        Annotation(self, row["start"], row["end"], row.get("type"), row.get("features"), row.get("score"))
                        for row in annotations
                    ]
                return annotations

            def span(self, start, end, type=None, score=None, rule=None, **features):
                """Makes an annotation; a feature is text, a number, a truth value, or a list of them."""
                return Annotation(self, start, end, type, features, score, rule)

            def warn(self, message):
                """Notes something that the reader of the document's record should know."""
                self.warnings.append(str(message))


        def run(annotate, explain=None, manifest=None):
            """Answers the host's requests until there are no more.

            `annotate(document)` returns the annotations of the plugin's layer, or a dictionary of layers. `explain(document,
            layer, start, end)` returns a line, or a tree {"summary": …, "reasons": […]}, or None; where it is given the
            manifest says "explains": true.
            """
            if manifest is None:
                folder = os.path.dirname(os.path.abspath(sys.argv[0]))
                with open(os.path.join(folder, "plugin.json"), encoding="utf-8") as file:
                    manifest = json.load(file)
            else:
                manifest = {"protocol": 1, "explains": explain is not None, **manifest}
            layers = [layer if isinstance(layer, str) else layer["layer"] for layer in manifest["provides"]]
            output = sys.stdout.buffer
            # Nothing that is printed may come between the answers.
            sys.stdout = sys.stderr
            _write(output, manifest)
            for line in sys.stdin.buffer:
                if line.strip():
                    _write(output, _answer(json.loads(line), layers, annotate, explain))


        def _answer(request, layers, annotate, explain):
            answer = {"document": request["document"]}
            try:
                document = Document(request)
                question = request.get("question")
                if question:
                    explanation = explain(document, question["layer"], question["start"], question["end"]) if explain else None
                    answer["explanation"] = {"summary": explanation} if isinstance(explanation, str) else explanation
                    return answer
                found = annotate(document)
                if not isinstance(found, dict):
                    found = {layers[0]: found}
                answer["layers"] = [
                    {"name": name, "annotations": [row._message() for row in found.get(name) or []]}
                    for name in dict.fromkeys([*layers, *found])
                ]
                if document.warnings:
                    answer["warnings"] = document.warnings
                return answer
            except Exception as error:
                traceback.print_exc()
                return {"document": request["document"], "error": f"{type(error).__name__}: {error}"}


        def _write(output, message):
            output.write(json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n")
            output.flush()

        """###
}
