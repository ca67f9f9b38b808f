import Core
import Foundation
import Hummingbird
import OpenBadges

extension BadgeDocuments.Form {
    /// Of the document's name as a file.
    var ending: String {
        switch self {
        case .assertion: "2.0.json"
        case .signedAssertion: "2.0.jws"
        case .credential: "3.0.json"
        case .token: "3.0.jwt"
        }
    }
}

/// Documents about awards, made once and kept until the award, its badge, its issuer or its key changes.
struct AwardDocuments: Sendable {
    /// 64 MiB: the documents of some twenty thousand awards.
    private static let limit = 64 << 20

    struct Name: Hashable {
        var award: Award.ID
        var form: BadgeDocuments.Form
    }

    let proofs: any ProofStore
    let documents: BadgeDocuments
    private let cache = DocumentCache<Name, ProofStamp, PublicDocument>(limit: limit)

    init(proofs: any ProofStore, documents: BadgeDocuments) {
        self.proofs = proofs
        self.documents = documents
    }

    /// Who gets a document: everybody, as far as the person allows it, or the person.
    enum Reader {
        case anybody
        case owner
    }

    /// - Throws: ``Core/AwardError/notFound``, also when the person hides the award from `reader`.
    func document(
        _ form: BadgeDocuments.Form,
        of award: Award.ID,
        for reader: Reader = .anybody
    ) async throws -> PublicDocument {
        let stamp = try await proofs.stamp(of: award)
        guard reader == .owner || stamp.visibility == .link else { throw AwardError.notFound }
        return try await cache.document(Name(award: award, form: form), stamp) {
            let bytes = try await documents.document(form, of: award, email: stamp.email)
            return PublicDocument(bytes, status: form == .assertion && !stamp.counts ? .gone : .ok)
        }
    }

    /// What `text`, the end of an address, names: a UUID, perhaps with an ending.
    static func award(_ text: String) throws(AwardError) -> (id: Award.ID, ending: Substring) {
        let parts = text.split(separator: ".", maxSplits: 1)
        guard let name = parts.first, let id = Award.ID(uuid: name) else { throw .notFound }
        return (id, parts.count == 2 ? parts[1] : "")
    }
}
