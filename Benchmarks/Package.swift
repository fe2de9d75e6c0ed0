// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that those who only use Postil need not fetch what measures it. Run it with
// `swift package benchmark` in this folder.

func benchmarks(_ name: String, of modules: [String]) -> Target {
    .executableTarget(
        name: name,
        dependencies: modules.map { .product(name: $0, package: "Postil") } + [
            "SampleText",
            .product(name: "Benchmark", package: "benchmark"),
        ],
        path: "Benchmarks/\(name)",
        plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
    )
}

let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "Postil", path: ".."),
        // Without traits it counts no allocations, for which it would need jemalloc.
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        .target(
            name: "SampleText",
            dependencies: [
                .product(name: "PostilBatch", package: "Postil"),
                .product(name: "PostilCore", package: "Postil"),
                .product(name: "Benchmark", package: "benchmark"),
            ]
        ),
        benchmarks("CoreBenchmarks", of: ["PostilCore"]),
        benchmarks("LexiconBenchmarks", of: ["PostilCore", "PostilLexicon", "PostilText"]),
        benchmarks("TextBenchmarks", of: ["PostilCore", "PostilText"]),
        benchmarks("JSONBenchmarks", of: ["PostilCore", "PostilFormats", "PostilText"]),
    ],
    swiftLanguageModes: [.v6]
)
