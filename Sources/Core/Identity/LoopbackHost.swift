/// Hosts that are this machine, by their names alone; nobody is asked.
package enum LoopbackHost {
    /// - Parameter host: as it stands in an address, with or without the brackets of IPv6.
    package static func isOne(_ host: String) -> Bool {
        let name = host.lowercased().filter { $0 != "[" && $0 != "]" }
        if name == "localhost" || name.hasSuffix(".localhost") || name == "::1" { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
