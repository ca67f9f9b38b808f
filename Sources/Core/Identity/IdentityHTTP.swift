/// The way out that the portal lends to identity providers.
///
/// https only, but to this machine where that is allowed; follows no redirect, which would carry a code or a secret on;
/// takes at most 1 MiB and 5 seconds; writes neither addresses' queries nor bodies to the log.
package protocol IdentityHTTP: Sendable {
    /// - Returns: the answer, whatever its status.
    func send(_ request: IdentityRequest) async throws(IdentityHTTPError) -> IdentityAnswer
}

extension IdentityHTTP {
    /// ``send(_:)`` within a sign-in, where a failure refuses it: an address that may not be asked is a setting
    /// to be corrected.
    package func answer(to request: IdentityRequest) async throws(SignInRefusal) -> IdentityAnswer {
        do throws(IdentityHTTPError) {
            return try await send(request)
        } catch {
            switch error {
            case .address(let reason): throw .misconfigured(reason)
            case .unavailable(let reason): throw .unavailable(reason)
            }
        }
    }
}

package struct IdentityRequest: Sendable {
    package enum Credentials: Sendable, Equatable {
        case none
        case basic(user: String, password: String)
        case bearer(String)
    }

    package var url: String
    /// Sent with POST, form-encoded; nil is a GET.
    package var form: [String: String]?
    package var credentials: Credentials

    package init(_ url: String, form: [String: String]? = nil, credentials: Credentials = .none) {
        self.url = url
        self.form = form
        self.credentials = credentials
    }
}

package struct IdentityAnswer: Sendable {
    package var status: Int
    /// Lower case, without parameters.
    package var mediaType: String
    package var body: [UInt8]
    /// In seconds, where the provider asks for a pause in that form (`Retry-After`, RFC 9110 §10.2.3).
    package var retryAfter: Int?

    package init(status: Int, mediaType: String, body: [UInt8], retryAfter: Int? = nil) {
        self.status = status
        self.mediaType = mediaType
        self.body = body
        self.retryAfter = retryAfter
    }
}

package enum IdentityHTTPError: Error, Equatable, Sendable {
    /// An address that may not be asked.
    case address(String)
    case unavailable(String)
}

/// A way out that leads nowhere, for commands that look at plugins without using them.
package struct NoIdentityHTTP: IdentityHTTP {
    package init() {}

    package func send(_ request: IdentityRequest) async throws(IdentityHTTPError) -> IdentityAnswer {
        throw .unavailable("nobody is asked here")
    }
}
