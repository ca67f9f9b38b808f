import Core
import Foundation
import LinkedData

/// An assertion of Open Badges 1.x or 2.0, with the badge class and the issuer it names, each from its own address.
struct AssertionChain {
    enum Version: Equatable { case v10, v11, v20 }

    let version: Version
    let assertion: Node
    /// nil when it could not be had.
    var badgeClass: Node?
    var issuer: Node?
    /// Where the issuer is found: its id.
    var issuerID: String?
    /// Why a part is missing.
    var problem: FetchProblem?
    /// A part whose id is not its address, or that is no such thing.
    var broken: [String] = []

    private static let badgeClassName = "badge class"

    static func version(of assertion: Node) -> Version {
        if assertion.contexts.contains("https://w3id.org/openbadges/v1") { return .v11 }
        if assertion["@context"] == nil, assertion["verify"] != nil { return .v10 }
        return .v20
    }

    static func verification(of assertion: Node) -> Node? { assertion.one("verification") ?? assertion.one("verify") }

    static func isSigned(_ assertion: Node) -> Bool {
        guard let verification = verification(of: assertion) else { return false }
        return ["signed", "SignedBadge"].contains { (type: Text) in verification.isA(type) }
    }

    /// - Parameter trustsEmbedded: the parts that stand in the assertion are signed with it.
    static func follow(_ assertion: Node, trustsEmbedded: Bool, _ fetching: Fetching) async -> AssertionChain {
        var chain = AssertionChain(version: version(of: assertion), assertion: assertion)
        do throws(FetchProblem) {
            guard let link = assertion.one("badge") else {
                chain.broken.append("The assertion names no badge class.")
                return chain
            }
            let badgeClass = try await chain.part(link, trustsEmbedded: trustsEmbedded, Self.badgeClassName, fetching)
            chain.badgeClass = badgeClass
            guard let link = badgeClass?.one("issuer") else {
                chain.broken.append("The badge class names no issuer.")
                return chain
            }
            chain.issuerID = link.reference
            chain.issuer = try await chain.part(link, trustsEmbedded: false, "issuer", fetching)
        } catch {
            chain.problem = error
        }
        return chain
    }

    /// A linked or embedded part; what has an address is believed only as it stands there.
    private mutating func part(
        _ link: Node,
        trustsEmbedded: Bool,
        _ name: String,
        _ fetching: Fetching
    ) async throws(FetchProblem) -> Node? {
        guard let address = link.reference else {
            broken.append("The \(name) has no id.")
            return link.object == nil ? nil : link
        }
        if trustsEmbedded, link.object != nil { return link }
        // A badge class that is published nowhere else is what stands in the assertion.
        if name == Self.badgeClassName, link.object != nil, address.hasPrefix("urn:") { return link }
        guard WebAddress(address) != nil else {
            if link.object == nil || !trustsEmbedded { broken.append("The \(name) has no web address: \(address)") }
            return link.object == nil ? nil : link
        }
        let node = try await fetching.node(address)
        if version != .v10, node.string("id") != address {
            broken.append("The \(name) at \(address) says that it is another one: \(node.string("id") ?? "no id")")
        }
        return node
    }
}
