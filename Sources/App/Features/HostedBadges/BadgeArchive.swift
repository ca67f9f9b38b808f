import Core
import HTTPTypes
import Hummingbird
import NIOCore
import OpenBadges

/// Everything that a person holds, in one file that works without the portal.
///
/// For each award the picture with the badge in it, the certificate, and its documents with every kind of proof; for each
/// badge from elsewhere its bytes as they came.
struct BadgeArchive: Sendable {
    static let name = "badges.zip"
    static let mediaType = "application/zip"

    let site: Site
    let awards: any AwardStore
    let imports: any ImportStore
    let documents: AwardDocuments
    let baked: BakedPictures
    let desk: DrawingDesk

    /// As a download that no cache keeps.
    func response(for person: Person.ID) async throws -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: Self.mediaType, .cacheControl: "private, no-store",
                .contentDisposition: "attachment; filename=\"\(Self.name)\"",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: try await zip(of: person)))
        )
    }

    /// Certificates are in the current language.
    func zip(of person: Person.ID) async throws -> [UInt8] {
        var zip = ZIPFile(date: site.now())
        for held in try await awards.awards(of: person) { try await add(held, to: &zip) }
        for imported in try await imports.imports(of: person) {
            guard let original = try await imports.original(imported.id, of: person) else { continue }
            let name = "elsewhere/\(imported.id.rawValue.prefix(8)).\(ForeignFile.ending(of: original.mediaType))"
            try zip.add(name, original.bytes, isPacked: original.mediaType == "image/png")
        }
        return zip.bytes
    }

    private func add(_ held: HeldAward, to zip: inout ZIPFile) async throws {
        let id = held.award.id
        let name = "\(held.slug)-\(id.rawValue.prefix(8))"
        let picture = try await baked.picture(.png, .both, of: id, for: .owner)
        try zip.add("\(name).png", Array(buffer: picture.body), isPacked: true)
        let address = site.absolute("/awards/\(id)")
        let sheet = try await desk.document(.certificate, of: held, at: address, in: site.words(Words.current.language))
        try zip.add("\(name).pdf", Array(buffer: sheet.body), isPacked: true)
        for form in BadgeDocuments.Form.allCases {
            let document = try await documents.document(form, of: id, for: .owner)
            try zip.add("\(name).\(form.ending)", Array(buffer: document.body))
        }
    }
}
