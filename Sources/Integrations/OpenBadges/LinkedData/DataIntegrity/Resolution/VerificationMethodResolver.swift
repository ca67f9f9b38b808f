/// Finds the key behind a `verificationMethod`: `did:key`, `did:jwk`, `did:web`, or an https controller document.
struct VerificationMethodResolver: Sendable {
    let fetcher: any DocumentFetcher

    /// - Parameters:
    ///   - purpose: the proof purpose the key must be meant for.
    ///   - now: seconds since 1970.
    /// - Throws: ``KeyProblem`` if there is no key. A key that is known while its controller is not is no error.
    func resolve(_ id: Text, for purpose: Text, now: Int) async throws(KeyProblem) -> VerificationMethod {
        guard let hash = id.utf8.firstIndex(of: UInt8(ascii: "#")) else { throw .malformedIdentifier(id) }
        let subject = Text(String(id.string[..<hash]))
        let fragment = Text(String(id.string[id.utf8.index(after: hash)...]))
        if subject.hasPrefix("did:key:") { return try Self.didKey(id, subject, fragment) }
        if subject.hasPrefix("did:jwk:") { return try Self.didJWK(id, subject, fragment) }
        if subject.hasPrefix("did:web:") {
            guard let address = DIDWeb.address(of: subject) else { throw .malformedIdentifier(id) }
            let key = try await fetchKey(id, from: address, about: subject, for: purpose, now)
            return VerificationMethod(id: id, key: key, controller: .success(subject))
        }
        guard subject.hasPrefix("https://") else { throw .unsupportedMethod(id) }
        return try await controllerDocument(id, subject, fragment, for: purpose, now)
    }

    /// did:key: the identifier is the key (did-method-key §3.1.2).
    private static func didKey(_ id: Text, _ subject: Text, _ fragment: Text) throws(KeyProblem) -> VerificationMethod {
        let multikey = Text(String(subject.string.dropFirst("did:key:".count)))
        guard multikey == fragment else { throw .malformedIdentifier(id) }
        guard let key = PublicKey(multikey: multikey) else { throw .unsupportedKey(id) }
        return VerificationMethod(id: id, key: key, controller: .success(subject))
    }

    /// did:jwk: the identifier is a JSON Web Key, its only method is `#0`.
    private static func didJWK(_ id: Text, _ subject: Text, _ fragment: Text) throws(KeyProblem) -> VerificationMethod {
        guard fragment == "0", let bytes = Multibase.base64URL(subject.utf8.dropFirst("did:jwk:".count)),
            let jwk = try? JSONReader.read(bytes)
        else { throw .malformedIdentifier(id) }
        guard let key = PublicKey(jwk: jwk) else { throw .unsupportedKey(id) }
        return VerificationMethod(id: id, key: key, controller: .success(subject))
    }

    /// A key at an https address.
    ///
    /// If the fragment is a Multikey (`https://issuer.example/#z6Mk…`), the signature can be checked with it whatever
    /// the address answers; whose key it is, only the answer can say.
    private func controllerDocument(
        _ id: Text,
        _ subject: Text,
        _ fragment: Text,
        for purpose: Text,
        _ now: Int
    ) async throws(KeyProblem) -> VerificationMethod {
        let inline = PublicKey(multikey: fragment)
        do throws(KeyProblem) {
            let key = try await fetchKey(id, from: subject, about: subject, for: purpose, now)
            guard inline == nil || inline == key else { throw .malformedDocument(subject) }
            return VerificationMethod(id: id, key: key, controller: .success(subject))
        } catch {
            guard let inline else { throw error }
            return VerificationMethod(id: id, key: inline, controller: .failure(error))
        }
    }

    private func fetchKey(
        _ id: Text,
        from address: Text,
        about subject: Text,
        for purpose: Text,
        _ now: Int
    ) async throws(KeyProblem) -> PublicKey {
        let bytes: [UInt8]
        do { bytes = try await fetcher.fetch(address) } catch {
            throw .notFetched(address, reason: String(describing: error))
        }
        guard let json = try? JSONReader.read(bytes) else { throw .malformedDocument(address) }
        return try ControllerDocument(json, about: subject).key(id, for: purpose, now: now)
    }
}
