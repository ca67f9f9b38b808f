import Core
import Foundation
import Synchronization

/// A provider that has browsers post its answer, and recognises whom the test says.
final class ScriptedPostProvider: PostSignIn, BrowserSignOut {
    struct Script: Sendable {
        var subject = "ada"
        var emails = ["ada@acme.example"]
        var message = "_1"
        var until: Date?
        var isRefused = false
        var welcomesUnsolicited = false
        var departsByForm = false
    }

    let id: ProviderID
    let name = "Acme <SAML>"
    private let script = Mutex(Script())
    private let handles = Mutex<[String?]>([])

    init(id: ProviderID) { self.id = id }

    func set(_ change: (inout Script) -> Void) { script.withLock { change(&$0) } }
    /// What the portal said that messages answer.
    var seen: [String?] { handles.withLock { $0 } }

    var welcomesUnsolicited: Bool { script.withLock { $0.welcomesUnsolicited } }
    var portalMetadata: String { "<md/>" }

    func begin(_ handle: String) async throws(SignInRefusal) -> Departure {
        guard script.withLock({ $0.departsByForm }) else {
            return .redirect("https://idp.example/?RelayState=\(handle)")
        }
        return .post(to: "https://idp.example:8443/sso", fields: ["SAMLRequest": "\"<🏅>", "RelayState": handle])
    }

    func receive(_ form: [String: String], for handle: String?) async throws(SignInRefusal) -> PostedSignIn {
        handles.withLock { $0.append(handle) }
        let script = script.withLock { $0 }
        guard form["SAMLResponse"] == "honest", !script.isRefused else { throw .rejected("a bad signature") }
        let subject = Subject(
            identity: ExternalIdentity(provider: id, subject: script.subject),
            name: "Ada 🏅",
            emails: script.emails.compactMap { EmailAddress($0) }
        )
        return PostedSignIn(
            recognised: Recognised(
                subject: subject,
                stay: ProviderStay(id: "_s", hint: script.subject, until: script.until)
            ),
            message: script.message,
            until: .distantFuture
        )
    }

    func signOut(by message: BrowserMessage) async throws(SignInRefusal) -> SignOutMessage {
        switch message {
        case .query(let query) where query.hasPrefix("state="): return .answer(state: String(query.dropFirst(6)))
        case .form(let form) where form["SAMLRequest"] != nil:
            let stay = form["stay"]
            let ended = EndedStay(
                stay: stay,
                subject: nil,
                hint: script.withLock { $0.subject },
                message: form["SAMLRequest"] ?? "",
                until: .distantFuture
            )
            return .request([ended], answer: .redirect("https://idp.example/slo-answer"))
        default: throw .rejected("a bad signature")
        }
    }
}
