import Core

/// Five people to look around as; each shows the portal in another state.
struct DemoIdentity: PickAPerson {
    let id: ProviderID
    let name: String

    /// Their subjects never change, so that they keep their badges.
    var people: [Subject] {
        [
            person("priya", "Priya Raman", [], "Many badges, one to claim, several on the way"),
            person("noor", "نور الهاشمي", [], "A few badges; a name from right to left"),
            person("lin", "林 🐍🏅", [], "One badge; a name with emoji"),
            person("tomas", "Tomas Berg", [.designer], "Designs badges; none of his own yet"),
            person("aiko", "Aiko Tanaka", [.administrator, .designer], "Administrator and designer"),
        ]
    }

    private func person(_ subject: String, _ name: String, _ roles: Set<Role>, _ note: String) -> Subject {
        Subject(
            identity: ExternalIdentity(provider: id, subject: subject),
            name: name,
            emails: [EmailAddress("\(subject)@laurel.example")].compactMap(\.self),
            roles: roles.isEmpty ? nil : roles,
            note: note
        )
    }
}
