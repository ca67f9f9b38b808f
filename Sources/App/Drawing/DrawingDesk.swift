import Core
import NIOCore
import Rasteriser

/// Draws cards and certificates, away from the threads that answer requests, and keeps what was drawn.
///
/// One at a time: drawing takes a processor for some hundredths of a second, and there may be few.
actor DrawingDesk {
    /// 64 MiB: the cards of some six hundred awards.
    private static let limit = 64 << 20

    enum Kind {
        case card
        /// The card at half its size.
        case preview
        case certificate
    }

    private struct Name: Hashable {
        var award: Award.ID
        var kind: Kind
        var language: Language
    }

    private let pictures: PlainPictures
    private let cache = DocumentCache<Name, AwardDrawing, PublicDocument>(limit: limit)

    init(pictures: PlainPictures) { self.pictures = pictures }

    /// What was drawn for the same contents, or what is drawn now.
    ///
    /// - Parameter words: in UTC.
    nonisolated func document(
        _ kind: Kind,
        of held: HeldAward,
        at address: String,
        in words: Words
    ) async throws -> PublicDocument {
        let drawing = AwardDrawing(held, address: address, in: words)
        return try await cache.document(Name(award: held.award.id, kind: kind, language: words.language), drawing) {
            let pixels = try await pictures.picture(drawing.picture, of: drawing.slug, .png)
            return PublicDocument(try await draw(kind, drawing, pixels: Array(buffer: pixels.body)))
        }
    }

    private func draw(_ kind: Kind, _ drawing: AwardDrawing, pixels: [UInt8]) throws(RasterError) -> [UInt8] {
        switch kind {
        case .card:
            let size = AwardDrawing.cardSize
            return try Rasteriser.palettePNG(drawing.card(pixels: pixels), width: size.width, height: size.height)
        case .preview:
            let size = AwardDrawing.previewSize
            return try Rasteriser.palettePNG(drawing.card(pixels: pixels), width: size.width, height: size.height)
        case .certificate:
            let size = AwardDrawing.certificateSize
            let details = PDFDetails(
                title: XMLText.allowed("\(drawing.badge), \(drawing.person)"),
                author: XMLText.allowed(drawing.issuer),
                date: drawing.issuedOn
            )
            return try Rasteriser.pdf(
                drawing.certificate(pixels: pixels),
                width: size.width,
                height: size.height,
                details: details
            )
        }
    }
}
