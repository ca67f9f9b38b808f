import Core

/// Puts badges into pictures and takes them out (Open Badges Baking 2.0, Open Badges 3.0 §5.3).
package enum Baking {
    package static let sizeLimit = 8 << 20
    package static let partLimit = 20_000
    /// Longer documents are not a badge.
    static let textLimit = 1 << 20

    package enum Version: Sendable, Hashable, CaseIterable {
        case v2
        case v3

        /// Of the iTXt chunk in a PNG.
        var keyword: String { self == .v2 ? "openbadges" : "openbadgecredential" }
        /// Of the element in an SVG.
        var namespace: String { self == .v2 ? "http://openbadges.org" : "https://purl.imsglobal.org/ob/v3p0" }
        var element: String { self == .v2 ? "assertion" : "credential" }
    }

    /// A badge as it stands in a picture.
    package struct Badge: Sendable, Equatable {
        package var version: Version
        /// JSON, a compact JWS or, in 2.0, the address of the assertion.
        package var text: String

        /// - Throws: ``BakingError/notABadge``.
        package init(_ version: Version, _ text: String) throws(BakingError) {
            let text = text.trimmed
            guard Self.isJSON(text) || Self.isJWS(text) || version == .v2 && text.hasPrefix("http"),
                text.utf8.count <= Baking.textLimit, !text.utf8.contains(0)
            else { throw .notABadge }
            self.version = version
            self.text = text
        }

        static func isJSON(_ text: String) -> Bool { text.hasPrefix("{") }

        private static func isJWS(_ text: String) -> Bool {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            return parts.count == 3 && parts.allSatisfy { Base64URL.bytes(String($0))?.isEmpty == false }
        }
    }

    /// The picture with the badges in it; earlier ones of the same version are replaced.
    package static func bake(_ badges: [Badge], into picture: [UInt8]) throws(BakingError) -> [UInt8] {
        guard picture.count <= sizeLimit else { throw .tooLarge }
        if PNGFile.isOne(picture) { return try PNGFile(picture).baked(badges) }
        return try SVGFile(picture).baked(badges)
    }

    /// What the picture carries: at most one badge a version, 2.0 first.
    ///
    /// - Throws: ``BakingError/noBadge`` for a picture without one.
    package static func unbake(_ picture: [UInt8]) throws(BakingError) -> [Badge] {
        guard picture.count <= sizeLimit else { throw .tooLarge }
        let badges = PNGFile.isOne(picture) ? try PNGFile(picture).badges() : try SVGFile(picture).badges()
        guard !badges.isEmpty else { throw .noBadge }
        return badges
    }
}
