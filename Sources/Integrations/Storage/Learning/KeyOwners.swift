import Core
import Crypto
import Foundation

extension PersonKey {
    /// SHA-256 of scheme, realm and value: enough to recognise the key, not enough to read it.
    var hash: String {
        let text = [scheme.rawValue, realm, value].joined(separator: "\u{1F}")
        return SHA256.hash(data: Data(text.utf8)).hexadecimal
    }
}

extension SQLSession {
    /// The people behind those of the `keys` that the portal knows.
    ///
    /// The portal knows addresses, and accounts of the providers by which people sign in.
    func owners(of keys: Set<PersonKey>) throws -> [PersonKey: Person.ID] {
        var owners: [PersonKey: Person.ID] = [:]
        let emails = keys.filter { $0.scheme == .email }.map(\.value).sorted()
        for some in emails.chunks(ofAtMost: 500) {
            let found = try rows("SELECT email, person_id FROM person_email WHERE email IN \(list: some)") { row in
                let key = PersonKey(row.email())
                return (key, row.id() as Person.ID)
            }
            for (key, person) in found { owners[key] = person }
        }
        let accounts = Dictionary(grouping: keys.filter { $0.scheme == .account }, by: \.realm)
        for (provider, keys) in accounts {
            for some in keys.map(\.value).sorted().chunks(ofAtMost: 500) {
                let found = try rows(
                    """
                    SELECT subject, person_id FROM external_identity
                     WHERE provider = \(provider) AND subject IN \(list: some)
                    """
                ) { row in
                    let key = PersonKey(.account, row.text(), realm: provider)
                    return (key, row.id() as Person.ID)
                }
                for case (let key?, let person) in found { owners[key] = person }
            }
        }
        return owners
    }
}
