import Core
import Foundation
import Hummingbird
import OpenBadges

extension HostedBadges {
    func addKeys(to router: some RouterMethods<PortalContext>) {
        router.get(".well-known/did.json") { request, _ in try await did(nil, request) }
        router.get("ob/issuers/:issuer/did.json") { request, context in
            try await did(ID(context.parameters.require("issuer")), request)
        }
        router.get(".well-known/jwks.json") { request, _ in
            try await answer(request, page: nil, lifetime: .minute) { try await documents.keySet() }
        }
        router.get("ob/v2/keys/:id") { request, context in
            let id = try SigningKey.ID(context.parameters.require("id"))
            return try await answer(request, page: nil, lifetime: .hour) { try await documents.cryptographicKey(id) }
        }
        router.get("ob/v3/keys/:id") { request, context in
            let id = try SigningKey.ID(context.parameters.require("id"))
            return try await answer(request, page: nil, lifetime: .hour) { try await documents.verificationKey(id) }
        }
    }

    private func did(_ issuer: Issuer.ID?, _ request: Request) async throws -> Response {
        try await answer(request, page: nil, lifetime: .minute) { try await documents.didDocument(issuer) }
    }

    func addBadges(to router: some RouterMethods<PortalContext>) {
        router.get("ob/v2/issuer") { request, _ in
            try await answer(request, page: "/", lifetime: .minute) { try await documents.profile(nil) }
        }
        router.get("ob/v2/issuers/:issuer") { request, context in
            let id = try Issuer.ID(context.parameters.require("issuer"))
            return try await answer(request, page: "/", lifetime: .minute) { try await documents.profile(id) }
        }
        router.get("ob/v3/issuer") { request, _ in
            try await answer(request, page: "/", lifetime: .minute) { try await documents.issuer(nil) }
        }
        router.get("ob/v3/issuers/:issuer") { request, context in
            let id = try Issuer.ID(context.parameters.require("issuer"))
            return try await answer(request, page: "/", lifetime: .minute) { try await documents.issuer(id) }
        }
        for path in ["ob/v2/badges/:slug", "ob/v2/badges/:slug/versions/:version"] {
            router.get(RouterPath(path)) { request, context in
                try await badge(request, context) { try await documents.badgeClass($0) }
            }
        }
        for path in ["ob/v3/achievements/:slug", "ob/v3/achievements/:slug/versions/:version"] {
            router.get(RouterPath(path)) { request, context in
                try await badge(request, context) { try await documents.achievement($0) }
            }
        }
    }

    /// A badge in the version that the address names, or in the current one.
    private func badge(
        _ request: Request,
        _ context: PortalContext,
        _ make: (BadgeEdition) async throws -> JSON
    ) async throws -> Response {
        let name = try context.parameters.require("slug")
        let number = context.parameters.get("version")
        let version = number.flatMap { Int($0) }
        guard let slug = try? Slug(name), number == nil || version != nil else { throw BadgeError.notFound(name) }
        return try await answer(request, page: "/badges/\(slug)", lifetime: .minute) {
            try await make(try await proofs.edition(of: slug, version: version))
        }
    }
}
