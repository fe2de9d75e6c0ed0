// swift-tools-version: 6.2
import PackageDescription

// Continuous integration sets POSTIL_STRICT=1; a newer compiler's new warnings then fail the build
// there and nowhere else.
let strict: [SwiftSetting] = Context.environment["POSTIL_STRICT"] == "1" ? [.treatAllWarnings(as: .error)] : []

// The folder holds a linker script named libstdc++.so that pulls in the static archives, so that the
// release program needs nothing at run time but glibc.
let staticRuntime = "\(Context.packageDirectory)/scripts/link"

let package = Package(
    name: "Postil",
    products: [
        .library(name: "Postil", targets: ["Postil"]),
        .library(name: "PostilCore", targets: ["PostilCore"]),
        .library(name: "PostilLexicon", targets: ["PostilLexicon"]),
        .library(name: "PostilText", targets: ["PostilText"]),
        .library(name: "PostilNumbers", targets: ["PostilNumbers"]),
        .library(name: "PostilDates", targets: ["PostilDates"]),
        .library(name: "PostilEntities", targets: ["PostilEntities"]),
        .library(name: "PostilQuotes", targets: ["PostilQuotes"]),
        .library(name: "PostilSentiment", targets: ["PostilSentiment"]),
        .library(name: "PostilRules", targets: ["PostilRules"]),
        .library(name: "PostilFormats", targets: ["PostilFormats"]),
        .library(name: "PostilBatch", targets: ["PostilBatch"]),
        .library(name: "PostilPlugins", targets: ["PostilPlugins"]),
        .library(name: "PostilPipelines", targets: ["PostilPipelines"]),
        .library(name: "PostilREPL", targets: ["PostilREPL"]),
        .executable(name: "postil", targets: ["PostilCLI"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        .target(name: "PostilCore", swiftSettings: strict),
        .target(name: "CMemory", publicHeadersPath: "include"),
        .target(name: "CLearning", publicHeadersPath: "include"),
        .target(name: "PostilLearning", dependencies: ["PostilCore", "CLearning", "CMemory"], swiftSettings: strict),
        .target(
            name: "CModels",
            exclude: [
                "entities.model", "gazetteer.lexicon", "lemmas.table", "segmentation.model", "sentiment.lexicon",
                "sentiment.model", "tagger.model", "tags.lexicon", "words.classes",
            ],
            publicHeadersPath: "include"
        ),
        .target(
            name: "PostilLexicon",
            dependencies: ["PostilCore", "CModels", "CMemory"],
            exclude: ["Lists"],
            swiftSettings: strict
        ),
        .target(
            name: "PostilText",
            dependencies: ["PostilCore", "PostilLearning", "PostilLexicon", "CModels", "CMemory"],
            swiftSettings: strict
        ),
        .target(name: "PostilNumbers", dependencies: ["PostilCore", "PostilText"], swiftSettings: strict),
        .target(
            name: "PostilDates",
            dependencies: ["PostilCore", "PostilText", "PostilNumbers"],
            swiftSettings: strict
        ),
        .target(
            name: "PostilEntities",
            dependencies: ["PostilCore", "PostilText", "PostilLexicon", "PostilLearning", "CModels"],
            swiftSettings: strict
        ),
        .target(name: "PostilQuotes", dependencies: ["PostilCore", "PostilText"], swiftSettings: strict),
        .target(
            name: "PostilSentiment",
            dependencies: ["PostilCore", "PostilText", "PostilLearning", "CModels"],
            swiftSettings: strict
        ),
        .target(
            name: "PostilRules",
            dependencies: ["PostilCore", "PostilText", "PostilLexicon"],
            swiftSettings: strict
        ),
        .target(name: "PostilFormats", dependencies: ["PostilCore"], swiftSettings: strict),
        .target(name: "PostilThreads", swiftSettings: strict),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),
        .target(
            name: "PostilBatch",
            dependencies: ["PostilCore", "PostilFormats", "PostilThreads", "CZlib", "CZstd"],
            swiftSettings: strict,
            linkerSettings: [.linkedLibrary(":libz.a"), .linkedLibrary(":libzstd.a")]
        ),
        .target(name: "PostilEvaluation", dependencies: ["PostilCore", "PostilFormats"], swiftSettings: strict),
        .target(
            name: "CReport",
            exclude: [
                "details.js", "document.js", "documents.js", "elements.js", "page.css", "page.html", "page.js",
                "records.js", "tables.js", "text.js", "timeline.js", "views.js",
            ],
            publicHeadersPath: "include"
        ),
        .target(name: "PostilReport", dependencies: ["PostilCore", "PostilFormats", "CReport"], swiftSettings: strict),
        .target(name: "CProcesses", publicHeadersPath: "include"),
        .target(
            name: "PostilPlugins",
            dependencies: ["PostilCore", "PostilFormats", "PostilRules", "PostilThreads", "CProcesses"],
            swiftSettings: strict
        ),
        .target(
            name: "Postil",
            dependencies: [
                "PostilCore", "PostilLexicon", "PostilText", "PostilNumbers", "PostilDates", "PostilEntities",
                "PostilQuotes", "PostilSentiment", "PostilRules", "PostilFormats", "PostilBatch", "PostilPlugins",
            ],
            swiftSettings: strict
        ),
        .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
        .target(
            name: "PostilPipelines",
            dependencies: ["Postil", "CYAML"],
            swiftSettings: strict,
            linkerSettings: [.linkedLibrary(":libyaml.a")]
        ),
        .target(name: "CReadline", publicHeadersPath: "include"),
        .target(name: "PostilREPL", dependencies: ["Postil", "PostilThreads", "CReadline"], swiftSettings: strict),
        .executableTarget(
            name: "PostilCLI",
            dependencies: [
                "Postil", "PostilEntities", "PostilEvaluation", "PostilLearning", "PostilLexicon", "PostilPipelines",
                "PostilREPL", "PostilReport", "PostilSentiment",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict,
            linkerSettings: [
                .unsafeFlags(["-use-ld=lld", "-L\(staticRuntime)"], .when(configuration: .release))
            ]
        ),
        .target(name: "PostilTestSupport", path: "Tests/PostilTestSupport", swiftSettings: strict),
        .testTarget(name: "PostilCoreTests", dependencies: ["PostilCore", "PostilPlugins"], swiftSettings: strict),
        .testTarget(
            name: "PostilLexiconTests",
            dependencies: ["PostilLexicon", "PostilText"],
            exclude: ["Examples"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "PostilTextTests",
            dependencies: ["PostilText", "PostilLearning", "PostilPlugins"],
            exclude: ["Examples"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "PostilSentimentTests",
            dependencies: ["Postil", "PostilSentiment", "PostilText", "PostilPlugins", "PostilTestSupport"],
            exclude: ["Examples"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "PostilEvaluationTests",
            dependencies: ["Postil", "PostilEvaluation", "PostilFormats"],
            exclude: ["Gold"],
            swiftSettings: strict
        ),
        .testTarget(name: "PostilReportTests", dependencies: ["PostilFormats", "PostilReport"], swiftSettings: strict),
        .testTarget(
            name: "PostilNumbersTests",
            dependencies: [
                "PostilNumbers", "PostilDates", "PostilEvaluation", "PostilText", "PostilPlugins", "PostilTestSupport",
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "PostilDatesTests",
            dependencies: ["PostilDates", "PostilEvaluation", "PostilText", "PostilPlugins", "PostilTestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "PostilEntitiesTests",
            dependencies: ["Postil", "PostilEntities", "PostilPlugins"],
            exclude: ["Examples"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "PostilQuotesTests",
            dependencies: ["Postil", "PostilEvaluation", "PostilQuotes", "PostilPlugins", "PostilTestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "PostilRulesTests",
            dependencies: ["Postil", "PostilRules", "PostilPlugins"],
            exclude: ["Examples"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "PostilLearningTests",
            dependencies: ["PostilCore", "PostilLearning"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "PostilFormatsTests",
            dependencies: ["Postil", "PostilFormats", "PostilTestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "PostilREPLTests",
            dependencies: ["PostilREPL", "PostilCLI"],
            exclude: ["Sessions"],
            swiftSettings: strict
        ),
        // The examples in Swift are packages of their own; here they are built for their tests.
        .target(
            name: "Contacts",
            dependencies: ["PostilCore"],
            path: "Plugins/Contacts/Sources/Contacts",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "ContactsPlugin",
            dependencies: ["Contacts", "PostilPlugins"],
            path: "Plugins/Contacts/Sources/ContactsPlugin",
            swiftSettings: strict
        ),
        .target(
            name: "Redact",
            dependencies: ["PostilCore", "PostilFormats"],
            path: "Plugins/Redact/Sources/Redact",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "RedactRecords",
            dependencies: ["Redact"],
            path: "Plugins/Redact/Sources/RedactRecords",
            swiftSettings: strict
        ),
        .testTarget(
            name: "ContactsTests",
            dependencies: ["Contacts", "ContactsPlugin", "PostilPlugins", "PostilText"],
            path: "Plugins/Contacts/Tests/ContactsTests",
            swiftSettings: strict
        ),
        .testTarget(
            name: "RedactTests",
            dependencies: ["Redact", "RedactRecords", "PostilFormats", "PostilPlugins"],
            path: "Plugins/Redact/Tests/RedactTests",
            swiftSettings: strict
        ),
        .testTarget(
            name: "PostilPluginsTests",
            dependencies: ["Postil", "PostilBatch", "PostilPipelines", "ContactsPlugin"],
            exclude: ["Programs"],
            swiftSettings: strict
        ),
        .testTarget(name: "PostilBatchTests", dependencies: ["Postil", "PostilCLI"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .gnu2x
)
