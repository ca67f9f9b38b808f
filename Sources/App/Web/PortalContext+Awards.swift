import Core
import Hummingbird

extension PortalContext {
    /// The award that the address names.
    ///
    /// - Throws: `AwardError.notFound` also when whoever asks may not see it.
    func visibleAward(in awards: any AwardStore) async throws -> HeldAward {
        guard let id = Award.ID(uuid: try parameters.require("id")) else { throw AwardError.notFound }
        let held = try await awards.award(id)
        guard held.award.visibility.allows(person?.id, owner: held.award.person) else { throw AwardError.notFound }
        return held
    }

    /// The award of whoever asks that the address names.
    ///
    /// - Throws: `AwardError.notFound` also for somebody else's.
    func ownAward(in awards: any AwardStore) async throws -> HeldAward {
        let person = try requirePerson()
        guard let id = Award.ID(uuid: try parameters.require("id")) else { throw AwardError.notFound }
        let held = try await awards.award(id)
        guard held.award.person == person.id else { throw AwardError.notFound }
        return held
    }
}
