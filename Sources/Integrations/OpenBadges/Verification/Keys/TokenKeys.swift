import Foundation
import LinkedData

/// Finds the key that signed a token, and whether it is its issuer's.
struct TokenKeys {
    let fetching: Fetching
    let now: Date

    struct Found {
        /// Any of them may have signed.
        var keys: [VerifyingKey]
        var binding: Binding
        /// Where the key was found.
        var detail: String
    }

    enum Binding: Equatable {
        case bound
        case foreign(String)
        /// The issuer's own word could not be had.
        case unknown(String)
    }

    enum Problem: Error, Equatable {
        /// There is no such key.
        case missing(String)
        case unreachable(FetchProblem)
    }

    func find(_ jws: JWS, issuer: String) async throws(Problem) -> Found {
        let own = await IssuerKeys.of(issuer, fetching, at: now)
        guard let kid = jws.header.string("kid") else { return try without(kid: jws, own) }
        let named = own.named(kid, of: issuer)
        if !named.isEmpty { return Found(keys: named, binding: .bound, detail: "Key \(kid), listed by the issuer.") }
        guard kid.hasPrefix("did:") || WebAddress(kid) != nil else {
            if let problem = own.problem { throw .unreachable(problem) }
            throw .missing("The issuer lists no key “\(kid)”.")
        }
        return try await elsewhere(kid, issuer, own)
    }

    /// A token that brings its key along, or says nothing: only the issuer's own list makes it the issuer's.
    private func without(kid jws: JWS, _ own: IssuerKeys) throws(Problem) -> Found {
        if let jwk = jws.header["jwk"] {
            guard let key = VerifyingKey(jwk: jwk) else {
                throw .missing("The key in the header is none that we know.")
            }
            return Found(
                keys: [key],
                binding: binding(of: key, own),
                detail: "The key stands in the header of the token."
            )
        }
        if let problem = own.problem { throw .unreachable(problem) }
        let fitting = own.methods.map(\.key).filter { $0.fits(jws.algorithm) }
        guard !fitting.isEmpty else {
            throw .missing("The token names no key, and the issuer lists none of this kind.")
        }
        return Found(keys: Array(fitting.prefix(8)), binding: .bound, detail: "A key that the issuer lists.")
    }

    private func binding(of key: VerifyingKey, _ own: IssuerKeys) -> Binding {
        if own.contains(key) { return .bound }
        if let problem = own.problem { return .unknown(problem.description) }
        return .foreign("The issuer does not list this key.")
    }

    /// A key that is published somewhere else than in the issuer's own document.
    private func elsewhere(_ kid: String, _ issuer: String, _ own: IssuerKeys) async throws(Problem) -> Found {
        let subject = String(kid.prefix { $0 != "#" })
        if kid.hasPrefix("did:") {
            guard subject != issuer else {
                if let problem = own.problem { throw .unreachable(problem) }
                throw .missing("\(issuer) lists no key “\(kid)”.")
            }
            let others = await IssuerKeys.of(subject, fetching, at: now)
            guard let key = others.named(kid, of: subject).first else {
                if let problem = others.problem { throw .unreachable(problem) }
                throw .missing("\(subject) lists no key “\(kid)”.")
            }
            return Found(keys: [key], binding: binding(of: key, own), detail: "Key \(kid).")
        }
        let document: Node
        do throws(FetchProblem) { document = try await fetching.node(subject) } catch { throw .unreachable(error) }
        guard let (key, controller) = Self.key(kid, in: document) else {
            throw .missing("There is no key at \(kid).")
        }
        var binding = binding(of: key, own)
        // An issuer that is an address and lists no keys speaks through whatever else its domain publishes.
        if binding != .bound, WebAddress(issuer) != nil, WebAddress(issuer) == WebAddress(kid), own.methods.isEmpty {
            binding = .bound
        }
        if let controller, controller != issuer, !own.contains(key) {
            binding = .foreign("The key says that it belongs to \(controller).")
        }
        return Found(keys: [key], binding: binding, detail: "Key \(kid).")
    }

    /// A key document: a JWK, a set of them, a verification method, or a controller's list.
    private static func key(_ kid: String, in document: Node) -> (VerifyingKey, controller: String?)? {
        let controller = document.string("controller") ?? document.string("owner")
        if let key = VerifyingKey(method: document) { return (key, controller) }
        let fragment = kid.split(separator: "#", maxSplits: 1).dropFirst().first.map(String.init)
        if document["keys"] != nil {
            let keys = document.all("keys")
            let match = keys.first { $0.string("kid") == kid || fragment != nil && $0.string("kid") == fragment }
            return (match ?? (keys.count == 1 ? keys[0] : nil)).flatMap(VerifyingKey.init(jwk:)).map { ($0, nil) }
        }
        let method = (document.all("verificationMethod") + document.all("assertionMethod")).first { method in
            method.string("id") == kid || fragment.map { method.string("id") == "#\($0)" } ?? false
        }
        guard let method, let key = VerifyingKey(method: method) else { return nil }
        return (key, method.string("controller") ?? document.string("id"))
    }
}
