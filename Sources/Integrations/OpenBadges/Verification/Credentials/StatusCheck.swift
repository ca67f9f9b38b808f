import Core
import Foundation
import LinkedData

/// Whether the issuer of a credential took it back (`credentialStatus`).
struct StatusCheck {
    let fetching: Fetching
    let proof: CredentialProof
    let now: Date

    enum Answer: Equatable {
        case good(String)
        case revoked(CheckedBadge.Revocation, String)
        case unknown(String)
    }

    /// - Returns: nil when the credential names no status.
    func check(_ credential: Credential) async -> Answer? {
        let entries = credential.node.all("credentialStatus")
        guard !entries.isEmpty else { return nil }
        guard entries.count <= 8 else { return .unknown("The badge names \(entries.count) lists.") }
        var details: [String] = []
        var problem: Answer?
        for entry in entries {
            switch await check(entry, of: credential) {
            case .good(let detail): details.append(detail)
            case .revoked(let revocation, let detail): return .revoked(revocation, detail)
            case .unknown(let detail): problem = .unknown(detail)
            }
        }
        return problem ?? .good(details.joined(separator: "\n"))
    }

    private func check(_ entry: Node, of credential: Credential) async -> Answer {
        do throws(FetchProblem) {
            if entry.isA("BitstringStatusListEntry") || entry.isA("StatusList2021Entry") {
                return try await bit(entry, of: credential)
            }
            if entry.isA("1EdTechRevocationList") { return try await names(entry, of: credential) }
        } catch {
            return .unknown(error.description)
        }
        return .unknown("Lists of the kind “\(entry.string("type") ?? "")” are not supported.")
    }

    // MARK: A list of names

    /// Open Badges 3.0, 1EdTech Revocation List.
    private func names(_ entry: Node, of credential: Credential) async throws(FetchProblem) -> Answer {
        guard let address = entry.string("id"), let id = credential.id else {
            return .unknown("The status has no address.")
        }
        let list = try await fetching.node(address)
        if let issuer = list["issuer"]?.reference, issuer != credential.issuer {
            return .unknown("The list at \(address) is another issuer's: \(issuer)")
        }
        guard let entries = list["revokedCredential"]?.asArray ?? list["revokedCredentials"]?.asArray else {
            return .unknown("There is no list of revoked badges at \(address).")
        }
        let match = entries.first { $0.reference == id && $0["revoked"] != false }
        guard let match else { return .good("\(address) does not name it.") }
        let date = match.date("revokedAt") ?? match.date("date")
        return .revoked(.init(date: date, reason: match.string("revocationReason")), "\(address) names it.")
    }

    // MARK: A list of bits

    /// Bitstring Status List v1.0 §3.2, and its predecessor StatusList2021.
    private func bit(_ entry: Node, of credential: Credential) async throws(FetchProblem) -> Answer {
        let purpose = entry.string("statusPurpose") ?? ""
        guard purpose == "revocation" || purpose == "suspension" else {
            return .good("The list for “\(purpose)” says nothing about whether it counts.")
        }
        guard let address = entry.string("statusListCredential"), let index = Self.index(entry["statusListIndex"]),
            entry["statusSize"] == nil || entry["statusSize"] == 1
        else { return .unknown("The status of the badge is malformed.") }
        let body = try await fetching.body(address)
        guard let list = Self.credential(body) else { return .unknown("There is no status list at \(address).") }
        guard list.id == nil || list.id == address else {
            return .unknown("The list at \(address) says that it is another one.")
        }
        guard list.issuer == credential.issuer else { return .unknown("The list at \(address) is another issuer's.") }
        guard list.contradictions.isEmpty, await proof.check(list).holds else {
            return .unknown("The proof of the list at \(address) does not hold, or is not the issuer's.")
        }
        if let from = list.from, !from.hasBegun(at: now) { return .unknown("The list at \(address) is not valid yet.") }
        if let until = list.until, until <= now { return .unknown("The list at \(address) has run out.") }
        guard let subject = list.subject, subject.isA("BitstringStatusList") || subject.isA("StatusList2021"),
            subject.all("statusPurpose").contains(where: { $0.text?.string == purpose }),
            let encoded = subject.string("encodedList"), let bits = Self.bits(encoded)
        else { return .unknown("The list at \(address) is malformed, or for another purpose.") }
        guard bits.count >= 16_384 else { return .unknown("The list at \(address) is shorter than allowed.") }
        guard index / 8 < bits.count else { return .unknown("The list at \(address) has no place \(index).") }
        let isSet = bits[index / 8] & (0x80 >> UInt8(index % 8)) != 0
        guard isSet else { return .good("Place \(index) of \(address) is not set.") }
        let reason = purpose == "suspension" ? "suspended for the time being" : nil
        return .revoked(.init(reason: reason), "Place \(index) of \(address) is set (\(purpose)).")
    }

    private static func index(_ value: Node?) -> Int? {
        let text: String? = if case .number(let number)? = value { number.text.string } else { value?.text?.string }
        guard let text, !text.isEmpty, text.utf8.count <= 12, text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int(text)
    }

    private static func credential(_ body: [UInt8]) -> Credential? {
        guard let text = String(validating: body, as: UTF8.self)?.trimmed else { return nil }
        if text.hasPrefix("{") {
            guard let node = try? JSONReader.read(Array(text.utf8), limits: Fetching.limits) else { return nil }
            return Credential(node)
        }
        guard let jws = try? JWS(text) else { return nil }
        return Credential(jws)
    }

    /// Multibase base64url of gzip; the predecessor leaves out the letter `u`.
    private static func bits(_ encoded: String) -> [UInt8]? {
        let text = encoded.hasPrefix("u") ? String(encoded.dropFirst()) : encoded
        guard let packed = Base64URL.bytes(text.replacing("=", with: "")) else { return nil }
        return GzipReader.unpacked(packed, limit: 8 << 20)
    }
}
