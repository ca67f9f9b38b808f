import Core
import Foundation
import LinkedData

/// Whether one of an issuer's own keys signed an assertion: keys are those that its hosted profile lists.
struct SignedAssertionKeys {
    let fetching: Fetching

    private static let limit = 8

    func check(_ jws: JWS, _ chain: AssertionChain, issuer: Node, id: String, _ findings: inout Findings) async {
        guard VerifyingKey.knownAlgorithms.contains(jws.algorithm) else {
            let proves = VerifyingKey.mayProveSomething(jws.algorithm)
            findings.add(
                .unchanged,
                proves ? .unknown : .failed,
                proves ? "The signature could not be checked." : "It is not what was signed.",
                VerifyingKey.objection(to: jws.algorithm)
            )
            findings.add(.key, .unknown, "We could not find out whose key signed it.")
            findings.add(.issuer, proves ? .unknown : .failed, "Nothing proves who issued it.", id)
            return
        }
        guard jws.header["crit"] == nil, jws.header["b64"] == nil else {
            findings.add(.unchanged, .unknown, "The signature could not be checked.", JWS.unknownExtensions)
            findings.add(.key, .unknown, "We could not find out whose key signed it.")
            findings.add(.issuer, .unknown, "Nothing proves who issued it.", id)
            return
        }
        let listed = issuer.all("publicKey")
        let creator = AssertionChain.verification(of: jws.payload)?.string(chain.version == .v20 ? "creator" : "url")
        var candidates = listed
        if let creator {
            let isOwn =
                listed.contains { $0.reference == creator }
                || chain.version != .v20 && listed.isEmpty && WebAddress(creator) == WebAddress(id)
                    && WebAddress(id) != nil
            guard isOwn else {
                findings.add(
                    .key,
                    .failed,
                    "The key that signed it is not the issuer's.",
                    "The issuer does not list \(creator)."
                )
                findings.add(.issuer, .failed, "Nothing proves that “\(findings.badge.issuer.name)” issued it.", id)
                findings.add(.unchanged, .unknown, "The signature could not be checked.")
                return
            }
            candidates = [listed.first { $0.reference == creator } ?? .string(Text(creator))]
        }
        await verify(jws, with: candidates, of: id, &findings)
    }

    private func verify(_ jws: JWS, with candidates: [Node], of id: String, _ findings: inout Findings) async {
        var problems: [String] = []
        var mayHelp = false
        var tried = 0
        for candidate in candidates.prefix(Self.limit) {
            do throws(FetchProblem) {
                guard let key = try await key(candidate, of: id, &problems) else { continue }
                tried += 1
                if key.isValid(jws) {
                    let party = findings.badge.issuer
                    findings.add(
                        .unchanged,
                        .passed,
                        "It is exactly what was signed.",
                        "\(jws.algorithm): the signature fits."
                    )
                    findings.add(.key, .passed, "The key that signed it is the issuer's.", candidate.reference ?? "")
                    findings.add(.issuer, .passed, "\(party.name) issued it, on \(party.domain ?? "").", id)
                    return
                }
            } catch {
                problems.append(error.description)
                mayHelp = mayHelp || error.leavesOpen
            }
        }
        let detail = problems.joined(separator: "\n")
        if mayHelp || tried == 0 {
            findings.add(.unchanged, .unknown, "The signature could not be checked.", detail)
            findings.add(
                .key,
                mayHelp ? .unknown : .failed,
                mayHelp ? "The issuer's key could not be had." : "The issuer has no key for this.",
                detail
            )
            findings.add(.issuer, mayHelp ? .unknown : .failed, "Nothing proves who issued it.", id)
        } else {
            findings.add(.unchanged, .failed, "It is not what the issuer's key signed.", detail)
            findings.add(
                .issuer,
                .unknown,
                "It says “\(findings.badge.issuer.name)” issued it; the signature does not fit.",
                id
            )
        }
    }

    /// A *CryptographicKey* at its address or in the profile; in 1.x a PEM file.
    private func key(_ candidate: Node, of id: String, _ problems: inout [String]) async throws(FetchProblem)
        -> VerifyingKey?
    {
        if candidate.object != nil, candidate["publicKeyPem"] != nil {
            return Self.key(in: candidate, of: id, &problems)
        }
        guard let address = candidate.reference, WebAddress(address) != nil else { return nil }
        let body = try await fetching.body(address)
        if let pem = String(validating: body, as: UTF8.self), pem.trimmed.hasPrefix("-----BEGIN") {
            return VerifyingKey(pem: pem.trimmed)
        }
        let node = try await fetching.node(address)
        guard node.string("id") == nil || node.string("id") == address else {
            problems.append("\(address) says that it is another key.")
            return nil
        }
        return Self.key(in: node, of: id, &problems)
    }

    private static func key(in node: Node, of id: String, _ problems: inout [String]) -> VerifyingKey? {
        guard node.one("owner")?.reference == id else {
            problems.append("The key belongs to \(node.one("owner")?.reference ?? "nobody").")
            return nil
        }
        return VerifyingKey(method: node)
    }
}
