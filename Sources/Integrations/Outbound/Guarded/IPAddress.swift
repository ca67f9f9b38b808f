import Foundation
import NIOCore

/// An address of 4 or 16 bytes, and whether it belongs to the public internet.
struct IPAddress: Hashable, Sendable, CustomStringConvertible {
    let bytes: [UInt8]

    /// - Returns: nil for every form but the plain ones: `192.0.2.1`, `2001:db8::1`.
    init?(_ text: String) {
        guard let address = try? SocketAddress(ipAddress: text, port: 0), !text.contains("%") else { return nil }
        self.init(address)
    }

    init?(_ address: SocketAddress) {
        switch address {
        case .v4(let address): bytes = withUnsafeBytes(of: address.address.sin_addr) { Array($0) }
        case .v6(let address): bytes = withUnsafeBytes(of: address.address.sin6_addr) { Array($0) }
        case .unixDomainSocket: return nil
        }
    }

    var isIPv6: Bool { bytes.count == 16 }

    /// 127.0.0.0/8 and ::1.
    var isLoopback: Bool { isIPv6 ? bytes == [UInt8](repeating: 0, count: 15) + [1] : bytes[0] == 127 }

    /// Not in any block of the IANA registries of special-purpose addresses (RFC 6890), nor multicast.
    ///
    /// Of IPv6 only 2000::/3 is in use. What lies outside needs no list: mapped (::ffff:0:0/96), NAT64 (64:ff9b::/96
    /// and 64:ff9b:1::/48), unique local, link-local, site-local, multicast, discard-only, segment routing.
    var isPublic: Bool {
        guard isIPv6 else { return !Self.special.contains { $0.contains(bytes) } }
        return bytes[0] & 0xE0 == 0x20 && !Self.special6.contains { $0.contains(bytes) }
    }

    /// As in RFC 5952, but without shortening runs of zeros: exact, and what every parser reads.
    var description: String {
        guard isIPv6 else { return bytes.map(String.init).joined(separator: ".") }
        return stride(from: 0, to: 16, by: 2)
            .map { String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16) }
            .joined(separator: ":")
    }

    private struct Block: Sendable {
        let start: [UInt8]
        let bits: Int

        init(_ start: [UInt8], _ bits: Int) {
            self.start = start
            self.bits = bits
        }

        func contains(_ bytes: [UInt8]) -> Bool {
            for bit in 0..<bits {
                let mask = UInt8(0x80) >> UInt8(bit % 8)
                let wanted = bit / 8 < start.count ? start[bit / 8] : 0
                guard bytes[bit / 8] & mask == wanted & mask else { return false }
            }
            return true
        }
    }

    private static let special = [
        Block([0], 8),  // this network
        Block([10], 8),
        Block([100, 64], 10),  // carrier-grade NAT; 100.100.100.200 answers with metadata
        Block([127], 8),
        Block([168, 63, 129, 16], 32),  // the host of virtual machines in Azure
        Block([169, 254], 16),  // link-local; 169.254.169.254 answers with metadata
        Block([172, 16], 12),
        Block([192, 0, 0], 24),
        Block([192, 0, 2], 24),
        Block([192, 31, 196], 24),
        Block([192, 52, 193], 24),
        Block([192, 88, 99], 24),  // 6to4 relays
        Block([192, 168], 16),
        Block([192, 175, 48], 24),
        Block([198, 18], 15),
        Block([198, 51, 100], 24),
        Block([203, 0, 113], 24),
        Block([224], 3),  // multicast, reserved, broadcast
    ]

    private static let special6 = [
        Block([0x20, 0x01], 23),  // protocol assignments; Teredo, ORCHID, benchmarks
        Block([0x20, 0x01, 0x0D, 0xB8], 32),
        Block([0x20, 0x02], 16),  // 6to4
        Block([0x26, 0x20, 0x00, 0x4F, 0x80], 48),
        Block([0x3F, 0xFF], 20),
    ]
}
