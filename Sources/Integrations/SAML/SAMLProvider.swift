import Core
import Foundation

/// Sign-in by SAML 2.0: the Web Browser SSO profile, everything checked that the standards ask for, and what attacks
/// on others taught.
struct SAMLProvider: PostSignIn {
    let settings: SAMLSettings
    let metadata: MetadataMemory
    let now: @Sendable () -> Date

    var id: ProviderID { settings.id }
    var name: String { settings.name }
    var welcomesUnsolicited: Bool { settings.welcomesUnsolicited }

    var portalMetadata: String { PortalMetadata(settings: settings).text }

    func begin(_ handle: String) async throws(SignInRefusal) -> Departure {
        let places = try await metadata.metadata().signIn
        return try Outgoing.authentication(handle, settings)
            .departure(settings, to: places, at: now(), relayState: handle)
    }

    func receive(_ form: [String: String], for handle: String?) async throws(SignInRefusal) -> PostedSignIn {
        guard handle != nil || welcomesUnsolicited else {
            throw .rejected("somebody whom the portal did not send there")
        }
        let bytes = try PostBinding.message(form["SAMLResponse"])
        let found = try await found(in: bytes)
        let check = ResponseCheck(settings: settings, request: handle.map { Outgoing.id("sign-in", $0) }, now: now())
        let statement = try check.check(found)
        let person = PersonAttributes(settings: settings, statement: statement)
        return PostedSignIn(
            recognised: Recognised(
                subject: try person.subject(),
                stay: ProviderStay(
                    id: statement.sessionIndex,
                    hint: statement.nameID.hint,
                    until: statement.sessionEnd
                )
            ),
            message: statement.assertion,
            until: statement.until
        )
    }

    private func found(in bytes: [UInt8]) async throws(SignInRefusal) -> SignedAssertion.Found {
        let known = try await metadata.metadata().certificates
        do throws(SignInRefusal) {
            return try SignedAssertion(settings: settings, certificates: known).find(in: bytes)
        } catch {
            // The provider may have begun to use a new key.
            guard error == SignedAssertion.noKeyFits, let fresh = try await metadata.freshMetadata(),
                fresh.certificates != known
            else { throw error }
            return try SignedAssertion(settings: settings, certificates: fresh.certificates).find(in: bytes)
        }
    }
}
