import Contracts
import Core
import Testing

@testable import OIDC

/// However a token is damaged on its way, it signs nobody in and stops nothing.
///
/// `make fuzz` runs it for long.
@Suite("A damaged token")
struct MutationTests {
    private static let count = max(Fuzz.rounds, 400)

    @Test("never signs anybody in", arguments: [1, 2, 3] as [UInt64])
    func mutated(seed: UInt64) async throws {
        var random = Generator(seed: seed)
        let server = try HostileProvider(.ES256)
        let visit = try Visit(server)
        _ = try await visit.signIn()
        let token = try server.idToken(HostileProvider.Behaviour(), Visit.flow().nonce)
        for _ in 0..<Self.count {
            let damaged = Self.damaged(Array(token.utf8), &random)
            guard damaged != token else { continue }
            server.behave { $0.tokens = { $0["id_token"] = damaged } }
            await #expect(throws: SignInRefusal.self, "\(damaged)") { try await visit.signIn() }
        }
    }

    @Test("a damaged callback never signs anybody in without a code", arguments: [4, 5] as [UInt64])
    func callback(seed: UInt64) async throws {
        var random = Generator(seed: seed)
        let visit = try Visit(try HostileProvider(.ES256))
        for _ in 0..<Self.count {
            var callback: [String: String] = [:]
            for name in ["cod", "error", "iss", "state", "Code", "code\u{0}"] where Bool.random(using: &random) {
                callback[name] = Self.damaged(Array("https://idp.example 🐍".utf8), &random)
            }
            await #expect(throws: SignInRefusal.self) { try await visit.signIn(Visit.flow(), callback) }
        }
    }

    /// One to four changes: a byte replaced, taken away, doubled, or a piece cut off.
    private static func damaged(_ bytes: [UInt8], _ random: inout Generator) -> String {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0x20...0x7E, using: &random)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(bytes[place], at: place)
            case 3: bytes[place] ^= 1 << UInt8.random(in: 0...6, using: &random)
            default: bytes.removeSubrange(place..<min(bytes.count, place + 9))
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
