import Core
import Foundation
import LinkedData

/// Looks a signed assertion up in the issuer's list of those it took back.
struct RevokedAssertions {
    let fetching: Fetching

    func check(_ assertion: Node, issuer: Node, id issuerID: String?, _ findings: inout Findings) async {
        guard let address = issuer.one("revocationList")?.reference else {
            findings.add(.notRevoked, .notAsked, "The issuer publishes no list of badges that it took back.")
            return
        }
        do throws(FetchProblem) {
            let list = try await fetching.node(address)
            if let owner = list["issuer"]?.reference, owner != issuerID {
                findings.add(.notRevoked, .unknown, "The list of revoked badges is another issuer's.", address)
                return
            }
            let ids = Set([assertion.string("id"), assertion.string("uid")].compactMap(\.self))
            guard let reason = try Self.reason(in: list, for: ids, at: address) else {
                findings.add(.notRevoked, .passed, "The issuer has not taken it back.", address)
                return
            }
            findings.badge.revocation = .init(reason: reason.isEmpty ? nil : reason)
            findings.add(
                .notRevoked,
                .failed,
                "The issuer took it back\(reason.isEmpty ? "." : ": \(reason)")",
                address
            )
        } catch {
            findings.add(
                .notRevoked,
                .unknown,
                "We could not find out whether the issuer took it back.",
                error.description
            )
        }
    }

    /// - Returns: nil when the list does not name it; empty when it says no reason.
    private static func reason(in list: Node, for ids: Set<String>, at address: String) throws(FetchProblem) -> String?
    {
        guard let entries = list["revokedAssertions"] else {
            // 1.x: the ids are the members, and their values the reasons.
            guard let members = list.object, list["@context"] == nil || !list.isA("RevocationList") else {
                throw FetchProblem(url: address, reason: "It is no list of revoked badges.", isTemporary: false)
            }
            return members.first { ids.contains($0.key.string) }.map { $0.value.text?.string ?? "" }
        }
        let match = entries.asArray.first { entry in
            [entry.reference, entry.string("uid")].compactMap(\.self).contains(where: ids.contains)
        }
        return match.map { $0.string("revocationReason") ?? "" }
    }
}
