package import Core
package import Foundation

extension OutboundClient {
    /// Finds the server of `url` and connects to it, without a key and without reading the answer.
    ///
    /// - Parameter url: from the administrator's own configuration.
    /// - Returns: ``Core/ConnectionStep/Kind/address`` and ``Core/ConnectionStep/Kind/connection``.
    package func probe(_ url: URL) async -> [ConnectionStep] {
        guard let host = url.host(), !host.isEmpty else {
            return [
                ConnectionStep(.address, milliseconds: nil, problem: "The address names no server."),
                ConnectionStep(.connection, milliseconds: nil),
            ]
        }
        let start = ContinuousClock.now
        let addresses = await NameLookup.system.addresses(host.trimmingCharacters(in: ["[", "]"]))
        let found = ConnectionStep(
            .address,
            milliseconds: Int((ContinuousClock.now - start) / .milliseconds(1)),
            problem: addresses.isEmpty ? "There is no server called \(host)." : nil
        )
        guard !addresses.isEmpty else { return [found, ConnectionStep(.connection, milliseconds: nil)] }
        return [found, await connect(url)]
    }

    private func connect(_ url: URL) async -> ConnectionStep {
        let start = ContinuousClock.now
        let failure = await connectionFailure(url)
        let took = Int((ContinuousClock.now - start) / .milliseconds(1))
        return ConnectionStep(.connection, milliseconds: took, problem: failure)
    }
}
