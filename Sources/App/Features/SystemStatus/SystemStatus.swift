import Hummingbird

/// Says to everybody whether the portal, and what it works with, is well.
///
/// `GET /status`. By what each is for: names and reasons stand on the administrators' pages alone.
struct SystemStatus {
    let site: Site
    let integrations: Integrations

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("status") { _, context in
            let standings = try await integrations.all()
            return site.response(page(standings.filter { $0.state != .off }), context)
        }
    }

    private func page(_ standings: [IntegrationStanding]) -> Page {
        let isWell = !standings.contains(where: \.state.isBroken)
        let lead = Words[isWell ? .statusWell : .statusTrouble]
        let pages = CheckRow(result: .passed, title: Words[.statusPages], sentence: Words[.healthWorkingText])
        let others = SystemPart.all.compactMap { part in
            part.row(standings.filter { $0.kind == part.kind })
        }
        return Page(
            title: Words[.statusTitle],
            body: """
                <div class="narrow stack">\(PageHeading(Words[.statusTitle], lead: "\(lead)"))\
                <div class="card">\(CheckRows([pages] + others))</div></div>
                """
        )
    }
}

/// What integrations of one kind are for, as people see it.
struct SystemPart {
    let kind: IntegrationStanding.Kind
    let title: Phrase

    static let all = [
        SystemPart(kind: .signIn, title: .statusSignIn), SystemPart(kind: .learning, title: .statusLearning),
        SystemPart(kind: .directory, title: .statusDirectory), SystemPart(kind: .mail, title: .statusMail),
    ]

    /// The worst of `standings` speaks for all; nil when there are none.
    func row(_ standings: [IntegrationStanding]) -> CheckRow? {
        guard let worst = standings.max(by: { $0.state.gravity < $1.state.gravity }) else { return nil }
        return CheckRow(result: worst.state.result, title: Words[title], sentence: sentence(worst))
    }

    private func sentence(_ standing: IntegrationStanding) -> String {
        guard standing.state.isBroken else {
            return Words[standing.state == .waiting ? .statusQuiet : .healthWorkingText]
        }
        let moment = standing.wellUntil.map { Words.current.dateAndTime($0) }
        let since = moment.map { Words.say(.statusLastGood, ["moment": .text($0)]) } ?? Words[.healthDownText]
        return "\(since) \(standing.harm)"
    }
}

extension IntegrationStanding.State {
    /// The more, the worse; what works tells more than what nobody asked yet.
    fileprivate var gravity: Int {
        switch self {
        case .off: 0
        case .waiting: 1
        case .working: 2
        case .slow: 3
        case .refused, .down: 4
        }
    }

    fileprivate var result: CheckRow.Result {
        switch self {
        case .working, .waiting: .passed
        case .slow: .limited
        case .down, .refused: .failed
        case .off: .open
        }
    }
}
