extension PluginTemplates {
    /// A package in Swift.
    static func swift(type: String) -> [PluginScaffold.File] {
        [
            manifest(kind: .swift, command: [".build/release/\(type)Plugin"], offsets: "utf8", explains: true),
            PluginScaffold.File(path: "Package.swift", contents: package),
            PluginScaffold.File(path: "Sources/\(type)/\(type)Annotator.swift", contents: annotator),
            PluginScaffold.File(path: "Sources/\(type)/\(type)Value.swift", contents: value),
            PluginScaffold.File(path: "Sources/\(type)/LayerKey+\(type).swift", contents: key),
            PluginScaffold.File(
                path: "Sources/\(type)Plugin/main.swift",
                contents: """
                    import PostilPlugins
                    import {{TYPE}}

                    PluginMain.run({{TYPE}}Annotator())

                    """
            ),
            PluginScaffold.File(path: "Tests/\(type)Tests/\(type)AnnotatorTests.swift", contents: tests),
            PluginScaffold.File(path: ".gitignore", contents: ".build/\nPackage.resolved\n"),
            sample,
            readme(
                files: """
                    - `Sources/\(type)` is a library: the annotator, the layer's key, the type of its values. Change it.
                    - `Sources/\(type)Plugin` is the program that Postil runs; its one line hands the annotator over.
                    - `Tests` asks for a result, and for what every annotator has to hold to (`swift test`).
                    - `plugin.json` says what the plugin is: `.build/release/\(type)Plugin --manifest` prints it anew.
                    - `samples/` holds texts in which it finds something; `postil plugin check` runs it on them.

                    A Swift program that depends on this package uses the annotator without a process:
                    `Pipeline(name: "mine", steps: [{{TYPE}}Annotator()], available: Pipeline.builtInAnnotators())`.
                    """,
                build: "$ (cd {{NAME}} && swift build -c release)\n",
                needs: "Swift 6.2 or later to build"
            ),
        ]
    }

    private static let package = """
        // swift-tools-version: 6.2
        import PackageDescription

        let package = Package(
            name: "{{NAME}}",
            products: [
                .library(name: "{{TYPE}}", targets: ["{{TYPE}}"]),
                .executable(name: "{{PROGRAM}}", targets: ["{{PROGRAM}}"]),
            ],
            dependencies: [
                {{DEPENDENCY}}
            ],
            targets: [
                .target(name: "{{TYPE}}", dependencies: [.product(name: "PostilCore", package: "{{PACKAGE}}")]),
                .executableTarget(
                    name: "{{PROGRAM}}",
                    dependencies: ["{{TYPE}}", .product(name: "PostilPlugins", package: "{{PACKAGE}}")]
                ),
                .testTarget(
                    name: "{{TYPE}}Tests",
                    dependencies: [
                        "{{TYPE}}",
                        .product(name: "PostilPlugins", package: "{{PACKAGE}}"),
                        .product(name: "PostilText", package: "{{PACKAGE}}"),
                    ]
                ),
            ]
        )

        """

    private static let annotator = """
        import PostilCore

        /// Finds words in capitals.
        public struct {{TYPE}}Annotator: Annotator {
            public let name: AnnotatorName = "{{ID}}"
            public let version = "0.1.0"
            public let requires = [AnyLayerKey(.tokens)]
            public let provides = [AnyLayerKey(.{{KEY}})]
            public let rules = RuleTable([Rule("capitals", "a word of two letters or more, all of them capitals")])

            /// Makes the annotator.
            public init() {}

            /// Annotates each word in capitals.
            public func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
                var found = LayerBuilder<{{TYPE}}Value>()
                for token in try document[.tokens] where token.value.kind == .word && token.value.shape == .upper {
                    guard token.span.count > 1 else { continue }
                    found.append(
                        token.span,
                        {{TYPE}}Value(letters: document.text[token.span].count),
                        rule: RuleIdentifier(rawValue: 1)
                    )
                }
                try output.provide(found.build(), for: .{{KEY}})
            }

            /// Says why a word was or was not annotated.
            public func explain(_ question: Question, in document: DocumentView) throws(AnnotationError) -> Explanation? {
                let word = document.text[question.span]
                let reason = question.position != nil ? "is a word in capitals" : "is not one word in capitals"
                return Explanation("'\\(word)' \\(reason)", span: question.span)
            }
        }

        """

    private static let value = """
        import PostilCore

        /// What a word in capitals says besides where it is.
        public struct {{TYPE}}Value: LayerValue {
            /// How many letters it has.
            public let letters: Int

            /// Makes a value.
            public init(letters: Int) { self.letters = letters }

            /// The layer has one type.
            public var type: String? { "SHOUT" }

            /// The number of letters.
            public var features: [Feature] { [Feature("letters", String(letters))] }

            /// The value that ``type`` and ``features`` write.
            public init?(type: String?, features: [Feature]) {
                guard type == "SHOUT", features.count == 1, features[0].key == "letters",
                    let letters = Int(features[0].value)
                else { return nil }
                self.init(letters: letters)
            }
        }

        """

    private static let key = """
        import PostilCore

        extension LayerKey where Value == {{TYPE}}Value {
            /// Words in capitals; they never overlap.
            public static var {{KEY}}: LayerKey<{{TYPE}}Value> { LayerKey("{{ID}}", neverOverlaps: true) }
        }

        """

    private static let tests = """
        import PostilCore
        import PostilPlugins
        import PostilText
        import Testing
        import {{TYPE}}

        @Suite struct {{TYPE}}AnnotatorTests {
            @Test func findsWordsInCapitals() throws {
                let pipeline = try Pipeline(name: "test", steps: [{{TYPE}}Annotator()], available: [Segmenter()])
                let document: Document = pipeline.annotate(Document(text: "The pool is CLOSED today."))
                let found = try #require(document[.{{KEY}}])
                #expect(found.spans.map { document.text[$0] } == ["CLOSED"])
                #expect(found.values == [{{TYPE}}Value(letters: 6)])
            }

            @Test func conforms() throws {
                let report = checkAnnotator({{TYPE}}Annotator(), available: [try Segmenter()], on: ["STOP! he said."])
                #expect(report.isConforming, "\\(report)")
            }
        }

        """
}
