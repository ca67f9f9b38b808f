package import Foundation

/// That an award does not count for the time being; unlike a revocation it can be lifted.
package struct Suspension: Sendable, Equatable {
    package var at: Date
    /// Why, for everybody to read; never empty.
    package var reason: String

    package init(at: Date, reason: String) {
        self.at = at
        self.reason = reason
    }
}
