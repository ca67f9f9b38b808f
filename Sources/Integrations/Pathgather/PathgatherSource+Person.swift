import Core
import Foundation

extension PathgatherSource: PersonProgressSource {
    /// Asks by the provider's own id if the portal has one, else by address.
    ///
    /// What comes back is filtered again, or a filter that is not honoured would show one person the progress of
    /// another. When a page holds other people's, the rest is not read: it would be everybody's.
    func progress(of keys: [PersonKey]) async throws(SourceError) -> PersonProgress {
        for key in keys where key.scheme == .providerUserID && key.realm == id.rawValue {
            let answer = try await progress(where: .user(id: key.value), of: [key])
            guard answer.batch == FactBatch() else { return answer }
        }
        for key in keys where key.scheme == .email {
            let answer = try await progress(where: .userEmail(key.value), of: [key])
            guard answer.batch == FactBatch() else { return answer }
            guard let userID = try await userID(of: key),
                let found = PersonKey(.providerUserID, userID, realm: id.rawValue)
            else { continue }
            return try await progress(where: .user(id: userID), of: [found])
        }
        throw .personUnknown
    }

    private func progress(where filter: Filter, of keys: Set<PersonKey>) async throws(SourceError) -> PersonProgress {
        var answer = PersonProgress(FactBatch(), asOf: now())
        var page: String?
        var seen: Set<String> = []
        repeat {
            guard let listing = try await api.page(of: "user_paths", UserPath.self, where: filter, after: page) else {
                throw .unavailable("it does not understand the question for one person.")
            }
            if page == nil, let date = listing.date { answer.asOf = date }
            let batch = batch(listing)
            let facts = batch.facts.filter { !keys.isDisjoint(with: $0.person) }
            answer.batch.facts += facts
            guard facts.count == batch.facts.count else { break }
            answer.batch.problems += batch.problems
            page = listing.next
        } while page.map { seen.insert($0).inserted } ?? false
        return answer
    }

    /// Looks a person up whose progress does not come by address: some tenants compare addresses letter by letter.
    private func userID(of key: PersonKey) async throws(SourceError) -> String? {
        if let known = await spellings.userID(of: key.value) { return known }
        for spelling in await spellings.likely(of: key.value) {
            let listing = try await api.page(of: "users", User.self, where: .email(spelling), size: 1)
            for user in listing?.records ?? [] {
                guard let email = user.email?.text, PersonKey(.email, email) == key, let userID = user.id?.text else {
                    continue
                }
                await spellings.learn(email, of: userID, askedAs: spelling)
                return userID
            }
        }
        return nil
    }
}
