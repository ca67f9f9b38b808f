import Core
import Foundation

/// SAML 2.0 Single Logout (Profiles §4.4), begun here.
extension SAMLProvider: SignOut {
    func signOut(of stay: ProviderStay, returnTo: String, state: String) async -> String? {
        guard settings.keyPair != nil, let name = stay.hint.flatMap(NameID.init(hint:)) else { return nil }
        do throws(SignInRefusal) {
            let places = try await metadata.metadata().signOut.filter { $0.key == .redirect }
            guard !places.isEmpty else { return nil }
            let departure = try Outgoing.signOut(name, stay.id, state: state, at: now())
                .departure(settings, to: places, at: now(), relayState: state)
            guard case .redirect(let address) = departure else { return nil }
            return address
        } catch {
            // Signing out here worked; that the provider is down must not spoil it.
            return nil
        }
    }
}

/// SAML 2.0 Single Logout, begun at the provider or answered by it.
extension SAMLProvider: BrowserSignOut {
    func signOut(by message: BrowserMessage) async throws(SignInRefusal) -> SignOutMessage {
        let incoming = try await incoming(message)
        let root = incoming.root
        guard root["Version"] == "2.0" else { throw .rejected("a message of another version") }
        try settings.checkIssuer(root)
        guard root["Destination"] == settings.places.slo else { throw .rejected("a message for another place") }
        try Clock(settings: settings, now: now()).checkAge(root["IssueInstant"])
        switch (incoming.field, root.name) {
        case ("SAMLRequest", .protocol("LogoutRequest")):
            return try await request(root, relayState: incoming.relayState)
        case ("SAMLResponse", .protocol("LogoutResponse")):
            guard let state = incoming.relayState, root["InResponseTo"] == Outgoing.id("sign-out", state) else {
                throw .rejected("an answer to another request")
            }
            return .answer(state: state)
        default: throw .rejected("a message that is not about signing out")
        }
    }

    private func request(_ root: XMLElement, relayState: String?) async throws(SignInRefusal) -> SignOutMessage {
        guard let id = root["ID"], SignatureShape.isName(id) else { throw .rejected("a message without an ID") }
        if let text = root["NotOnOrAfter"] {
            guard let end = Clock.date(text), Clock(settings: settings, now: now()).isBefore(end) else {
                throw .rejected("a message that is too old, or from the future")
            }
        }
        guard let element = root.only(.assertion("NameID")) else { throw .rejected("a message about nobody") }
        let name = try NameID(element)
        let stays = root.all(.protocol("SessionIndex")).compactMap { $0.text?.trimmed }
        let until = now() + ResponseCheck.longestAge + 2 * settings.skew
        let ended = (stays.isEmpty ? [nil] : stays.map(Optional.some)).map { stay in
            EndedStay(stay: stay, subject: nil, hint: name.hint, message: id, until: until)
        }
        let places = try await metadata.metadata().signOutAnswers
        let answer = try Outgoing.signedOut(id).departure(settings, to: places, at: now(), relayState: relayState)
        return .request(ended, answer: answer)
    }

    private struct Incoming {
        var field: String
        var root: XMLElement
        var relayState: String?
    }

    private func incoming(_ message: BrowserMessage) async throws(SignInRefusal) -> Incoming {
        let certificates = try await metadata.metadata().certificates
        switch message {
        case .query(let query):
            let message = try RedirectedMessage(query)
            guard message.isSigned(by: certificates, allowsSHA1: settings.allowsSHA1) else {
                throw SignedAssertion.noKeyFits
            }
            return Incoming(
                field: message.field,
                root: try SignedAssertion.document(message.message).tree(),
                relayState: message.relayState
            )
        case .form(let form):
            let field = form["SAMLRequest"] == nil ? "SAMLResponse" : "SAMLRequest"
            let bytes = try PostBinding.message(form[field])
            let root = try SignedAssertion(settings: settings, certificates: certificates).signedRoot(of: bytes)
            return Incoming(field: field, root: root, relayState: form["RelayState"])
        }
    }
}
