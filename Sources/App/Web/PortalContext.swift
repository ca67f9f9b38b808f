import Core
import Hummingbird
import Logging
import NIOCore

/// What the portal knows of a request besides the request itself.
struct PortalContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who asks; nil for strangers.
    var signedIn: SignedIn?
    /// What the forms of the answer must send back; also strangers have one.
    var formToken = ""
    /// The network of the client, for limits (``ClientNetwork``); behind a trusted proxy of the one that the proxy names.
    var clientAddress: String

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        clientAddress = source.channel.remoteAddress?.ipAddress ?? "unknown"
    }

    /// The request's number in the log, for people who ask what happened.
    ///
    /// Hummingbird's own `id` ends the program where a log handler drops what is not a message.
    var number: String { logger[metadataKey: "hb.request.id"].map { "\($0)" } ?? "unknown" }

    var person: Person? { signedIn?.person }

    /// - Throws: ``AccessError/signInNeeded``.
    func requirePerson() throws(AccessError) -> Person {
        guard let person else { throw .signInNeeded }
        return person
    }

    /// - Throws: ``AccessError``.
    func require(_ role: Role) throws(AccessError) -> Person {
        let person = try requirePerson()
        guard person.may(role) else { throw .roleMissing(role) }
        return person
    }
}

/// Why a page is not shown.
enum AccessError: PortalError {
    case signInNeeded
    case roleMissing(Role)
    /// A form that did not come from our own page, or from one that is too old.
    case foreignForm

    var kind: ErrorKind {
        switch self {
        case .signInNeeded: .unauthenticated
        case .roleMissing, .foreignForm: .forbidden
        }
    }

    var message: String {
        switch self {
        case .signInNeeded: "Sign in to see this page."
        case .roleMissing(.designer): "This page is for people who design badges. Ask your administrator for the role."
        case .roleMissing(.administrator): "This page is for administrators."
        case .foreignForm: "This form was open for too long, or did not come from this portal. Load the page again."
        }
    }
}
