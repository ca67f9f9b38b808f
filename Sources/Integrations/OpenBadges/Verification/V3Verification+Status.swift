import CZlib
import Core
import Foundation
import LinkedData

extension OpenBadgesVerifier {
    func checkStatus(_ credential: Document, _ issuer: String, _ findings: inout Findings) async throws(Stop) {
        let entries = credential.objects("credentialStatus")
        guard !entries.isEmpty else {
            findings.passed(.notRevoked, "The issuer names no list of badges that it took back.")
            return
        }
        for entry in entries where try await isRevoked(entry, credential, issuer, &findings) {
            return
        }
        let lists = entries.compactMap { $0.text("statusListCredential") ?? $0.text("id") }
        findings.passed(
            .notRevoked,
            "It is not on the issuer's list of badges taken back.",
            detail: lists.joined(separator: " ")
        )
    }

    private func isRevoked(
        _ entry: Document,
        _ credential: Document,
        _ issuer: String,
        _ findings: inout Findings
    ) async throws(Stop) -> Bool {
        if entry.types.contains("1EdTechRevocationList"), let address = entry.text("id") {
            let list = try await document(address)
            let id = credential.text("id")
            let found = list.objects("revokedCredential").first {
                $0.text("id") == id && $0.json["revoked"] != .bool(false)
            }
            guard let found else { return false }
            let reason = found.text("revocationReason") ?? ""
            findings.failed(.notRevoked, .revoked(reason: reason), "It is on the issuer's list.", detail: address)
            return true
        }
        let purpose = entry.text("statusPurpose")
        guard entry.types.contains("BitstringStatusListEntry"), purpose == "revocation" || purpose == "suspension"
        else { return false }
        guard let address = entry.text("statusListCredential"), let place = entry.number("statusListIndex"), place >= 0
        else {
            throw Stop(.unreachable("The badge names its issuer's list of badges taken back in a way we cannot read."))
        }
        let bits = try await bits(of: address, issuer)
        guard place / 8 < bits.count else {
            throw Stop(.unreachable("The issuer's list of badges taken back is shorter than the badge says."))
        }
        guard bits[place / 8] & (0x80 >> UInt8(place % 8)) != 0 else { return false }
        findings.failed(
            .notRevoked,
            .revoked(reason: purpose == "suspension" ? "It is suspended for now." : ""),
            "It is on the issuer's list.",
            detail: "\(address) \(place)"
        )
        return true
    }

    /// The list must be signed by the issuer of the badge.
    private func bits(of address: String, _ issuer: String) async throws(Stop) -> [UInt8] {
        let answer = try await answer(address)
        guard answer.status == 200 else {
            throw Stop(.unreachable("The issuer's list of badges taken back is not there (status \(answer.status))."))
        }
        let list: Document
        if let token = Token(String(decoding: answer.body, as: UTF8.self).trimmed) {
            list = token.payload.object("vc") ?? token.payload
            let (key, isBound) = try await key(of: token, list.id("issuer") ?? "")
            guard isBound, token.isSigned(by: key) else { throw Self.foreignList }
        } else if let document = Document(answer.body) {
            list = document
            guard await proofs.verify(document.json).contains(where: \.isSignedByIssuer) else { throw Self.foreignList }
        } else {
            throw Self.foreignList
        }
        guard list.id("issuer") == issuer, let encoded = list.object("credentialSubject")?.text("encodedList"),
            let packed = Base64URL.bytes(encoded.hasPrefix("u") ? String(encoded.dropFirst()) : encoded),
            let bits = GzipReader.unpacked(packed, limit: 16 << 20)
        else { throw Self.foreignList }
        return bits
    }

    private static let foreignList = Stop(
        .unreachable("The issuer's list of badges taken back is not one that we can trust.")
    )
}

/// gzip (RFC 1952), unpacked up to a limit.
enum GzipReader {
    static func unpacked(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
        var stream = z_stream()
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return nil
        }
        defer { inflateEnd(&stream) }
        var (input, output) = (bytes, [UInt8]())
        return input.withUnsafeMutableBufferPointer { input -> [UInt8]? in
            stream.next_in = input.baseAddress
            stream.avail_in = uInt(input.count)
            var part = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let (result, count) = part.withUnsafeMutableBufferPointer { part -> (Int32, Int) in
                    stream.next_out = part.baseAddress
                    stream.avail_out = uInt(part.count)
                    let result = inflate(&stream, Z_NO_FLUSH)
                    return (result, part.count - Int(stream.avail_out))
                }
                guard output.count + count <= limit else { return nil }
                output += part.prefix(count)
                if result == Z_STREAM_END { return output }
                guard result == Z_OK, count > 0 || stream.avail_in > 0 else { return nil }
            }
        }
    }
}
