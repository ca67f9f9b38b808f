import Foundation
import NIOCore
import NIOPosix

/// Asks the system for the addresses of a name.
struct NameLookup: Sendable {
    /// - Returns: all of them, in the system's order; none when there is no such name.
    var addresses: @Sendable (_ name: String) async -> [IPAddress]

    /// The system's own resolver; a name ends with a dot, so that no search list of the machine is tried.
    ///
    /// It cannot be interrupted: whoever is cancelled leaves, and the answer comes to nobody.
    static let system = NameLookup { name in
        let (answers, answer) = AsyncStream<[IPAddress]>.makeStream()
        NIOThreadPool.singleton.submit { state in
            if case .active = state { answer.yield(lookUp(name)) }
            answer.finish()
        }
        for await found in answers { return found }
        return []
    }

    private static func lookUp(_ name: String) -> [IPAddress] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_family = AF_UNSPEC
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(name, nil, &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var found: [IPAddress] = []
        var next = list
        while let entry = next?.pointee {
            if let address = address(of: entry), !found.contains(address) { found.append(address) }
            next = entry.ai_next
        }
        return found
    }

    private static func address(of entry: addrinfo) -> IPAddress? {
        guard let pointer = entry.ai_addr else { return nil }
        switch entry.ai_family {
        case AF_INET:
            return pointer.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                IPAddress(SocketAddress($0.pointee, host: ""))
            }
        case AF_INET6:
            return pointer.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
                IPAddress(SocketAddress($0.pointee, host: ""))
            }
        default: return nil
        }
    }
}
