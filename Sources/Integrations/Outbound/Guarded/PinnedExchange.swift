import AsyncHTTPClient
import Core
import Foundation
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOSSL

/// One question to an address that was checked; the name goes into TLS and `Host` only, nobody looks it up again.
struct PinnedExchange: Sendable {
    struct Answer: Sendable {
        var status: Int
        /// Names in lower case.
        var headers: [String: String]
        var body: [UInt8]
    }

    enum Failure: Error {
        case unreachable
        case tooLarge
    }

    let sizeLimit: Int
    let timeout: Duration

    func get(_ address: FetchAddress, at ip: IPAddress, headers: HTTPHeaders) async throws -> Answer {
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration(address, ip))
        let result: Result<Answer, any Error>
        do {
            result = .success(try await answer(client, address, headers))
        } catch {
            result = .failure(error)
        }
        try await client.shutdown()
        return try result.get()
    }

    /// A client of its own for each question: it shares no connection, and its only name is the one that was checked.
    private func configuration(_ address: FetchAddress, _ ip: IPAddress) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.timeout.connect = .seconds(4)
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.decompression = .enabled(limit: .size(sizeLimit))
        configuration.httpVersion = .http1Only
        configuration.proxy = nil
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        configuration.tlsConfiguration = tls
        if address.address == nil { configuration.dnsOverride = [address.host: ip.description] }
        return configuration
    }

    private func answer(_ client: HTTPClient, _ address: FetchAddress, _ headers: HTTPHeaders) async throws -> Answer {
        var request = HTTPClientRequest(url: address.text)
        request.headers = headers
        let response: HTTPClientResponse
        do {
            response = try await client.execute(request, timeout: .init(timeout))
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            throw Failure.unreachable
        }
        let pairs = response.headers.map { ($0.name.lowercased(), $0.value) }
        let told = Dictionary(pairs) { $0 + ", " + $1 }
        if let length = told["content-length"].flatMap(Int.init), length > sizeLimit { throw Failure.tooLarge }
        return Answer(status: Int(response.status.code), headers: told, body: try await body(of: response))
    }

    private func body(of response: HTTPClientResponse) async throws -> [UInt8] {
        var body: [UInt8] = []
        do {
            for try await part in response.body {
                guard body.count + part.readableBytes <= sizeLimit else { throw Failure.tooLarge }
                body += part.readableBytesView
            }
        } catch let error as Failure {
            throw error
        } catch is NIOHTTPDecompression.DecompressionError {
            throw Failure.tooLarge
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            throw Failure.unreachable
        }
        return body
    }
}
