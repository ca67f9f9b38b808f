import Foundation

extension Conformance {
    mutating func checkPerson(_ source: any PersonProgressSource) async {
        guard let keys = person else { return note(.person, false, "Say whom it knows.") }
        do {
            let first = try await source.progress(of: keys).batch
            note(.person, !first.facts.isEmpty, "It knows nothing of \(keys.map(\.scheme.rawValue)).")
            check(first)
            for fact in first.facts {
                note(.person, !Set(fact.person).isDisjoint(with: keys), "record \(fact.recordID)")
            }
            note(.personAgain, first == (try await source.progress(of: keys).batch))
        } catch {
            note(.person, false, "\(error)")
        }
        let nobody = PersonKey(.email, "nobody-\(UUID().uuidString)@nowhere.example")
        for keys in [[nobody].compactMap(\.self), []] {
            do {
                note(.stranger, try await source.progress(of: keys).batch.facts.isEmpty)
            } catch {
                note(.stranger, error == .personUnknown, "\(error)")
            }
        }
    }
}
