import Foundation
import LinkedData

/// A compact JWS (RFC 7515 §7.1) that somebody else signed.
struct JWS {
    let text: String
    let header: Node
    let payload: Node
    /// What the signature covers.
    let input: [UInt8]
    let signature: [UInt8]

    init(_ text: String) throws(Unreadable) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3 else {
            throw Unreadable(sentence: "This signed badge is incomplete: it has no three parts.")
        }
        header = try Self.json(parts[0], "header")
        payload = try Self.json(parts[1], "content")
        guard header.object != nil, payload.object != nil else {
            throw Unreadable(sentence: "This is signed, but it is no badge.")
        }
        signature = try Self.bytes(parts[2], "signature")
        input = Array("\(parts[0]).\(parts[1])".utf8)
        self.text = text
    }

    /// Of `crit` and `b64` (RFC 7515 §4.1.11, RFC 7797): what cannot be understood must not be passed over.
    static let unknownExtensions = "The token asks for extensions that are not supported."

    var algorithm: String { header.string("alg") ?? "" }

    private static func json(_ part: String, _ name: String) throws(Unreadable) -> Node {
        let bytes = try bytes(part, name)
        do throws(JSONError) { return try JSONReader.read(bytes) } catch {
            throw Unreadable(sentence: "The \(name) of this signed badge cannot be read.", detail: error.description)
        }
    }

    /// Exactly one text stands for some bytes: another spelling of the same is refused.
    private static func bytes(_ part: String, _ name: String) throws(Unreadable) -> [UInt8] {
        guard let bytes = Base64URL.bytes(part), Base64URL.text(bytes) == part else {
            throw Unreadable(sentence: "The \(name) of this signed badge is damaged: it is no base64url.")
        }
        return bytes
    }
}
