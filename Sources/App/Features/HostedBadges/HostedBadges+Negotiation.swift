import Core
import Foundation
import Hummingbird
import OpenBadges

extension HostedBadges {
    /// At `/awards/{uuid}` people and most programs get the page; who asks for a document gets that.
    ///
    /// `application/ld+json` means Open Badges 2.0, whose verifiers ask for it; JSON and the types of Verifiable
    /// Credentials mean 3.0.
    ///
    /// - Returns: nil when the page is wanted.
    func negotiated(_ request: Request, _ award: Award.ID) async throws -> Response? {
        let types: [DocumentType] = [.page, .credential, .secured, .token, .linkedData, .json]
        let type = Accept(request.headers[.accept]).best(of: types, type: \.rawValue) ?? .page
        let form: BadgeDocuments.Form
        switch type {
        case .page, .text: return nil
        case .linkedData: form = .assertion
        case .json, .credential, .secured: form = .credential
        case .token: form = .token
        }
        return try await awards.document(form, of: award).response(to: request, type: type.header, lifetime: .checked)
    }
}
