import Core
import Foundation
import Logging
import NIOHTTP1

/// ``Core/DocumentFetcher`` as its comment promises.
struct GuardedFetcher: DocumentFetcher {
    static let redirectLimit = 5
    static let sizeLimit = 2 << 20
    static let timeout = Duration.seconds(10)
    static let perMinute = 60
    static let memory = 16 << 20
    /// So many addresses of one name are tried.
    private static let attempts = 2

    let policy: FetchPolicy
    let lookup: NameLookup
    let limit: HostLimit
    let memory: FetchMemory
    let exchange: PinnedExchange
    let now: @Sendable () -> Date
    /// - Throws: `CancellationError`.
    let sleep: @Sendable (Duration) async throws -> Void
    let logger: Logger

    func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchedDocument {
        let first = try FetchAddress(request.url, policy)
        let race = Race(sleep: sleep)
        return try await race.run(limit: Self.timeout, otherwise: .timedOut(host: first.host)) {
            () async throws(FetchError) in try await follow(first, request)
        }
    }

    private func follow(_ first: FetchAddress, _ request: FetchRequest) async throws(FetchError) -> FetchedDocument {
        var address = first
        for _ in 0...Self.redirectLimit {
            let (answer, date) = try await answer(from: address, request)
            guard [301, 302, 303, 307, 308].contains(answer.status), let location = answer.headers["location"] else {
                return try document(answer, address, date, request)
            }
            let base = URL(string: address.text)
            guard let next = URL(string: location, relativeTo: base)?.absoluteString else {
                throw .refused("sends us to something that is no address")
            }
            address = try FetchAddress(next, policy)
        }
        throw .tooManyRedirects(host: first.host)
    }

    private func document(
        _ answer: PinnedExchange.Answer,
        _ address: FetchAddress,
        _ date: Date,
        _ request: FetchRequest
    ) throws(FetchError) -> FetchedDocument {
        let type = (answer.headers["content-type"] ?? "").prefix { $0 != ";" && $0 != "," }.trimmed.lowercased()
        guard answer.status != 200 || type.isEmpty || request.types.contains(type) else { throw .unwantedType(type) }
        return FetchedDocument(
            status: answer.status,
            mediaType: type,
            body: answer.body,
            url: address.text,
            date: date
        )
    }

    /// From memory as long as HTTP allows it, else from the server.
    private func answer(
        from address: FetchAddress,
        _ request: FetchRequest
    ) async throws(FetchError) -> (PinnedExchange.Answer, Date) {
        let key = request.types.joined(separator: ",") + " " + address.text
        let known = memory.entry(key)
        if let known, known.freshUntil > now() { return (known.answer, known.date) }
        var headers: HTTPHeaders = ["user-agent": "Laurel", "accept": Self.accept(request.types)]
        if let tag = known?.answer.headers["etag"] { headers.add(name: "if-none-match", value: tag) }
        if let date = known?.answer.headers["last-modified"] { headers.add(name: "if-modified-since", value: date) }
        let answer = try await ask(address, headers)
        let date = now()
        if answer.status == 304, var known {
            known.date = date
            known.freshUntil = Freshness(known.answer.headers.merging(answer.headers) { $1 }, at: date).until
            memory.keep(known, as: key)
            return (known.answer, date)
        }
        let freshness = Freshness(answer.headers, at: date)
        if answer.status == 200, freshness.mayBeKept {
            memory.keep(.init(answer: answer, date: date, freshUntil: freshness.until), as: key)
        } else {
            memory.forget(key)
        }
        return (answer, date)
    }

    private func ask(_ address: FetchAddress, _ headers: HTTPHeaders) async throws(FetchError) -> PinnedExchange.Answer
    {
        let ips = try await checkedAddresses(of: address)
        guard limit.allows(address.host, at: now()) else { throw .tooOften(host: address.host) }
        logger.debug("fetches a document", metadata: ["host": "\(address.host)"])
        for ip in ips.prefix(Self.attempts) {
            switch await attempt(address, ip, headers) {
            case .success(let answer): return answer
            case .failure(.unreachable(let host)) where ip == ips.prefix(Self.attempts).last:
                throw .unreachable(host: host)
            case .failure(.unreachable): continue
            case .failure(let error): throw error
            }
        }
        throw .unreachable(host: address.host)
    }

    private func attempt(
        _ address: FetchAddress,
        _ ip: IPAddress,
        _ headers: HTTPHeaders
    ) async -> Result<PinnedExchange.Answer, FetchError> {
        do {
            return .success(try await exchange.get(address, at: ip, headers: headers))
        } catch PinnedExchange.Failure.tooLarge {
            return .failure(.tooLarge(host: address.host))
        } catch {
            return .failure(.unreachable(host: address.host))
        }
    }

    /// All of them must be allowed: a name that leads also to a private address is a trap.
    private func checkedAddresses(of address: FetchAddress) async throws(FetchError) -> [IPAddress] {
        if let ip = address.address { return [ip] }
        let isLocalhost = address.host == "localhost" && policy.allowsLoopback
        let name = address.isOwn || isLocalhost ? address.host : address.host + "."
        let found = await lookup.addresses(name)
        guard !found.isEmpty else { throw .unreachable(host: address.host) }
        let isAllowed = found.allSatisfy { $0.isPublic || address.isOwn || policy.allowsLoopback && $0.isLoopback }
        guard isAllowed else { throw .refused(FetchAddress.notPublic) }
        return found
    }

    private static func accept(_ types: [String]) -> String {
        types.prefix(8).joined(separator: ", ") + ", */*;q=0.1"
    }
}
