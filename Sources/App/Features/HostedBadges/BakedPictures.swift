import Core
import Foundation
import NIOCore
import OpenBadges

/// Pictures with awards in them, made once and kept like the documents inside.
struct BakedPictures: Sendable {
    /// 128 MiB: the pictures of some two thousand awards.
    private static let limit = 128 << 20

    /// Which badges stand in a picture.
    enum Content: String, Sendable {
        /// Open Badges 2.0 and 3.0 side by side, in a chunk or element each.
        case both
        case v2 = "2"
        case v2signed = "2-signed"
        /// A VC-JWT.
        case v3 = "3"
        /// JSON with a Data Integrity proof.
        case v3integrity = "3-integrity"
    }

    struct Name: Hashable {
        var award: Award.ID
        var format: PlainPictures.Format
        var content: Content
    }

    let proofs: any ProofStore
    let awards: any AwardStore
    let documents: AwardDocuments
    let pictures: PlainPictures
    private let cache = DocumentCache<Name, ProofStamp, PublicDocument>(limit: limit)

    init(proofs: any ProofStore, awards: any AwardStore, documents: AwardDocuments, pictures: PlainPictures) {
        self.proofs = proofs
        self.awards = awards
        self.documents = documents
        self.pictures = pictures
    }

    func picture(
        _ format: PlainPictures.Format,
        _ content: Content,
        of award: Award.ID,
        for reader: AwardDocuments.Reader = .anybody
    ) async throws -> PublicDocument {
        let stamp = try await proofs.stamp(of: award)
        guard reader == .owner || stamp.visibility == .link else { throw AwardError.notFound }
        let name = Name(award: award, format: format, content: content)
        return try await cache.document(name, stamp) {
            let held = try await awards.award(award)
            let plain = try await pictures.picture(held.content.picture, of: held.slug, format)
            var badges: [Baking.Badge] = []
            for (version, form) in Self.forms(content) {
                let document = try await documents.document(form, of: award, for: reader)
                badges.append(try Baking.Badge(version, String(buffer: document.body)))
            }
            return PublicDocument(try Baking.bake(badges, into: Array(buffer: plain.body)))
        }
    }

    private static func forms(_ content: Content) -> [(Baking.Version, BadgeDocuments.Form)] {
        switch content {
        case .both: [(.v2, .assertion), (.v3, .token)]
        case .v2: [(.v2, .assertion)]
        case .v2signed: [(.v2, .signedAssertion)]
        case .v3: [(.v3, .token)]
        case .v3integrity: [(.v3, .credential)]
        }
    }
}
