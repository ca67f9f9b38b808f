import Core
import Foundation
import Testing

@testable import OpenBadges

/// 5,000 damaged pictures, the same in every run.
@Suite("Damaged pictures")
struct MutationTests {
    /// SplitMix64: reproducible on every machine.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            return mixed ^ mixed >> 31
        }
    }

    private static let token = "eyJhbGciOiJSUzI1NiJ9.eyJuYW1lIjoiR2l0In0.c2lnbmF0dXJlLW9mLXNvbWV0aGluZw"

    @Test("never crash, and never give a badge that was changed for the one that was baked", arguments: [0, 1])
    func mutations(kind: Int) throws {
        let badge = try Baking.Badge(.v3, Self.token)
        let baked = try Baking.bake([badge], into: BakingTests.pictures[kind])
        var dice = Dice(state: 2026)
        var refused = 0
        for _ in 0..<2_500 {
            let mutated = Self.mutate(baked, &dice)
            do {
                let found = try Baking.unbake(mutated)
                // A checksum protects a PNG; in an SVG only the proof itself can tell, so it must come out as it is.
                #expect(kind == 1 || found == [badge])
                for found in found where found.text == Self.token {
                    #expect(mutated.firstRange(of: Array(Self.token.utf8)) != nil)
                }
            } catch {
                refused += 1
                #expect(!error.message.isEmpty)
            }
            do {
                let again = try Baking.bake([badge], into: mutated)
                #expect(try Baking.unbake(again).contains(badge))
            } catch {
                #expect(!error.localizedDescription.isEmpty)
            }
        }
        #expect(refused > 500)
    }

    private static func mutate(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &dice) where !bytes.isEmpty {
            let place = Int.random(in: bytes.indices, using: &dice)
            switch Int.random(in: 0..<5, using: &dice) {
            case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
            case 1: bytes[place] = UInt8.random(in: 0...255, using: &dice)
            case 2: bytes.removeSubrange(place..<min(place + Int.random(in: 1...40, using: &dice), bytes.count))
            case 3: bytes.insert(contentsOf: bytes[place..<min(place + 60, bytes.count)], at: place)
            default: bytes.removeLast(bytes.count - place)
            }
        }
        return bytes
    }
}
