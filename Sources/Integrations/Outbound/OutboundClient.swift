import AsyncHTTPClient
package import Core
import Foundation
package import Logging
import NIOCore
import NIOSSL

/// The one HTTP client of the process, from which every source gets its own way out.
///
/// It belongs to whoever made it: ``shutDown()`` must be called before it goes away.
package struct OutboundClient: Sendable {
    private let client: HTTPClient
    private let timing: Timing
    private let logger: Logger

    package init(logger: Logger, timing: Timing = .real) {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.timeout.connect = .seconds(5)
        // Trying again is ours: otherwise a closed port costs the whole time-out.
        configuration.connectionPool.retryConnectionEstablishment = false
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        configuration.tlsConfiguration = tls
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        self.timing = timing
        self.logger = logger
    }

    /// The way out to one provider, with its own limit of calls a minute; made once for each source.
    package func provider(_ options: SourceHTTPOptions) -> any SourceHTTP {
        ProviderHTTP(
            options: options,
            exchange: Exchange(client: client, timeout: options.timeout, sizeLimit: options.sizeLimit),
            key: options.bearer.map(ProviderKey.init),
            governor: RateGovernor(perMinute: options.requestsPerMinute, timing: timing),
            timing: timing,
            logger: logger
        )
    }

    /// The way out for identity providers.
    package func identity(allowsLoopback: Bool) -> any IdentityHTTP {
        IdentityWayOut(
            exchange: Exchange(client: client, timeout: IdentityWayOut.timeout, sizeLimit: IdentityWayOut.sizeLimit),
            allowsLoopback: allowsLoopback,
            logger: logger
        )
    }

    /// The way out to whatever badges and people name; made once, for it remembers answers and counts questions.
    package func fetcher(_ policy: FetchPolicy) -> any DocumentFetcher {
        GuardedFetcher(
            policy: policy,
            lookup: .system,
            limit: HostLimit(perMinute: GuardedFetcher.perMinute),
            memory: FetchMemory(bytes: GuardedFetcher.memory),
            exchange: PinnedExchange(sizeLimit: GuardedFetcher.sizeLimit, timeout: GuardedFetcher.timeout),
            now: timing.now,
            sleep: timing.sleep,
            logger: logger
        )
    }

    /// Why the server of `url` cannot be asked anything; nil when it answers, whatever it says.
    func connectionFailure(_ url: URL) async -> String? {
        let exchange = Exchange(client: client, timeout: IdentityWayOut.timeout, sizeLimit: IdentityWayOut.sizeLimit)
        do throws(Exchange.Failure) {
            _ = try await exchange.perform(Exchange.Call(method: "HEAD", url: url))
            return nil
        } catch {
            return switch error {
            case .tooLarge, .cut: nil
            case .timedOut: "It did not answer in time."
            case .cancelled: "The test was interrupted."
            case .network(let reason): reason
            }
        }
    }

    /// Ends what is under way; nothing can be sent afterwards.
    package func shutDown() async throws { try await client.shutdown() }
}
