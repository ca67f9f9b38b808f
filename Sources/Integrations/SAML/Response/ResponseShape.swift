import Core

/// Looks at where things are in a response, before any of it is believed.
///
/// Signature wrapping moves what was signed aside and puts something else where a reader looks. Here a response has one
/// assertion in all of it, in the one place that the schema has for it, and every identifier once.
enum ResponseShape {
    private static let assertions: Set<XMLElement.Name> = [.assertion("Assertion"), .assertion("EncryptedAssertion")]
    private static let identifiers: Set<String> = ["id", "Id", "iD", "ID"]

    /// - Parameter isOpened: whether what was encrypted was opened, so that the assertion is in its wrapping.
    static func check(_ response: XMLElement, isOpened: Bool = false) throws(SignInRefusal) {
        guard response.name == .protocol("Response") else { throw .rejected("a message that is no response") }
        try checkOrder(response)
        try checkPlaces(response, isOpened: isOpened)
        try checkIdentifiers(response)
    }

    /// Issuer, Signature?, Extensions?, Status, and the assertion (SAML Core §3.3.3).
    private static func checkOrder(_ response: XMLElement) throws(SignInRefusal) {
        var names = response.elements.map(\.name)[...]
        guard names.popFirst() == .assertion("Issuer") else { throw .rejected("a response without an issuer") }
        if names.first == .signature("Signature") { names.removeFirst() }
        if names.first == .protocol("Extensions") { names.removeFirst() }
        guard names.popFirst() == .protocol("Status") else {
            throw .rejected("a response whose parts are not in their order")
        }
        guard names.allSatisfy({ assertions.contains($0) }) else {
            throw .rejected("something in a response that does not belong there")
        }
    }

    private static func checkPlaces(_ response: XMLElement, isOpened: Bool) throws(SignInRefusal) {
        var count = 0
        var isMisplaced = false
        response.visit { element, parent in
            switch element.name {
            case .assertion("EncryptedAssertion"):
                count += isOpened ? 0 : 1
                isMisplaced = isMisplaced || parent?.name != response.name
            case .assertion("Assertion"):
                count += 1
                let wanted: XMLElement.Name = isOpened ? .assertion("EncryptedAssertion") : response.name
                isMisplaced = isMisplaced || parent?.name != wanted
            case .signature("Signature"):
                let isInPlace = parent?.name == response.name || parent?.name == .assertion("Assertion")
                isMisplaced = isMisplaced || !isInPlace
            case .protocol("Response"):
                isMisplaced = isMisplaced || parent != nil
            default: break
            }
        }
        guard !isMisplaced else { throw .rejected("an assertion or a signature in a place that is not its own") }
        guard count <= 1 else { throw .rejected("several assertions") }
    }

    /// Only `ID` is one, and no other spelling may say the same.
    static func checkIdentifiers(_ root: XMLElement) throws(SignInRefusal) {
        var known: Set<String> = []
        var isUnique = true
        root.visit { element, _ in
            for (name, value) in element.attributes where identifiers.contains(name.local) {
                isUnique = isUnique && known.insert(value).inserted
            }
        }
        guard isUnique else { throw .rejected("an identifier that comes twice") }
    }
}
