// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Contacts",
    products: [
        .library(name: "Contacts", targets: ["Contacts"]),
        .executable(name: "ContactsPlugin", targets: ["ContactsPlugin"]),
    ],
    dependencies: [
        .package(name: "Postil", path: "../..")
    ],
    targets: [
        .target(name: "Contacts", dependencies: [.product(name: "PostilCore", package: "Postil")]),
        .executableTarget(
            name: "ContactsPlugin",
            dependencies: ["Contacts", .product(name: "PostilPlugins", package: "Postil")]
        ),
        .testTarget(
            name: "ContactsTests",
            dependencies: [
                "Contacts",
                .product(name: "PostilPlugins", package: "Postil"),
                .product(name: "PostilText", package: "Postil"),
            ]
        ),
    ]
)
