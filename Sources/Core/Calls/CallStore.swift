package import Foundation

/// Where the latest calls of every integration are kept, also over a restart.
package protocol CallStore: Sendable {
    /// Adds `calls`, in the order in which they ended, and forgets what is older than anybody looks at.
    func add(_ calls: [IntegrationCall], at date: Date) async throws
    /// At most ``CallStore/kept`` of one integration, the newest first.
    func calls(of integration: String) async throws -> [IntegrationCall]
    /// The newest call of every integration.
    func lastCalls() async throws -> [IntegrationCall]
    /// The hours since `date` in which something was called, of all integrations, the oldest first.
    func hours(since date: Date) async throws -> [IntegrationHour]
}

extension CallStore {
    package static var kept: Int { 50 }
}
