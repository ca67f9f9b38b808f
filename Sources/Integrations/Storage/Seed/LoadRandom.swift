import Foundation

/// Numbers that look random and are always the same for the same thing (SplitMix64).
struct LoadRandom: RandomNumberGenerator {
    enum Thing: UInt64 {
        case person = 1
        case badge
        case award
        case fact
        case proof
    }

    private var state: UInt64

    static func uuid(of thing: Thing, _ number: Int) -> UUID {
        var random = LoadRandom(thing, number)
        return random.uuid()
    }

    init(_ thing: Thing, _ number: Int) { state = thing.rawValue << 56 ^ UInt64(number) }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// 32 digits.
    mutating func hexadecimal() -> String {
        (0..<2).map { _ in
            let digits = String(next(), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    /// Version 4 of RFC 9562.
    mutating func uuid() -> UUID {
        let (high, low) = (next(), next())
        func byte(_ word: UInt64, _ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: word >> (8 * index)) }
        return UUID(
            uuid: (
                byte(high, 0), byte(high, 1), byte(high, 2), byte(high, 3), byte(high, 4), byte(high, 5),
                byte(high, 6) & 0x0F | 0x40, byte(high, 7), byte(low, 0) & 0x3F | 0x80, byte(low, 1), byte(low, 2),
                byte(low, 3), byte(low, 4), byte(low, 5), byte(low, 6), byte(low, 7)
            )
        )
    }
}
