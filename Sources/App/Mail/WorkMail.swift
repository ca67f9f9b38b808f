import Core

/// Writes to those who run the portal: a list is done, a job failed, a learning system fails or is well again.
struct WorkMail: MessageHandler {
    let name = "mail-work"
    let kinds: Set<String> = ["list.given", "job.failed", "source.failing", "source.well"]
    let site: Site
    let mailer: any Mailer
    let addressees: Addressees
    let lists: any AwardListStore
    let jobs: any JobStore
    let learning: any LearningStore
    let catalogue: BadgeCatalogue
    let sourceNames: [SourceID: String]

    func deliver(_ message: OutboxMessage, key: String) async throws(DeliveryError) {
        guard let person = message.payload["person"] else { throw .never("The message does not say whom it is for.") }
        let letter =
            message.kind == "list.given"
            ? try await list(message, ID(person), key) : try await trouble(message, ID(person), key)
        try await mailer.send(letter)
    }

    private func list(
        _ message: OutboxMessage,
        _ person: Person.ID,
        _ key: String
    ) async throws(DeliveryError) -> Letter {
        guard let id = message.payload["list"] else { throw .never("The message does not say which list is done.") }
        let list = try await DeliveryError.reading { try await lists.list(ID(id)) }
        guard list.state == .given else { throw NotSent.over.error }
        let badges = try await DeliveryError.reading { try await catalogue.current().bySlug }
        let badge = badges[list.slug]?.content.name ?? list.slug.description
        let addressee = try await addressees.addressee(person, about: .work)
        return addressees.letter(to: addressee, key: key) { .listGiven(list, badge: badge, site) }
    }

    /// Only to who is an administrator still, and about what is so still.
    private func trouble(
        _ message: OutboxMessage,
        _ person: Person.ID,
        _ key: String
    ) async throws(DeliveryError) -> Letter {
        let addressee = try await addressees.addressee(person, about: .work)
        guard addressee.person.may(.administrator) else { throw NotSent.unwanted.error }
        if message.kind == "job.failed" {
            guard let id = message.payload["job"] else { throw .never("The message does not say which job failed.") }
            let job = try await DeliveryError.reading { try await jobs.job(ID(id)) }
            guard job.state == .dead else { throw NotSent.over.error }
            return addressees.letter(to: addressee, key: key) { .jobFailed(job, site) }
        }
        guard let source = message.payload["source"] else { throw .never("The message does not say which system.") }
        let state = try await DeliveryError.reading { try await learning.syncState(of: ID(source)) }
        guard let health = state.last?.health, health.status.isFailing == (message.kind == "source.failing") else {
            throw NotSent.over.error
        }
        let name = sourceNames[ID(source)] ?? source
        return addressees.letter(to: addressee, key: key) { .source(name, health, site) }
    }
}
