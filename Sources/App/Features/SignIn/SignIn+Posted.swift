import Core
import HTTPTypes
import Hummingbird
import NIOCore

extension SignIn {
    static let postsPerMinute = 120
    /// 256 KiB in base64, its signs escaped.
    static let postLimit = 512 << 10

    func addPosts(to router: some RouterMethods<PortalContext>) {
        router.get("saml/:provider/metadata") { _, context in
            let provider: any PostSignIn = try provider(context)
            return Response(
                status: .ok,
                headers: [
                    .contentType: "application/samlmetadata+xml", .cacheControl: "public, max-age=300",
                    .contentSecurityPolicy: ContentPolicy.file,
                ],
                body: .init(byteBuffer: ByteBuffer(string: provider.portalMetadata))
            )
        }
        router.post("saml/:provider/acs") { request, context in
            let provider: any PostSignIn = try provider(context)
            guard try await posts.allows(context.clientAddress, at: site.now()) else { throw TooManyRequests() }
            let form = try await FormBody.read(request, limit: Self.postLimit)
            return try await uniform(provider.id, context) {
                let received = try await posted.receive(at: provider, form)
                var response = Response.redirect(to: "/saml/\(provider.id)/finish/\(received.handle)")
                response.headers[.cacheControl] = "no-store"
                if let cookie = received.cookie { response.setCookie(cookie) }
                return response
            }
        }
        router.get("saml/:provider/finish/:handle") { request, context in
            let provider: any PostSignIn = try provider(context)
            let handle = try context.parameters.require("handle")
            return try await uniform(provider.id, context) {
                let (recognised, next) = try await posted.finish(handle, at: provider, request)
                return try await arrived(recognised, next: next, request)
            }
        }
    }

    /// What a provider says about signing out, with the browser; it proves itself by its signature.
    func addBrowserSignOut(to router: some RouterMethods<PortalContext>) {
        router.get("saml/:provider/slo") { request, context in
            try await signedOut(by: .query("\(request.uri.query ?? "")"), context)
        }
        router.post("saml/:provider/slo") { request, context in
            let form = try await FormBody.read(request, limit: Self.postLimit)
            return try await signedOut(by: .form(form.fields), context)
        }
    }

    private func signedOut(by message: BrowserMessage, _ context: PortalContext) async throws -> Response {
        let provider: any BrowserSignOut = try provider(context)
        guard try await posts.allows(context.clientAddress, at: site.now()) else { throw TooManyRequests() }
        return try await uniform(provider.id, context, page: Self.signOutRefused) {
            switch try await provider.signOut(by: message) {
            case .answer(let state):
                return Response.redirect(to: "/logout?state=\(URLText.query(state))", type: .found)
            case .request(let stays, let answer):
                try await end(stays, at: provider.id)
                var response = depart(answer, to: provider.name, context)
                response.headers[.cacheControl] = "no-store"
                return response
            }
        }
    }

    /// Sends the browser to a provider.
    func depart(_ departure: Departure, to name: String, _ context: PortalContext) -> Response {
        switch departure {
        case .redirect(let address): Response.redirect(to: address, type: .found)
        case .post(let address, let fields):
            site.response(DeparturePage(address: address, fields: fields, provider: name).page, context)
        }
    }
}
