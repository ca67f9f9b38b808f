import Foundation
import LinkedData

/// The keys that an issuer itself says are its own, for statements like badges (`assertionMethod`).
struct IssuerKeys {
    struct Method: Equatable {
        var id: String
        var key: VerifyingKey
    }

    var methods: [Method] = []
    /// Why there may be more keys than we know of.
    var problem: FetchProblem?

    func contains(_ key: VerifyingKey) -> Bool { methods.contains { $0.key == key } }

    /// - Parameter issuer: a did:key, did:jwk or did:web, or an https address.
    static func of(_ issuer: String, _ fetching: Fetching, at now: Date) async -> IssuerKeys {
        if issuer.hasPrefix("did:key:") {
            let multikey = String(issuer.dropFirst("did:key:".count))
            guard let key = LinkedData.PublicKey(multikey: Text(multikey)) else { return IssuerKeys() }
            return IssuerKeys(methods: [Method(id: "\(issuer)#\(multikey)", key: .curve(key))])
        }
        if issuer.hasPrefix("did:jwk:") {
            guard let bytes = Base64URL.bytes(String(issuer.dropFirst("did:jwk:".count))),
                let jwk = try? JSONReader.read(bytes), let key = VerifyingKey(jwk: jwk)
            else { return IssuerKeys() }
            return IssuerKeys(methods: [Method(id: "\(issuer)#0", key: key)])
        }
        guard let address = documentAddress(of: issuer) else { return IssuerKeys() }
        do throws(FetchProblem) {
            let document = try await fetching.node(address)
            guard document.string("id") == issuer else {
                return IssuerKeys(
                    problem: FetchProblem(url: address, reason: "It describes somebody else.", isTemporary: false)
                )
            }
            var keys = IssuerKeys(methods: listed(in: document, of: issuer, at: now))
            try await keys.add(document, of: issuer, fetching)
            return keys
        } catch {
            return IssuerKeys(problem: error)
        }
    }

    static func documentAddress(of issuer: String) -> String? {
        if issuer.hasPrefix("did:web:") { return DIDWeb.address(of: Text(issuer))?.string }
        return WebAddress(issuer) == nil ? nil : issuer
    }

    /// The methods of a controller document that are meant for statements.
    private static func listed(in document: Node, of issuer: String, at now: Date) -> [Method] {
        let allowed = document.all("assertionMethod")
        let names = Set(allowed.compactMap { $0.text?.string }.map { absolute($0, issuer) })
        let methods =
            allowed.filter { $0.object != nil }
            + document.all("verificationMethod").filter { names.contains(absolute($0.string("id") ?? "", issuer)) }
        return methods.prefix(64).compactMap { method in
            guard let id = method.string("id"), (method.string("controller") ?? issuer) == issuer,
                isInForce(method, at: now), let key = VerifyingKey(method: method)
            else { return nil }
            return Method(id: absolute(id, issuer), key: key)
        }
    }

    private static func isInForce(_ method: Node, at now: Date) -> Bool {
        ["expires", "revoked"].allSatisfy { (name: Text) in
            guard method[name] != nil else { return true }
            return method.date(name).map { $0 > now } ?? false
        }
    }

    /// Keys that an issuer names as JSON Web Keys, beside or instead of a controller document.
    private mutating func add(_ document: Node, of issuer: String, _ fetching: Fetching) async throws(FetchProblem) {
        var sets = document.all("jwks")
        if let address = document.string("jwks_uri"), WebAddress(address) == WebAddress(issuer),
            WebAddress(issuer) != nil
        {
            sets.append(try await fetching.node(address))
        }
        for jwk in sets.flatMap({ $0.all("keys") }).prefix(64) {
            guard let key = VerifyingKey(jwk: jwk) else { continue }
            methods.append(Method(id: jwk.string("kid") ?? "", key: key))
        }
    }

    /// `#key-1` is a key of the document that it stands in.
    private static func absolute(_ id: String, _ subject: String) -> String { id.hasPrefix("#") ? subject + id : id }

    /// The keys that a `kid` may mean.
    func named(_ kid: String, of issuer: String) -> [VerifyingKey] {
        let names = [kid, Self.absolute(kid, issuer), "\(issuer)#\(kid)"]
        return methods.filter { names.contains($0.id) }.map(\.key)
    }
}
