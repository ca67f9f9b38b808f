import Core

/// Opens an encrypted assertion (XML Encryption 1.0, AES-GCM of 1.1).
///
/// One refusal for whatever is wrong, so that nobody learns from it how to guess the content.
enum EncryptedAssertion {
    private static let ciphers: Set<String> = [
        "http://www.w3.org/2001/04/xmlenc#aes128-cbc", "http://www.w3.org/2001/04/xmlenc#aes192-cbc",
        "http://www.w3.org/2001/04/xmlenc#aes256-cbc", "http://www.w3.org/2009/xmlenc11#aes128-gcm",
        "http://www.w3.org/2009/xmlenc11#aes192-gcm", "http://www.w3.org/2009/xmlenc11#aes256-gcm",
    ]
    private static let transport = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"
    private static let refusal = SignInRefusal.rejected("an encrypted assertion that cannot be opened")

    static func open(
        _ document: borrowing XMLDocument,
        _ root: XMLElement,
        privateKey: String
    ) throws(SignInRefusal) {
        let place: XMLElement.Name = .assertion("EncryptedAssertion")
        guard let wrapping = root.only(place), let data = wrapping.only(.encryption("EncryptedData")),
            let cipher = data.only(.encryption("EncryptionMethod"))?["Algorithm"], ciphers.contains(cipher)
        else { throw refusal }
        // Within the data, or beside it: SAML Core §6.2 has both.
        let inside = data.only(.signature("KeyInfo"))?.only(.encryption("EncryptedKey"))
        let beside = wrapping.only(.encryption("EncryptedKey"))
        guard let key = inside ?? beside, inside == nil || beside == nil,
            key.only(.encryption("EncryptionMethod"))?["Algorithm"] == transport
        else { throw refusal }
        let dataPath = [place, .encryption("EncryptedData")]
        let keyPath = inside == nil ? [place] : dataPath + [.signature("KeyInfo")]
        do throws(XMLDocument.Problem) {
            try document.open(
                XMLPath(names: dataPath),
                with: XMLPath(names: keyPath + [.encryption("EncryptedKey")]),
                privateKey: privateKey
            )
        } catch {
            throw refusal
        }
    }
}
