// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Redact",
    products: [
        .library(name: "Redact", targets: ["Redact"]),
        .executable(name: "RedactPlugin", targets: ["RedactPlugin"]),
        .executable(name: "redact-records", targets: ["RedactRecords"]),
    ],
    dependencies: [
        .package(name: "Postil", path: "../..")
    ],
    targets: [
        .target(
            name: "Redact",
            dependencies: [
                .product(name: "PostilCore", package: "Postil"), .product(name: "PostilFormats", package: "Postil"),
            ]
        ),
        .executableTarget(
            name: "RedactPlugin",
            dependencies: ["Redact", .product(name: "PostilPlugins", package: "Postil")]
        ),
        .executableTarget(name: "RedactRecords", dependencies: ["Redact"]),
        .testTarget(
            name: "RedactTests",
            dependencies: [
                "Redact",
                .product(name: "PostilFormats", package: "Postil"),
                .product(name: "PostilPlugins", package: "Postil"),
            ]
        ),
    ]
)
