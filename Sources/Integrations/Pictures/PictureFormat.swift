import Foundation

/// What a file is by its first bytes.
enum PictureFormat: Equatable {
    case png
    case svg
    /// Something we know and do not take, with its article.
    case other(String)
    case empty
    case unknown

    init(of bytes: [UInt8]) {
        if bytes.isEmpty {
            self = .empty
        } else if bytes.starts(with: PNGCheck.signature) {
            self = .png
        } else if let known = Self.signatures.first(where: { $0.matches(bytes) }) {
            self = .other(known.name)
        } else {
            self = Self.markup(bytes)
        }
    }

    private struct Signature {
        var name: String
        var start: [UInt8]
        var offset = 0

        func matches(_ bytes: [UInt8]) -> Bool { bytes.dropFirst(offset).starts(with: start) }
    }

    private static let signatures = [
        Signature(name: "a JPEG picture", start: [0xFF, 0xD8, 0xFF]),
        Signature(name: "a GIF picture", start: Array("GIF8".utf8)),
        Signature(name: "a WebP picture", start: Array("WEBP".utf8), offset: 8),
        Signature(name: "an AVIF picture", start: Array("ftypavif".utf8), offset: 4),
        Signature(name: "a HEIC picture", start: Array("ftyphei".utf8), offset: 4),
        Signature(name: "a TIFF picture", start: [0x49, 0x49, 0x2A, 0x00]),
        Signature(name: "a TIFF picture", start: [0x4D, 0x4D, 0x00, 0x2A]),
        Signature(name: "a BMP picture", start: Array("BM".utf8)),
        Signature(name: "an ICO picture", start: [0, 0, 1, 0]),
        Signature(name: "a PDF document", start: Array("%PDF".utf8)),
        Signature(name: "a ZIP archive", start: Array("PK\u{3}\u{4}".utf8)),
        Signature(name: "a compressed file (gzip)", start: [0x1F, 0x8B]),
        Signature(name: "a text in UTF-16", start: [0xFF, 0xFE]),
        Signature(name: "a text in UTF-16", start: [0xFE, 0xFF]),
    ]

    /// Tells SVG from HTML by the first element; the rest is for ``SVGCheck``.
    private static func markup(_ bytes: [UInt8]) -> Self {
        guard let prolog = SVGProlog(of: bytes) else { return .unknown }
        if prolog.isHTML || prolog.rootName.lowercased() == "html" { return .other("a web page (HTML)") }
        return switch prolog.rootName {
        case "svg", "svg:svg": .svg
        case "": .unknown
        default: .other("an XML document without a picture")
        }
    }
}
