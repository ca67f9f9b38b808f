/// One step on the way to somebody else's server, tried because an administrator asked.
package struct ConnectionStep: Sendable, Equatable {
    package enum Kind: Sendable, CaseIterable {
        /// The name has an address.
        case address
        /// The server takes the connection, and its certificate is good.
        case connection
        /// It accepts our key.
        case key
        /// It answers one question that it is there for.
        case call
    }

    package var kind: Kind
    /// nil when the step was not tried.
    package var milliseconds: Int?
    /// In English; nil when all is well.
    package var problem: String?

    package init(_ kind: Kind, milliseconds: Int?, problem: String? = nil) {
        self.kind = kind
        self.milliseconds = milliseconds
        self.problem = problem
    }
}
