import Crypto
import Foundation

/// Signs text that is written in canonical form already, without any XML library: what is tested does not test itself.
struct TestSignature: Sendable {
    enum Hash: String, Sendable, CaseIterable {
        case sha1 = "http://www.w3.org/2000/09/xmldsig#sha1"
        case sha256 = "http://www.w3.org/2001/04/xmlenc#sha256"
        case sha384 = "http://www.w3.org/2001/04/xmldsig-more#sha384"
        case sha512 = "http://www.w3.org/2001/04/xmlenc#sha512"

        var signatureAlgorithm: String {
            switch self {
            case .sha1: "http://www.w3.org/2000/09/xmldsig#rsa-sha1"
            case .sha256: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
            case .sha384: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384"
            case .sha512: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512"
            }
        }

        func digest(_ text: String) -> Data {
            let data = Data(text.utf8)
            return switch self {
            case .sha1: Data(Insecure.SHA1.hash(data: data))
            case .sha256: Data(SHA256.hash(data: data))
            case .sha384: Data(SHA384.hash(data: data))
            case .sha512: Data(SHA512.hash(data: data))
            }
        }

        func signature(_ text: String, _ key: TestKey) throws -> Data {
            let data = Data(text.utf8)
            return switch self {
            case .sha1: try key.signature(Insecure.SHA1.hash(data: data))
            case .sha256: try key.signature(SHA256.hash(data: data))
            case .sha384: try key.signature(SHA384.hash(data: data))
            case .sha512: try key.signature(SHA512.hash(data: data))
            }
        }
    }

    static let place = "{signature}"
    static let namespace = " xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\""
    private static let canonicalization = "http://www.w3.org/2001/10/xml-exc-c14n#"

    var key = TestKey.provider
    var hash = Hash.sha256
    var digestHash: Hash?
    /// What is signed instead of the element itself; "" is the whole document.
    var uri: String?
    /// Changes SignedInfo before it is signed.
    var info: @Sendable (String) -> String = { $0 }
    /// Changes the whole signature after it was made.
    var whole: @Sendable (String) -> String = { $0 }
    var keyInfo = ""

    static func transforms(_ last: String = "") -> String {
        let enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature"
        return "<ds:Transform Algorithm=\"\(enveloped)\"></ds:Transform>"
            + "<ds:Transform Algorithm=\"\(canonicalization)\">\(last)</ds:Transform>"
    }

    func reference(_ id: String, digest: Data) -> String {
        let hash = digestHash ?? hash
        return "<ds:Reference URI=\"\(uri ?? "#\(id)")\"><ds:Transforms>\(Self.transforms())</ds:Transforms>"
            + "<ds:DigestMethod Algorithm=\"\(hash.rawValue)\"></ds:DigestMethod>"
            + "<ds:DigestValue>\(digest.base64EncodedString())</ds:DigestValue></ds:Reference>"
    }

    /// - Parameters:
    ///   - element: canonical, with ``place`` where the signature goes.
    ///   - digested: what the digest is of; the element without its signature when nil.
    func sign(_ element: String, id: String, digested: String? = nil) throws -> String {
        let digest = (digestHash ?? hash).digest(digested ?? element.replacing(Self.place, with: ""))
        let made = info(
            "<ds:SignedInfo><ds:CanonicalizationMethod Algorithm=\"\(Self.canonicalization)\">"
                + "</ds:CanonicalizationMethod><ds:SignatureMethod Algorithm=\"\(hash.signatureAlgorithm)\">"
                + "</ds:SignatureMethod>\(reference(id, digest: digest))</ds:SignedInfo>"
        )
        let canonical = made.replacing("<ds:SignedInfo>", with: "<ds:SignedInfo\(Self.namespace)>", maxReplacements: 1)
        let value = try hash.signature(canonical, key).base64EncodedString()
        let signature =
            "<ds:Signature\(Self.namespace)>\(made)<ds:SignatureValue>\(value)</ds:SignatureValue>"
            + "\(keyInfo)</ds:Signature>"
        return element.replacing(Self.place, with: whole(signature))
    }
}
