import Foundation

/// A web address, as far as who it belongs to goes.
struct WebAddress: Equatable {
    /// Host and port, lower case; the usual port is left out.
    let authority: String

    init?(_ text: String?) {
        guard let text, let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            scheme == "https" || scheme == "http", parts.user == nil, parts.password == nil,
            let host = parts.host?.lowercased(), !host.isEmpty
        else { return nil }
        let usual = scheme == "https" ? 443 : 80
        authority = parts.port.map { $0 == usual ? host : "\(host):\($0)" } ?? host
    }

    /// Of an address or of a did:web.
    static func domain(of id: String) -> String? {
        guard id.hasPrefix("did:web:") else { return WebAddress(id)?.authority }
        let first = id.dropFirst("did:web:".count).prefix { $0 != ":" && $0 != "#" }
        return first.isEmpty ? nil : first.lowercased().replacing("%3a", with: ":")
    }
}
