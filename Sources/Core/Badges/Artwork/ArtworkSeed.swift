import Crypto
import Foundation

/// 32 bytes that are always the same for the same text and look random otherwise.
struct ArtworkSeed {
    private let bytes: [UInt8]

    init(_ text: String) { bytes = Array(SHA256.hash(data: Data(text.utf8))) }

    subscript(_ index: Int) -> UInt8 { bytes[index % bytes.count] }

    /// `bytes[index]` as a share of the whole range, 0...1.
    func share(_ index: Int) -> Double { Double(self[index]) / 255 }

    func pick<Choice>(from choices: [Choice], byte index: Int) -> Choice? {
        choices.isEmpty ? nil : choices[Int(self[index]) % choices.count]
    }

    /// The first four bytes in hexadecimal.
    var name: String {
        bytes.prefix(4).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
