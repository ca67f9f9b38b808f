package import Core
package import Foundation

/// A Bitstring Status List (W3C, May 2025): one bit an award, set when it was taken back or,
/// in a list of that purpose, while it is suspended.
package struct StatusList: Sendable {
    /// The most significant bit of the first byte is place 0.
    private(set) var bits = [UInt8](repeating: 0, count: StatusListState.size / 8)

    package init(set places: [Int]) {
        for place in places where (0..<StatusListState.size).contains(place) {
            bits[place / 8] |= 0x80 >> UInt8(place % 8)
        }
    }

    /// Multibase base64url of the packed bits.
    func encoded() throws -> String { "u" + Base64URL.text(try GzipPacker.pack(bits)) }
}

extension V3 {
    /// The list as a credential of its issuer, without a proof.
    ///
    /// - Parameter date: when it was made.
    package func statusList(
        _ state: StatusListState,
        _ purpose: StatusPurpose,
        _ list: StatusList,
        at date: Date
    ) throws -> JSON {
        let address = places.statusList(state.number, purpose)
        return .object([
            "@context": [.text(Self.credentialsContext)], "id": .text(address),
            "type": ["VerifiableCredential", "BitstringStatusListCredential"],
            "issuer": .text(places.did(of: state.issuer)), "validFrom": .moment(date),
            "credentialSubject": [
                "id": .text("\(address)#list"), "type": "BitstringStatusList", "statusPurpose": .text(purpose.rawValue),
                "encodedList": .text(try list.encoded()),
            ],
        ])
    }
}
