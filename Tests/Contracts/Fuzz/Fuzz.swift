import Foundation
package import Testing

/// Long runs with damaged input.
///
/// A suite whose name ends with `Fuzz` and that has the trait ``Testing/Trait/fuzz`` runs in `make fuzz` only:
/// ```swift
/// @Suite("Damaged pictures, for long", .fuzz)
/// struct PictureFuzz {
///     @Test("never crash", arguments: Fuzz.seeds)
///     func damaged(seed: UInt64) { var random = Generator(seed: seed); for _ in 0..<Fuzz.rounds { … } }
/// }
/// ```
package enum Fuzz {
    /// The same in every run, so that what failed once fails again.
    package static let seeds: [UInt64] = [2026, 31, 4096]

    /// How many inputs are tried for each seed; 0 outside of `make fuzz`.
    package static let rounds = ProcessInfo.processInfo.environment["LAUREL_FUZZ"].flatMap { Int($0) } ?? 0
}

extension Trait where Self == ConditionTrait {
    /// Runs when `LAUREL_FUZZ` says how many inputs are tried.
    package static var fuzz: Self { .enabled(if: Fuzz.rounds > 0, "make fuzz runs this") }
}
