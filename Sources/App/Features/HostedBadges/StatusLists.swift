import Core
import Foundation
import OpenBadges

/// Signed status lists, made again when an award of theirs was taken back, suspended or resumed.
struct StatusLists: Sendable {
    /// 16 MiB: some thousand lists of sixty thousand awards each.
    private static let limit = 16 << 20

    struct Name: Hashable {
        var number: Int
        var purpose: StatusPurpose
        var form: BadgeDocuments.ListForm
    }

    struct Stamp: Hashable {
        var changes: Int
        /// The keys' revision: a list is signed with the key in use.
        var revision: Int
    }

    let proofs: any ProofStore
    let badges: any BadgeStore
    let documents: BadgeDocuments
    let now: @Sendable () -> Date
    private let cache = DocumentCache<Name, Stamp, PublicDocument>(limit: limit)

    init(
        proofs: any ProofStore,
        badges: any BadgeStore,
        documents: BadgeDocuments,
        now: @escaping @Sendable () -> Date
    ) {
        self.proofs = proofs
        self.badges = badges
        self.documents = documents
        self.now = now
    }

    /// - Throws: ``OpenBadges/DocumentError/notFound``.
    func list(
        _ number: Int,
        _ purpose: StatusPurpose,
        as form: BadgeDocuments.ListForm
    ) async throws -> PublicDocument {
        guard let state = try await proofs.statusList(number) else { throw DocumentError.notFound }
        let stamp = Stamp(changes: state.changes, revision: try await badges.revision())
        return try await cache.document(Name(number: number, purpose: purpose, form: form), stamp) {
            PublicDocument(try await documents.statusList(state, purpose, as: form, at: now()))
        }
    }
}
