/// Verifies the Data Integrity proofs of a document (vc-data-integrity §4.4 and §4.5).
///
/// Make one and keep it: it remembers the contexts it has read.
package struct DataIntegrityVerifier: Sendable {
    private let rules: ContextRules
    private let transformation: Transformation
    private let resolver: VerificationMethodResolver
    private let now: @Sendable () -> Int

    /// - Parameters:
    ///   - contexts: every context that a document may name.
    ///   - now: seconds since 1970.
    package init(
        contexts: some DocumentLoader,
        fetcher: some DocumentFetcher,
        now: @escaping @Sendable () -> Int
    ) {
        rules = ContextRules(loader: contexts)
        transformation = Transformation(processor: JSONLDProcessor(loader: contexts))
        resolver = VerificationMethodResolver(fetcher: fetcher)
        self.now = now
    }

    /// Proofs that one document may have; each costs a signature check, and perhaps a request.
    private static let proofLimit = 8

    /// Verifies every proof by itself; which of them must hold is for the caller to say (Open Badges: one).
    ///
    /// - Returns: one report a proof, in the order of the document; none if there is no proof. Beyond
    ///   8 proofs there is a single report that refuses the document.
    package func verify(_ document: JSON, purpose: Text = "assertionMethod") async -> [ProofReport] {
        let proofs = document["proof"]?.asArray ?? []
        guard proofs.count <= Self.proofLimit else {
            return [
                ProofReport(
                    suite: nil,
                    verificationMethod: nil,
                    signature: .invalid(.malformed("proof")),
                    issuer: .unknown
                )
            ]
        }
        var reports: [ProofReport] = []
        for proof in proofs { reports.append(await verify(proof, among: proofs, of: document, purpose)) }
        return reports
    }

    private func verify(
        _ proof: JSON,
        among proofs: [JSON],
        of document: JSON,
        _ purpose: Text
    ) async -> ProofReport {
        let suite = Cryptosuite(proof: proof)
        let id = proof["verificationMethod"]?.text
        var issuer = ProofReport.IssuerBinding.unknown
        do throws(ProofProblem) {
            let (suite, signature) = try check(proof, purpose)
            try rules.check(document)
            let method = try await resolve(proof, purpose)
            issuer = Self.binding(of: method, to: document)
            guard let hash = suite.hash(for: method.key) else { throw .keyDoesNotFit }
            let unsecured = try Self.unsecured(document, for: proof, among: proofs)
            let data = try transformation.hashData(of: unsecured, proof, suite, hash)
            guard method.key.isValid(signature: signature, for: data.bytes) else { throw .signatureMismatch }
        } catch {
            return ProofReport(suite: suite, verificationMethod: id, signature: .invalid(error), issuer: issuer)
        }
        return ProofReport(suite: suite, verificationMethod: id, signature: .valid, issuer: issuer)
    }

    /// What can be said without a key: kind, purpose, dates and the form of the signature.
    private func check(_ proof: JSON, _ purpose: Text) throws(ProofProblem) -> (Cryptosuite, signature: [UInt8]) {
        guard let suite = Cryptosuite(proof: proof) else {
            throw .unsupportedSuite(proof["cryptosuite"]?.text ?? proof["type"]?.text ?? "")
        }
        guard proof["proofPurpose"]?.text == purpose else { throw .wrongPurpose(proof["proofPurpose"]?.text ?? "") }
        if let created = try date("created", of: proof), created.secondsSince1970 > now() + Self.clockTolerance {
            throw .createdInFuture(proof["created"]?.text ?? "")
        }
        if let expires = try date("expires", of: proof), expires.secondsSince1970 < now() {
            throw .expired(proof["expires"]?.text ?? "")
        }
        guard let value = proof["proofValue"]?.text, value.utf8.first == UInt8(ascii: "z"),
            let signature = Multibase.decode(value)
        else { throw .malformed("proofValue") }
        return (suite, signature)
    }

    /// Clocks differ by a few minutes.
    private static let clockTolerance = 300

    private func date(_ member: Text, of proof: JSON) throws(ProofProblem) -> DateTimeStamp? {
        guard let value = proof[member] else { return nil }
        guard let date = value.text.flatMap(DateTimeStamp.init) else { throw .malformed(member) }
        return date
    }

    private func resolve(_ proof: JSON, _ purpose: Text) async throws(ProofProblem) -> VerificationMethod {
        guard let id = proof["verificationMethod"]?.text else { throw .malformed("verificationMethod") }
        do throws(KeyProblem) {
            return try await resolver.resolve(id, for: purpose, now: now())
        } catch {
            throw .key(error)
        }
    }

    /// The document as it was when the proof was made: without proofs, except for those it builds on (§4.5).
    private static func unsecured(
        _ document: JSON,
        for proof: JSON,
        among proofs: [JSON]
    ) throws(ProofProblem) -> JSON {
        var unsecured = document
        unsecured["proof"] = nil
        guard let previous = proof["previousProof"] else { return unsecured }
        var matching: [JSON] = []
        for id in previous.asArray {
            guard id.text != nil, let match = proofs.first(where: { $0["id"] == id }), match != proof else {
                throw .missingPreviousProof(id.text ?? "")
            }
            matching.append(match)
        }
        unsecured["proof"] = .array(matching)
        return unsecured
    }

    private static func binding(of method: VerificationMethod, to document: JSON) -> ProofReport.IssuerBinding {
        guard let issuer = document["issuer"]?.text ?? document["issuer"]?["id"]?.text else { return .noIssuer }
        switch method.controller {
        case .success(let controller): return controller == issuer ? .bound : .otherController(controller)
        case .failure(let problem): return .unconfirmed(problem)
        }
    }
}
