package import Foundation

/// Where what administrators set on pages is kept, each setting under a name of its own.
package protocol SettingStore: Sendable {
    /// The setting as JSON; nil when it was never saved.
    func setting(_ name: String) async throws -> String?
    /// Replaces it; written down in the audit trail.
    ///
    /// - Parameter json: valid JSON.
    func save(_ json: String, as name: String, by actor: Actor, at date: Date) async throws
}
