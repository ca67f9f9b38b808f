/// What lets the portal act at a provider in the name of somebody who signed in there (RFC 6750).
///
/// Its description does not hold it, so that no log does.
package struct AccessToken: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
    package let value: String

    package init(_ value: String) { self.value = value }

    package var description: String { "AccessToken" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
