import Core
import Foundation
import Hummingbird

/// `GET /admin/audit`, `GET /admin/audit.csv`: what was changed, by whom and when.
struct AuditTrail {
    private static let batch = 500

    let site: Site
    let audit: any AuditLog
    let people: any PersonStore

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("admin/audit") { request, context in
            _ = try context.require(.administrator)
            let form = AuditForm(request)
            return site.response(page(form, try await audit.events(try await query(form))), context)
        }
        router.get("admin/audit.csv") { request, context in
            _ = try context.require(.administrator)
            return file(try await query(AuditForm(request)))
        }
    }

    /// An address of a person stands for that person.
    private func query(_ form: AuditForm) async throws -> AuditQuery {
        var query = form.query
        guard let email = EmailAddress(form.about) else { return query }
        do {
            query.about = try await people.person(email).id.rawValue
        } catch PersonError.notFound {}
        return query
    }

    private func file(_ query: AuditQuery) -> Response {
        let titles = [Phrase.whenWord, .whatWord, .subjectWord, .actorWord, .detailWord].map { Words[$0] }
        return CSVDownload.response("audit", titles: titles, from: query.before) { [audit] before in
            var query = query
            query.before = before
            query.limit = Self.batch
            let page = try await audit.events(query)
            let rows = page.entries.map { entry in
                [
                    entry.event.at.formatted(.iso8601), Words[entry.event.action.phrase], entry.event.subject,
                    entry.event.actor.words(entry.actorName), entry.event.detail,
                ]
            }
            return (rows, page.older.map(Optional.some))
        }
    }

    private func page(_ form: AuditForm, _ page: AuditPage) -> Page {
        let download = ButtonLink(
            Words[.downloadTable],
            href: "/admin/audit.csv\(form.address(before: nil))",
            icon: .file
        )
        let first: HTML? =
            form.before == nil
            ? nil : ButtonLink(Words[.fromBeginning], href: "/admin/audit\(form.address(before: nil))").html
        let older: HTML? = page.older.map {
            ButtonLink(Words[.olderOnes], href: "/admin/audit\(form.address(before: $0))").html
        }
        return Page(
            title: Words[.auditWord],
            section: .admin,
            body: """
                \(PageHeading(Words[.auditWord], lead: "\(Words[.auditLead])", actions: download.html))\
                \(AdminNav(current: "/admin/audit"))\(filter(form))\(events(page, form))
                <div class="row">\(first)\(older)</div>
                """
        )
    }

    private func filter(_ form: AuditForm) -> HTML {
        let actions =
            [Choice("", Words[.auditAnything])]
            + AuditEvent.Action.allCases.map { Choice($0.rawValue, Words[$0.phrase]) }
        return """
            <form class="card filter" method="get" action="/admin/audit">\
            \(SelectField(name: "action", label: Words[.whatWord], choices: actions, selected: form.action?.rawValue ?? ""))\
            \(TextField(name: "about", label: Words[.auditSearch], value: form.about, hint: Words[.auditSearchHint], isOptional: true))\
            \(period(form))<div class="row">\(Button(Words[.auditFilter], icon: .filter))</div></form>
            """
    }

    private func period(_ form: AuditForm) -> HTML {
        let isUsed = !form.from.isEmpty || !form.until.isEmpty
        return """
            <details class="more"\(attribute: "open", when: isUsed)><summary>\(Words[.auditPeriod])</summary><div class="pair">\
            \(TextField(name: "from", label: Words[.auditFrom], value: form.from, kind: .date, isOptional: true))\
            \(TextField(name: "until", label: Words[.auditUntil], value: form.until, kind: .date, isOptional: true))\
            </div></details>
            """
    }

    private func events(_ page: AuditPage, _ form: AuditForm) -> HTML {
        guard !page.entries.isEmpty else {
            return EmptyState(
                title: Words[.auditNone],
                text: Words[.auditNoneText],
                icon: .list,
                action: ButtonLink(Words[.auditAnything], href: "/admin/audit").html
            ).html
        }
        let table = Table(
            caption: Words[.auditWord],
            columns: [Phrase.whenWord, .whatWord, .subjectWord, .actorWord, .detailWord].map {
                Table.Column(Words[$0])
            },
            rows: page.entries.map(row)
        )
        return """
            <div class="card scroll" tabindex="0" role="region" aria-label="\(Words[.auditWord])">\(table)</div>
            """
    }

    private func row(_ entry: AuditPage.Entry) -> [HTML] {
        let event = entry.event
        let actor: HTML =
            switch event.actor {
            case .person(let id):
                "<a href=\"/admin/audit?about=\(id.rawValue)\" dir=\"auto\">\(event.actor.words(entry.actorName))</a>"
            case .rule, .directory, .commandLine: "<span dir=\"auto\">\(event.actor.words(nil))</span>"
            }
        return [
            DateText(event.at, hasTime: true).html,
            "<span title=\"\(event.action.rawValue)\">\(Words[event.action.phrase])</span>",
            "<a href=\"/admin/audit?about=\(url: URLText.query(event.subject))\"><code>\(event.subject)</code></a>",
            actor,
            "<span dir=\"auto\">\(event.detail)</span>",
        ]
    }
}

/// What the page shows, as its address says it; days are whole days in the reader's time zone.
struct AuditForm: Sendable {
    private static let textLimit = 200
    private static let day: TimeInterval = 24 * 3_600

    var action: AuditEvent.Action?
    var about: String
    /// `2026-11-23`, or "".
    var from: String
    var until: String
    var before: Int?

    /// Whatever an address holds becomes a page; what makes no sense is left out.
    init(_ request: Request) {
        let query = request.queryFields
        func parameter(_ name: String) -> String {
            String((query[name] ?? "").trimmed.prefix(Self.textLimit)).replacing("\0", with: "")
        }
        action = AuditEvent.Action(rawValue: parameter("action"))
        about = parameter("about")
        from = Date(iso8601: parameter("from")) == nil ? "" : parameter("from")
        until = Date(iso8601: parameter("until")) == nil ? "" : parameter("until")
        before = Int(parameter("before"))
    }

    var query: AuditQuery {
        AuditQuery(
            action: action,
            about: about,
            from: Self.moment(from),
            until: Self.moment(until).map { $0 + Self.day },
            before: before
        )
    }

    /// The first moment of a day.
    private static func moment(_ day: String) -> Date? {
        guard let date = Date(iso8601: day) else { return nil }
        return date - TimeInterval(Words.current.zone.secondsFromGMT(for: date))
    }

    /// The end of the address of a page.
    func address(before: Int?) -> String {
        let parts = [
            action.map { "action=\($0.rawValue)" }, about.isEmpty ? nil : "about=\(URLText.query(about))",
            from.isEmpty ? nil : "from=\(from)", until.isEmpty ? nil : "until=\(until)", before.map { "before=\($0)" },
        ].compactMap(\.self)
        return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
    }
}
