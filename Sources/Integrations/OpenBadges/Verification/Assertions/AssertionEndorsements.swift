import Core
import Foundation
import LinkedData

/// What others say about an assertion, its badge class or its issuer (Open Badges 2.0, *Endorsement*): hosted like badges.
struct AssertionEndorsements {
    let fetching: Fetching
    let now: Date

    private static let limit = 8

    func check(_ chain: AssertionChain, _ findings: inout Findings) async {
        var given: [(link: Node, about: String)] = []
        for thing in [chain.assertion, chain.badgeClass, chain.issuer].compactMap(\.self) {
            guard let id = thing.string("id") else { continue }
            given += thing.all("endorsement").map { ($0, id) }
        }
        guard !given.isEmpty else { return }
        var holding: [String] = []
        for (link, about) in given.prefix(Self.limit) {
            if let name = await endorser(link, about) { holding.append(name) }
        }
        findings.addEndorsements(holding, of: given.count)
    }

    /// Who says it; nil when that cannot be relied on: only what its issuer hosts counts, and only about this.
    private func endorser(_ link: Node, _ about: String) async -> String? {
        guard let address = link.reference, WebAddress(address) != nil else { return nil }
        do throws(FetchProblem) {
            let endorsement = try await fetching.node(address)
            guard endorsement.string("id") == address, endorsement.isA("Endorsement"), !endorsement.saysRevoked,
                endorsement.one("claim")?.reference == about,
                let issuedOn = endorsement.one("issuedOn").flatMap(Node.date), issuedOn.hasBegun(at: now),
                endorsement.one("expires").map({ Node.date($0).map { $0 > now } ?? false }) ?? true,
                let id = endorsement.one("issuer")?.reference, WebAddress(id) != nil
            else { return nil }
            let issuer = try await fetching.node(id)
            guard issuer.string("id") == id, HostingRules.objection(to: address, issuer: issuer, id: id) == nil else {
                return nil
            }
            return issuer.string("name") ?? id
        } catch {
            return nil
        }
    }
}

extension Findings {
    /// - Parameters:
    ///   - holding: who said what can be relied on.
    ///   - count: how many statements there are.
    mutating func addEndorsements(_ holding: [String], of count: Int) {
        add(
            .endorsements,
            holding.count == count ? .passed : .failed,
            holding.count == count
                ? "What others say about it is theirs."
                : "\(holding.count) of \(count) statements of others can be relied on.",
            holding.joined(separator: "\n")
        )
    }
}
