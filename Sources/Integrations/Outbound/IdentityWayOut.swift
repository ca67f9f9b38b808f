import Core
import Foundation
import Logging

/// ``Core/IdentityHTTP`` as its comment promises.
struct IdentityWayOut: IdentityHTTP {
    static let timeout = Duration.seconds(5)
    static let sizeLimit = 1 << 20

    let exchange: Exchange
    let allowsLoopback: Bool
    let logger: Logger

    func send(_ request: IdentityRequest) async throws(IdentityHTTPError) -> IdentityAnswer {
        let url = try checked(request.url)
        var call = Exchange.Call(method: request.form == nil ? "GET" : "POST", url: url)
        call.form = request.form.map(Self.encoded)
        call.authorization = Self.header(request.credentials)
        do throws(Exchange.Failure) {
            let response = try await exchange.perform(call)
            logger.debug(
                "asked an identity provider",
                metadata: ["host": "\(url.host() ?? "")", "path": "\(url.path())", "status": "\(response.status)"]
            )
            let type = response.headers["content-type"] ?? ""
            let mediaType = type.prefix { $0 != ";" }.trimmed.lowercased()
            return IdentityAnswer(
                status: response.status,
                mediaType: mediaType,
                body: response.body,
                retryAfter: response.headers["retry-after"].flatMap { Int($0) }
            )
        } catch {
            throw .unavailable("\(url.host() ?? "") did not answer: \(error)")
        }
    }

    /// https with a host and without a password; http to this machine when that is allowed.
    private func checked(_ text: String) throws(IdentityHTTPError) -> URL {
        guard let url = URL(string: text), let host = url.host(), !host.isEmpty, url.user() == nil,
            url.password() == nil, url.fragment() == nil
        else { throw .address("an address that cannot be used") }
        let isLoopback = LoopbackHost.isOne(host)
        switch url.scheme?.lowercased() {
        case "https" where allowsLoopback || !isLoopback: return url
        case "http" where allowsLoopback && isLoopback: return url
        default: throw .address("\(host) is not reached by https")
        }
    }

    private static func header(_ credentials: IdentityRequest.Credentials) -> String? {
        switch credentials {
        case .none: nil
        case .bearer(let token): "Bearer \(token)"
        // RFC 6749 §2.3.1: each part is form-encoded first.
        case .basic(let user, let password):
            "Basic " + Data("\(user.percentEncoded):\(password.percentEncoded)".utf8).base64EncodedString()
        }
    }

    private static func encoded(_ form: [String: String]) -> [UInt8] {
        let pairs = form.sorted { $0.key < $1.key }.map { "\($0.key.percentEncoded)=\($0.value.percentEncoded)" }
        return Array(pairs.joined(separator: "&").utf8)
    }
}
