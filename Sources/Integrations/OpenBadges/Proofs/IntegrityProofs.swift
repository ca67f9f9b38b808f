import Core
import Foundation
import LinkedData
import Synchronization

/// Adds Data Integrity proofs (`eddsa-rdfc-2022`, vc-di-eddsa §3.3) to credentials of issuers.
///
/// Made once and kept: it remembers one signer a key, and each signer the contexts that it has read.
final class IntegrityProofs: Sendable {
    private let keyring: Keyring
    private let signers = Mutex<[SigningKey.ID: DataIntegritySigner]>([:])

    init(keyring: Keyring) { self.keyring = keyring }

    /// The document with a proof, as UTF-8 without white space.
    ///
    /// - Parameters:
    ///   - date: when the document came to be. A proof is never older than its key; otherwise it says this moment, so
    ///     that every process of a portal makes the same proof.
    ///   - key: an Ed25519 key.
    /// - Throws: ``KeyError``.
    func sign(_ document: JSON, from date: Date, with key: SigningKey, _ places: Places) throws -> [UInt8] {
        let signer = try signer(key, places)
        let created = max(date, key.createdAt).wholeSeconds.formatted(.iso8601)
        do {
            return try signer.sign(document.linkedData, created: Text(created)).serialized
        } catch {
            throw KeyError.cannotSign("\(error)")
        }
    }

    private func signer(_ key: SigningKey, _ places: Places) throws -> DataIntegritySigner {
        if let known = signers.withLock({ $0[key.id] }) { return known }
        let method = Text(places.verificationMethod(key))
        let signer = try keyring.pair(key).integritySigner(verificationMethod: method)
        signers.withLock { $0[key.id] = signer }
        return signer
    }
}

extension JSON {
    /// The same value for the linked data module, which compares texts byte by byte.
    var linkedData: LinkedData.JSON {
        switch self {
        case .text(let text): return .string(Text(text))
        case .integer(let number): return .number(JSONNumber(number))
        case .truth(let truth): return .bool(truth)
        case .array(let values): return .array(values.map(\.linkedData))
        case .object(let members):
            var object = JSONObject()
            for member in members { object[Text(member.name)] = member.value.linkedData }
            return .object(object)
        }
    }
}
