import Contracts
import Core
import Foundation
import Testing

@testable import OpenBadges

/// 5,000 damaged pictures, the same in every run.
@Suite("Damaged pictures")
struct MutationTests {
    private static let token = "eyJhbGciOiJSUzI1NiJ9.eyJuYW1lIjoiR2l0In0.c2lnbmF0dXJlLW9mLXNvbWV0aGluZw"

    @Test("never crash, and never give a badge that was changed for the one that was baked", arguments: [0, 1])
    func mutations(kind: Int) throws {
        let badge = try Baking.Badge(.v3, Self.token)
        let baked = try Baking.bake([badge], into: BakingTests.pictures[kind])
        var random = Generator(seed: 2026)
        var refused = 0
        for _ in 0..<2_500 {
            let mutated = baked.damaged(by: &random)
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
}
