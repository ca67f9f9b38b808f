import Crypto
package import Foundation

/// A stay in the portal, kept on the server.
///
/// The browser has the token, the database only its hash.
package struct Session: Sendable, Equatable {
    package static let idleLimit: TimeInterval = 8 * 3600
    package static let absoluteLimit: TimeInterval = 24 * 3600

    package var token: TokenHash
    package var person: Person.ID
    /// What a form must send back (synchronizer token).
    package var formToken: String
    package var startedAt: Date
    package var seenAt: Date
    /// Who vouched for the person; nil for a session that no provider began.
    package var identity: ExternalIdentity?
    package var stay: ProviderStay
    /// The ``AccessToken`` that the provider gave for this session, if it gives one; see ``SessionSeal``.
    package var sealedToken: [UInt8]?
    /// What the browser calls itself, at most 200 characters.
    package var agent: String

    package init(
        token: TokenHash,
        person: Person.ID,
        formToken: String,
        startedAt: Date,
        seenAt: Date,
        identity: ExternalIdentity? = nil,
        stay: ProviderStay = ProviderStay(),
        sealedToken: [UInt8]? = nil,
        agent: String = ""
    ) {
        self.token = token
        self.identity = identity
        self.stay = stay
        self.sealedToken = sealedToken
        self.agent = String(agent.prefix(200))
        self.person = person
        self.formToken = formToken
        self.startedAt = startedAt
        self.seenAt = seenAt
    }

    package func isOver(at date: Date) -> Bool {
        date >= seenAt + Self.idleLimit || date >= startedAt + Self.absoluteLimit
            || stay.until.map { date >= $0 } ?? false
    }
}

/// A session and whose it is.
package struct SignedIn: Sendable, Equatable {
    package var session: Session
    package var person: Person

    package init(session: Session, person: Person) {
        self.session = session
        self.person = person
    }
}

/// SHA-256 of a random token, hexadecimal.
package struct TokenHash: Sendable, Hashable {
    package let description: String

    package init(of token: String) {
        description = SHA256.hash(data: Data(token.utf8)).hexadecimal
    }

    /// Takes a hash that was stored.
    package init(stored: String) { description = stored }
}

extension Sequence<UInt8> {
    /// Two lower-case digits a byte.
    package var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
