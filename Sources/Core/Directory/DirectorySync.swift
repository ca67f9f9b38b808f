package import Foundation

/// Understands what a directory sends to bring its people and groups.
package protocol DirectorySync: Sendable {
    var directory: Directory { get }

    /// Whether a bearer token is one of this directory's; takes the same time for every token.
    func accepts(_ token: String) -> Bool
    /// - Throws: only what the sender cannot help; everything else is an answer.
    func answer(
        _ request: DirectoryRequest,
        _ store: any DirectoryStore,
        at date: Date
    ) async throws -> DirectoryAnswer
    /// An answer in the directory's own form that says what is wrong.
    func refusal(_ status: Int, _ detail: String) -> DirectoryAnswer
}

/// A request below the address that directories speak to.
package struct DirectoryRequest: Sendable {
    /// Upper case.
    package var method: String
    /// Percent-decoded.
    package var path: [String]
    package var query: [String: String]
    /// With names in lower case.
    package var headers: [String: String]
    package var body: [UInt8]
    /// The address that links in answers begin with; without a slash at the end.
    package var base: String

    package init(
        method: String,
        path: [String],
        query: [String: String] = [:],
        headers: [String: String] = [:],
        body: [UInt8] = [],
        base: String
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
        self.base = base
    }
}

package struct DirectoryAnswer: Sendable, Equatable {
    package var status: Int
    package var headers: [String: String]
    package var body: [UInt8]
    /// Whose addresses or identities may have changed, so that facts which waited for them find their owner.
    package var touched: Person.ID?

    package init(status: Int, headers: [String: String] = [:], body: [UInt8] = [], touched: Person.ID? = nil) {
        self.status = status
        self.headers = headers
        self.body = body
        self.touched = touched
    }
}
