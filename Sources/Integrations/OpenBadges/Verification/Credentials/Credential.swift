import Foundation
import LinkedData

enum CredentialVersion {
    case v1, v2

    var context: String {
        self == .v2 ? "https://www.w3.org/ns/credentials/v2" : "https://www.w3.org/2018/credentials/v1"
    }
    var from: Text { self == .v2 ? "validFrom" : "issuanceDate" }
    var until: Text { self == .v2 ? "validUntil" : "expirationDate" }
}

/// A verifiable credential as it is given, signed one way or another.
struct Credential {
    let version: CredentialVersion
    let node: Node
    /// nil for one whose proof, if any, stands in it.
    let jws: JWS?
    /// Where the claims of the token contradict the credential, or are in the wrong place.
    let contradictions: [String]

    init(_ node: Node) {
        version = Self.version(node)
        self.node = node
        jws = nil
        contradictions = []
    }

    /// VC-JWT of Open Badges 3.0 §8.2, and the form of VC 1.1 §6.3.1 with its claim `vc`.
    init(_ jws: JWS) {
        self.jws = jws
        guard let inner = jws.payload["vc"], inner.object != nil else {
            node = jws.payload
            version = Self.version(jws.payload)
            contradictions = Self.contradictions(jws.payload, jws.payload, version)
            return
        }
        let version = Self.version(inner)
        var node = inner
        Self.complete(&node, with: jws.payload, version)
        var contradictions = Self.contradictions(jws.payload, node, version)
        if version == .v2 || jws.payload["credentialSubject"] != nil {
            contradictions.append("The credential stands in the claim “vc”, which only version 1.1 has.")
        }
        self.node = node
        self.version = version
        self.contradictions = contradictions
    }

    private static func version(_ node: Node) -> CredentialVersion {
        node.contexts.first == CredentialVersion.v1.context ? .v1 : .v2
    }

    /// In VC 1.1 the claims may stand for members that are left out.
    private static func complete(_ node: inout Node, with claims: Node, _ version: CredentialVersion) {
        if node["issuer"] == nil { node["issuer"] = claims["iss"] }
        if node["id"] == nil { node["id"] = claims["jti"] }
        if var subject = node["credentialSubject"], subject.object != nil, subject["id"] == nil {
            subject["id"] = claims["sub"]
            node["credentialSubject"] = subject
        }
        for (claim, member): (Text, Text) in [("nbf", version.from), ("exp", version.until)] where node[member] == nil {
            if let date = numericDate(claims[claim]) {
                node[member] = .string(Text(Date(timeIntervalSince1970: date).formatted(.iso8601)))
            }
        }
    }

    private static func numericDate(_ value: Node?) -> Double? {
        guard case .number(let number)? = value, number.double.isFinite, abs(number.double) < 253_402_300_800 else {
            return nil
        }
        return number.double
    }

    private static func contradictions(_ claims: Node, _ node: Node, _ version: CredentialVersion) -> [String] {
        var found: [String] = []
        for (claim, value): (Text, String?) in [
            ("iss", node["issuer"]?.reference), ("jti", node.string("id")),
            ("sub", node.all("credentialSubject").first?.string("id")),
        ] {
            guard let stated = claims[claim] else { continue }
            if stated.text?.string != value { found.append("The claim “\(claim.string)” is not what the badge says.") }
        }
        for (claim, member): (Text, Text) in [("nbf", version.from), ("exp", version.until)] where claims[claim] != nil
        {
            let stated = numericDate(claims[claim]).map { $0.rounded(.down) }
            // A token may run out without its badge saying so: see ``until``.
            if claim == "exp", stated != nil, node[member] == nil { continue }
            if stated == nil || stated != node.date(member)?.timeIntervalSince1970 {
                found.append("The claim “\(claim.string)” is not what the badge says in “\(member.string)”.")
            }
        }
        return found
    }

    /// Claims that Open Badges 3.0 §8.2.4.1 demands beside a badge, and that are not there.
    ///
    /// It demands `sub` as well; 1EdTech's own samples have none, and subjects without an id have nothing to say there.
    var missingClaims: [String] {
        guard version == .v2, let claims = jws?.payload else { return [] }
        return ["iss", "jti", "nbf"].filter { (claim: Text) in claims[claim] == nil }.map {
            "The token has no claim “\($0.string)”."
        }
    }

    var issuer: String? { node["issuer"]?.reference }
    var id: String? { node.string("id") }
    var subject: Node? { node.all("credentialSubject").first }
    var from: Date? { node.date(version.from) }
    /// When it ends: what the badge says, or else what its token says.
    var until: Date? {
        if node[version.until] != nil { return node.date(version.until) }
        return Self.numericDate(jws?.payload["exp"]).map { Date(timeIntervalSince1970: $0) }
    }
}
