import Core
import Foundation
import HTTPTypes
import Hummingbird
import OpenBadges

/// Everything that other people's software reads about badges: no sign-in, no cookie, any origin.
///
/// `/ob/v2/…`, `/ob/v3/…`, `/.well-known/did.json`, `/.well-known/jwks.json`, awards' documents at `/awards/{uuid}`, their
/// pictures at `/awards/{uuid}/image.png` and `.svg`, those of badges at `/badges/{slug}/versions/{n}/image.png`.
struct HostedBadges {
    let site: Site
    let proofs: any ProofStore
    let documents: BadgeDocuments
    let awards: AwardDocuments
    let lists: StatusLists
    let pictures: PlainPictures
    let baked: BakedPictures
    /// By path, with the revision of badges, issuers and keys that they were made from.
    private let cache = DocumentCache<String, Int, PublicDocument>(limit: limit)
    /// 16 MiB: the documents of some thousand badges.
    private static let limit = 16 << 20

    init(
        site: Site,
        proofs: any ProofStore,
        documents: BadgeDocuments,
        awards: AwardDocuments,
        lists: StatusLists,
        pictures: PlainPictures,
        baked: BakedPictures
    ) {
        self.site = site
        self.proofs = proofs
        self.documents = documents
        self.awards = awards
        self.lists = lists
        self.pictures = pictures
        self.baked = baked
    }

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        addKeys(to: router)
        addBadges(to: router)
        addAwards(to: router)
        addStatus(to: router)
        addPictures(to: router)
    }

    private func addAwards(to router: some RouterMethods<PortalContext>) {
        router.get("ob/v2/assertions/:id") { request, context in
            let (id, ending) = try AwardDocuments.award(context.parameters.require("id"))
            switch ending {
            case "": return try await answer(.assertion, id, request, [.linkedData, .json, .page])
            case "jws": return try await answer(.signedAssertion, id, request, [.text])
            default: throw AwardError.notFound
            }
        }
        router.get("ob/v3/credentials/:id") { request, context in
            let (id, ending) = try AwardDocuments.award(context.parameters.require("id"))
            switch ending {
            case "":
                let types: [DocumentType] = [.credential, .secured, .linkedData, .json, .page, .token, .text]
                return try await answer(.credential, id, request, types)
            case "jwt": return try await answer(.token, id, request, [.text, .token])
            default: throw AwardError.notFound
            }
        }
    }

    /// The document in the type that is wanted most, or the page about the award; with `?download` always the document,
    /// as a file, so that people can follow a link to it.
    private func answer(
        _ form: BadgeDocuments.Form,
        _ id: Award.ID,
        _ request: Request,
        _ types: [DocumentType]
    ) async throws -> Response {
        let isDownload = request.uri.query != nil && request.uri.queryParameters["download"] != nil
        let types = isDownload ? types.filter { $0 != .page } : types
        let type = Accept(request.headers[.accept]).best(of: types, type: \.rawValue) ?? .json
        guard type != .page else { return Response.redirect(to: "/awards/\(id)", type: .found) }
        let wanted = form == .credential && type.isToken ? .token : form
        let document = try await awards.document(wanted, of: id)
        let name = isDownload ? "attachment; filename=\"badge-\(id.rawValue.prefix(8)).\(wanted.ending)\"" : nil
        return document.response(to: request, type: type.header, lifetime: .checked, disposition: name)
    }

    private func addStatus(to router: some RouterMethods<PortalContext>) {
        router.get("ob/v3/status/:list") { try await list(.revocation, $0, $1) }
        router.get("ob/v3/status/:list/suspension") { try await list(.suspension, $0, $1) }
        router.get("ob/v3/revocations") { request, _ in try await credentialRevocations(nil, request) }
        router.get("ob/v3/issuers/:issuer/revocations") { request, context in
            try await credentialRevocations(ID(context.parameters.require("issuer")), request)
        }
        router.get("ob/v2/revocations") { request, _ in try await revocations(nil, request) }
        router.get("ob/v2/issuers/:issuer/revocations") { request, context in
            try await revocations(ID(context.parameters.require("issuer")), request)
        }
    }

    private func list(_ purpose: StatusPurpose, _ request: Request, _ context: PortalContext) async throws -> Response {
        guard let number = Int(try context.parameters.require("list")) else { throw DocumentError.notFound }
        let types: [DocumentType] = [.token, .credential, .secured, .linkedData, .json]
        let type = Accept(request.headers[.accept]).best(of: types, type: \.rawValue) ?? .token
        let list = try await lists.list(number, purpose, as: type.isToken ? .token : .credential)
        return list.response(to: request, type: type.header, lifetime: .minute)
    }

    private func credentialRevocations(_ issuer: Issuer.ID?, _ request: Request) async throws -> Response {
        try await answer(request, page: nil, lifetime: .minute, isKept: false) {
            try await documents.credentialRevocations(issuer)
        }
    }

    private func revocations(_ issuer: Issuer.ID?, _ request: Request) async throws -> Response {
        try await answer(request, page: nil, lifetime: .minute, isKept: false) {
            try await documents.revocationList(issuer)
        }
    }

    /// - Parameters:
    ///   - page: where people read about the same thing.
    ///   - isKept: whether the document changes with badges, issuers and keys only, so that it is made once for each of
    ///     their revisions.
    func answer(
        _ request: Request,
        page: String?,
        lifetime: PublicDocument.Lifetime,
        isKept: Bool = true,
        _ make: () async throws -> JSON
    ) async throws -> Response {
        let types: [DocumentType] = page == nil ? [.linkedData, .json] : [.linkedData, .json, .page]
        let type = Accept(request.headers[.accept]).best(of: types, type: \.rawValue) ?? .json
        if type == .page, let page { return Response.redirect(to: page, type: .found) }
        // Routes ignore empty parts of a path; the cache must not keep one document under thousands of names.
        let name = request.uri.path.split(separator: "/").joined(separator: "/")
        let document =
            isKept
            ? try await cache.document(name, try await lists.badges.revision()) {
                PublicDocument(try await make().bytes)
            } : PublicDocument(try await make().bytes)
        return document.response(to: request, type: type.header, lifetime: lifetime)
    }
}

/// The types in which documents about badges are answered.
enum DocumentType: String {
    case linkedData = "application/ld+json"
    case json = "application/json"
    case credential = "application/vc+ld+json"
    /// A Verifiable Credential with a Data Integrity proof, as VC 2.0 calls it.
    case secured = "application/vc"
    case token = "application/vc+jwt"
    case text = "text/plain"
    case page = "text/html"

    /// A JWT rather than JSON.
    var isToken: Bool { self == .token || self == .text }
    var header: String { self == .text ? "text/plain; charset=utf-8" : rawValue }
}
