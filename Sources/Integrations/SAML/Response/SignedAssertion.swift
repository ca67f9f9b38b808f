import Core

/// Finds the assertion that counts in a response: the one that a key of the provider signed, and nothing beside it.
///
/// What is returned was read again from exactly the bytes that were digested.
struct SignedAssertion {
    let settings: SAMLSettings
    let certificates: [Certificate]

    struct Found: Sendable, Equatable {
        /// From its signed bytes, where it was signed.
        var response: XMLElement
        var isResponseSigned: Bool
        var assertion: XMLElement
    }

    static let noKeyFits = SignInRefusal.rejected("a signature that no key of the provider fits")

    /// A message that is signed as a whole.
    func signedRoot(of bytes: [UInt8]) throws(SignInRefusal) -> XMLElement {
        let document = try Self.document(bytes)
        let root = try document.tree()
        try ResponseShape.checkIdentifiers(root)
        guard let signed = try signed(root, in: document) else { throw .rejected("a message that is not signed") }
        return try Self.document(signed).tree()
    }

    func find(in bytes: [UInt8]) throws(SignInRefusal) -> Found {
        let document = try Self.document(bytes)
        var root = try document.tree()
        try ResponseShape.check(root)
        let responseBytes = try signed(root, in: document)
        let response = try responseBytes.map { (bytes) throws(SignInRefusal) in
            try Self.document(bytes).tree()
        }
        guard root.elements.last?.name != .protocol("Status") else {
            // Without an assertion it is worth reading why.
            throw try ResponseCheck.refusal(of: response ?? root)
        }
        let isEncrypted = root.all(.assertion("EncryptedAssertion")).isEmpty == false
        guard isEncrypted || !settings.demandsEncryption else { throw .rejected("an assertion that is not encrypted") }
        if isEncrypted { root = try Self.opened(document, root, settings) }
        let assertion = try Self.assertion(in: root, isEncrypted: isEncrypted)
        if let bytes = try signed(assertion, in: document) {
            let read = try Self.document(bytes).tree()
            guard read.name == .assertion("Assertion"), read["ID"] == assertion["ID"] else {
                throw .rejected("a signature of something else than the assertion")
            }
            if settings.demandsSignedResponse, response == nil { throw .rejected("a response that is not signed") }
            return Found(response: response ?? root, isResponseSigned: response != nil, assertion: read)
        }
        guard !settings.demandsSignedAssertion, let responseBytes, let response else {
            throw .rejected("an assertion that is not signed")
        }
        return Found(
            response: response,
            isResponseSigned: true,
            assertion: try inside(responseBytes, isEncrypted: isEncrypted)
        )
    }

    /// The assertion in a response whose signature covers it.
    private func inside(_ responseBytes: [UInt8], isEncrypted: Bool) throws(SignInRefusal) -> XMLElement {
        let document = try Self.document(responseBytes)
        var root = try document.tree()
        try ResponseShape.check(root)
        if isEncrypted { root = try Self.opened(document, root, settings) }
        return try Self.assertion(in: root, isEncrypted: isEncrypted)
    }

    /// What the signature of an element covers; nil when it has none.
    private func signed(_ element: XMLElement, in document: borrowing XMLDocument) throws(SignInRefusal) -> [UInt8]? {
        guard try SignatureShape(allowsSHA1: settings.allowsSHA1).check(element), let id = element["ID"] else {
            return nil
        }
        do throws(XMLDocument.Problem) {
            return try document.signedBytes(id, certificates.map(\.der), allowsSHA1: settings.allowsSHA1)
        } catch {
            throw Self.noKeyFits
        }
    }

    private static func assertion(in root: XMLElement, isEncrypted: Bool) throws(SignInRefusal) -> XMLElement {
        let parent = isEncrypted ? root.only(.assertion("EncryptedAssertion")) : root
        guard let assertion = parent?.only(.assertion("Assertion")) else { throw .rejected("no assertion") }
        return assertion
    }

    private static func opened(
        _ document: borrowing XMLDocument,
        _ root: XMLElement,
        _ settings: SAMLSettings
    ) throws(SignInRefusal) -> XMLElement {
        guard let key = settings.keyPair else { throw .misconfigured("an encrypted assertion, and no key to open it") }
        try EncryptedAssertion.open(document, root, privateKey: try key.privateKey())
        let opened = try document.tree()
        try ResponseShape.check(opened, isOpened: true)
        return opened
    }

    static func document(_ bytes: [UInt8]) throws(SignInRefusal) -> XMLDocument {
        do throws(XMLDocument.Problem) {
            return try XMLDocument(bytes)
        } catch {
            throw .rejected("a message that cannot be read")
        }
    }
}

extension XMLDocument {
    func tree() throws(SignInRefusal) -> XMLElement {
        do throws(Problem) {
            return try root()
        } catch {
            throw .rejected("a message that is too deep, or holds what no message does")
        }
    }
}
