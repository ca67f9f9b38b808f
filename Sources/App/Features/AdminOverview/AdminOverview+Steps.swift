import Core

extension AdminOverview {
    /// What is left to do after the installation; nothing once a badge was issued.
    func steps(_ all: [IntegrationStanding]) async throws -> HTML? {
        guard try await figures.firstMonth() == nil else { return nil }
        func works(_ kind: IntegrationStanding.Kind) -> Bool {
            all.contains { $0.kind == kind && $0.state == .working }
        }
        let hasSignIn = all.contains { $0.kind == .signIn && $0.state != .off }
        let isPublished = try await !badges.badges(.published).isEmpty
        let tasks: [(Phrase, String, Bool)] = [
            (.setUpSignIn, "/admin/plugins", hasSignIn),
            (.setUpAdministrator, "/admin/people", true),
            (.setUpLearning, "/admin/plugins", works(.learning)),
            (.setUpMail, "/admin/mail", works(.mail)),
            (.setUpBadge, "/design/new", isPublished),
        ]
        let next = tasks.firstIndex { !$0.2 }
        let steps = tasks.enumerated().map { index, task in
            StepList.Step(
                title: Words[task.0],
                href: task.1,
                state: task.2 ? .done : index == next ? .next : .open
            )
        }
        let done = tasks.count { $0.2 }
        let lead = Words.say(.setUpLead, ["count": .count(done), "total": .count(tasks.count)])
        let content: HTML = "<div class=\"card\"><p class=\"soft\">\(lead)</p>\(StepList(steps))</div>"
        return PageSection(id: "start", title: Words[.setUpTitle], aside: nil, content: content).html
    }
}
