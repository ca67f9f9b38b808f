import Contracts
import Core
import Testing

@testable import OpenBadges

@Suite("Damaged pictures, for long", .fuzz)
struct PictureFuzz {
    @Test("never crash, and say what is wrong", arguments: [0, 1], Fuzz.seeds)
    func damaged(picture: Int, seed: UInt64) throws {
        let badge = try Baking.Badge(.v3, "{\"name\":\"🏅 שלום ® &amp;\"}")
        let baked = try Baking.bake([badge], into: BakingTests.pictures[picture])
        var random = Generator(seed: seed)
        for _ in 0..<Fuzz.rounds {
            let damaged = baked.damaged(by: &random)
            do {
                for found in try Baking.unbake(damaged) { #expect(found.text.utf8.count <= Baking.textLimit) }
                let again = try Baking.bake([badge], into: damaged)
                #expect(try Baking.unbake(again).contains(badge))
            } catch {
                #expect(!error.message.isEmpty)
            }
        }
    }
}
