import Core
import Crypto
import CryptoExtras
import Foundation

@testable import SAML

/// A key with a certificate, made for these tests while they run.
struct TestKey: Sendable {
    static let provider = TestKey()
    /// The one that the provider changes to.
    static let next = TestKey()
    static let portal = TestKey()
    static let stranger = TestKey()

    let pem: String
    let certificate: Certificate
    private let key: _RSA.Signing.PrivateKey

    init() {
        do {
            key = try _RSA.Signing.PrivateKey(unsafeKeySize: .init(bitCount: 2_048))
        } catch {
            fatalError("no key was made: \(error)")
        }
        pem = key.pemRepresentation
        let der = DER.certificate(publicKey: Array(key.publicKey.derRepresentation))
        guard let certificate = Certificate(der: der) else { fatalError("the certificate cannot be read") }
        self.certificate = certificate
    }

    func signature<Digest: Crypto.Digest>(_ digest: Digest) throws -> Data {
        try key.signature(for: digest, padding: .insecurePKCS1v1_5).rawRepresentation
    }

    func encrypted(_ bytes: [UInt8]) throws -> Data {
        let key = try _RSA.Encryption.PublicKey(derRepresentation: certificate.publicKey)
        return try key.encrypt(bytes, padding: .PKCS1_OAEP)
    }

    /// The key as a file holds it, for as long as the tests run.
    static let portalPair: SAMLSettings.KeyPair = {
        let file = FileManager.default.temporaryDirectory.appending(path: "laurel-saml-\(UUID().uuidString).pem")
        guard FileManager.default.createFile(atPath: file.path, contents: Data(portal.pem.utf8)) else {
            fatalError("no file was made")
        }
        return SAMLSettings.KeyPair(secret: Secret(.file(file.path)), certificate: portal.certificate)
    }()

    /// The certificate as a file holds it.
    var certificatePEM: String { DER.pem(certificate.der) }
}

/// Distinguished Encoding Rules (X.690), as far as a certificate needs them.
enum DER {
    static func pem(_ der: [UInt8]) -> String {
        let lines = Data(der).base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed])
        return "-----BEGIN CERTIFICATE-----\n\(lines)\n-----END CERTIFICATE-----\n"
    }

    /// X.509 version 3, whose own signature nobody looks at.
    static func certificate(publicKey: [UInt8]) -> [UInt8] {
        let algorithm = sequence(object([0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0B]) + [0x05, 0x00])
        let common = sequence(object([0x55, 0x04, 0x03]) + tagged(0x0C, Array("Acme 🏅".utf8)))
        let name = sequence(tagged(0x31, common))
        let validity = sequence(tagged(0x17, Array("200101000000Z".utf8)) + tagged(0x17, Array("200102000000Z".utf8)))
        let content =
            tagged(0xA0, tagged(0x02, [2])) + tagged(0x02, [1]) + algorithm + name + validity + name + publicKey
        return sequence(sequence(content) + algorithm + tagged(0x03, [0] + Array(repeating: 0xAB, count: 256)))
    }

    private static func sequence(_ content: [UInt8]) -> [UInt8] { tagged(0x30, content) }
    private static func object(_ content: [UInt8]) -> [UInt8] { tagged(0x06, content) }

    private static func tagged(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        let count = content.count
        if count < 0x80 { return [tag, UInt8(count)] + content }
        if count < 0x100 { return [tag, 0x81, UInt8(count)] + content }
        return [tag, 0x82, UInt8(count >> 8), UInt8(count & 0xFF)] + content
    }
}

/// A key that is too short for anybody to trust.
enum WeakKey {
    /// SubjectPublicKeyInfo.
    static let publicKey: [UInt8] = {
        do {
            return Array(try _RSA.Signing.PrivateKey(unsafeKeySize: .init(bitCount: 1_024)).publicKey.derRepresentation)
        } catch {
            fatalError("no key was made: \(error)")
        }
    }()
}
