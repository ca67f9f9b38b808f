// swift-tools-version: 6.3
import PackageDescription

/// Every folder in Sources/Integrations, with the libraries it needs; a new one is added here.
let integrations: KeyValuePairs<String, [Target.Dependency]> = [
    "CSVSource": [.product(name: "Crypto", package: "swift-crypto")],
    "DemoIdentity": [],
    "OIDC": [
        .product(name: "Crypto", package: "swift-crypto"), .product(name: "CryptoExtras", package: "swift-crypto"),
    ],
    "OpenBadges": [
        "CZlib", "LinkedData", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
    ],
    "Outbound": [
        .product(name: "AsyncHTTPClient", package: "async-http-client"), .nio("NIOCore"), .nio("NIOHTTP1"),
        .nio("NIOPosix"), .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
    ],
    "Pathgather": [],
    "Pictures": ["CZlib"],
    "QRCode": [],
    "Rasteriser": ["CPango", "CRSVG", "CZlib"],
    "SCIM": [.product(name: "Crypto", package: "swift-crypto")],
    "SAML": [
        "CZlib", "XMLSecurity", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
    ],
    "SMTP": ["CCurl"],
    "ShareTargets": [],
    "Storage": [
        "CPQ", .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
    ],
    "Yammer": [],
]

/// What the tests of an integration need besides the integration and its libraries.
let testLibraries: [String: [Target.Dependency]] = [
    "Outbound": ["CZlib"],
    "Pathgather": ["Outbound"],
]

/// The catalogues of the portal's languages.
let languages = ["ar", "de", "en", "es", "fr", "he", "ja", "pt-BR"].map { "Languages/\($0).txt" }

/// Modules of their own within the folder of an integration.
let nestedModules = ["OpenBadges": ["LinkedData"]]

let package = Package(
    name: "Laurel",
    products: [.executable(name: "laurel", targets: ["App"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration.git", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-system.git", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    ],
    targets: [
        .system("CCurl", "libcurl"),
        .system("CMark", "libcmark"),
        .system("CPQ", "libpq"),
        .system("CPango", "pangocairo"),
        .system("CRSVG", "librsvg-2.0"),
        .system("CXMLSec", "xmlsec1-openssl"),
        .system("CZlib", "zlib"),
        .xmlSecurity,
        .target(name: "Core", dependencies: [.product(name: "Crypto", package: "swift-crypto")], swiftSettings: house),
        .executableTarget(
            name: "App",
            dependencies: [
                "CMark",
                "CZlib",
                "Core",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .nio("NIOCore"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "SystemPackage", package: "swift-system"),
            ] + integrations.map { .byName(name: $0.key) },
            resources: (["portal.css", "portal.js", "icons.svg", "favicon.svg", "laurel.svg"] + languages)
                .map { .embedInCode("Assets/\($0)") },
            swiftSettings: house
        ),
        .target(
            name: "LinkedData",
            dependencies: [.product(name: "Crypto", package: "swift-crypto")],
            path: "Sources/Integrations/OpenBadges/LinkedData",
            swiftSettings: house
        ),
        .testTarget(
            name: "LinkedDataTests",
            dependencies: ["LinkedData", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: house
        ),
        .executableTarget(
            name: "BadgeBench",
            dependencies: ["Core", "LinkedData", "OpenBadges"],
            path: "Scripts/bench/BadgeBench",
            swiftSettings: house
        ),
        .target(name: "Contracts", dependencies: ["Core"], path: "Tests/Contracts", swiftSettings: house),
        .testTarget(name: "ContractsTests", dependencies: ["Contracts", "Core"], swiftSettings: house),
        .testTarget(name: "CoreTests", dependencies: ["Core"], swiftSettings: house),
        .testTarget(
            name: "AppTests",
            dependencies: [
                "App", "Contracts", "Core", "LinkedData", "OpenBadges", "Storage",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"), .nio("NIOCore"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycleTestKit", package: "swift-service-lifecycle"),
            ],
            swiftSettings: house
        ),
        .testTarget(name: "EndToEndTests", dependencies: ["App", "Contracts"], swiftSettings: house),
    ] + integrations.flatMap { integration($0.key, $0.value) }
)

/// One integration = one module that may import Core and nothing else of ours, plus its tests.
@MainActor func integration(_ name: String, _ libraries: [Target.Dependency]) -> [Target] {
    [
        .target(
            name: name,
            dependencies: ["Core", .product(name: "Logging", package: "swift-log")] + libraries,
            path: "Sources/Integrations/\(name)",
            exclude: nestedModules[name, default: []],
            swiftSettings: house
        ),
        .testTarget(
            name: "\(name)Tests",
            dependencies: [
                .byName(name: name), "Contracts", "Core", .product(name: "Logging", package: "swift-log"),
            ] + libraries + testLibraries[name, default: []],
            swiftSettings: house
        ),
    ]
}

var house: [SwiftSetting] {
    [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
    ]
}

extension Target {
    /// A C library of the system; `pkgConfig` finds it.
    static func system(_ name: String, _ pkgConfig: String) -> Target {
        .systemLibrary(name: name, path: "Sources/System/\(name)", pkgConfig: pkgConfig)
    }
}

extension Target {
    /// A narrow way to libxml2 and xmlsec1, whose headers cannot be imported beside Foundation.
    ///
    /// SwiftPM drops definitions that pkgConfig gives, and XMLSEC_NO_SIZE_T decides how large xmlsec1's sizes are.
    static var xmlSecurity: Target {
        .target(
            name: "XMLSecurity",
            dependencies: ["CXMLSec"],
            path: "Sources/System/XMLSecurity",
            cSettings: [
                .define("__XMLSEC_FUNCTION__", to: "__func__"), .define("XMLSEC_NO_SIZE_T"),
                .define("XMLSEC_NO_CRYPTO_DYNAMIC_LOADING", to: "1"), .define("XMLSEC_CRYPTO_OPENSSL", to: "1"),
                .define("XMLSEC_OPENSSL3_ENGINES", to: "1"), .define("XMLSEC_NO_GOST", to: "1"),
                .define("XMLSEC_NO_GOST2012", to: "1"),
            ]
        )
    }
}

extension Target.Dependency {
    static func nio(_ product: String) -> Self { .product(name: product, package: "swift-nio") }
}
