import Core
import Foundation

extension AdminMail {
    func page(
        _ deliveries: Deliveries,
        _ outcome: TestOutcome?,
        _ context: PortalContext
    ) -> Page {
        Page(
            title: Words[.mailPage],
            section: .admin,
            body: """
                \(PageHeading(Words[.mailPage], lead: "\(Words[.mailPageLead])"))\(AdminNav(current: "/admin/mail"))
                <div class="stack">\(outcome.map(notice))\(mailer == nil ? noServer : test(context.formFields))
                \(failed(deliveries.failed, context.formFields))
                \(table(deliveries.waiting, .mailWaiting, id: "waiting"))\(table(deliveries.done, .mailDone, id: "done"))
                \(deliveries.isEmpty && mailer != nil ? nothing : nil)</div>
                """
        )
    }

    private func notice(_ outcome: TestOutcome) -> Notice {
        switch outcome {
        case .sent(let address):
            Notice(
                tone: .ok,
                title: Words.say(.mailTestSent, ["address": .text(address.description)]),
                isAnswer: true
            )
        case .refused(let reason):
            Notice(
                tone: .bad,
                title: Words[.mailTestRefused],
                content: "<span dir=\"auto\">\(reason)</span>",
                isAnswer: true
            )
        case .noAddress: Notice(tone: .bad, title: Words[.mailTestNoAddress], isAnswer: true)
        }
    }

    private var noServer: HTML {
        let previews = ButtonLink(Words[.mailPreviews], href: "/admin/mail/preview", icon: .eye).html
        return EmptyState(
            title: Words[.mailNoServer],
            text: Words[.mailNoServerText],
            icon: .plug,
            action: previews
        ).html
    }

    private var nothing: HTML {
        EmptyState(title: Words[.mailNothing], text: Words[.mailNothingText], icon: .check).html
    }

    private func test(_ formFields: HTML) -> HTML {
        """
        <div class="row"><form method="post" action="/admin/mail/test">\(formFields)\
        \(Button(Words[.mailTestSend]))</form>\
        \(ButtonLink(Words[.mailPreviews], href: "/admin/mail/preview", icon: .eye))</div>
        """
    }

    private func failed(_ deliveries: [Delivery], _ formFields: HTML) -> Card? {
        guard !deliveries.isEmpty else { return nil }
        let table = Table(
            caption: Words[.mailFailed],
            columns: columns(.mailWhyNot) + [Table.Column(Words[.action], isAtEnd: true, hidesTitle: true)],
            rows: deliveries.map { delivery in
                cells(delivery) + [
                    """
                    <form method="post" action="/admin/mail/\(delivery.job.id.rawValue)/retry">\(formFields)\
                    \(Button(Words[.mailAgain], kind: .quiet, icon: .refresh, label: label(delivery)))</form>
                    """
                ]
            }
        )
        return Card(id: "failed", title: Words[.mailFailed], content: table.html)
    }

    private func label(_ delivery: Delivery) -> String {
        "\(Words[.mailAgain]): \(Words[LetterName.phrase(delivery.kind)]), \(delivery.person?.name ?? "")"
    }

    private func table(_ deliveries: [Delivery], _ caption: Phrase, id: String) -> Card? {
        guard !deliveries.isEmpty else { return nil }
        let table = Table(
            caption: Words[caption],
            columns: columns(.mailState),
            rows: deliveries.map(cells)
        )
        return Card(id: id, title: Words[caption], content: table.html)
    }

    private func columns(_ last: Phrase) -> [Table.Column] {
        [.mailLetter, .mailTo, .mailWhen, last].map { Table.Column(Words[$0]) }
    }

    private func cells(_ delivery: Delivery) -> [HTML] {
        let job = delivery.job
        let person: HTML? = delivery.person.map { person in
            TextLink(
                person.name,
                href: "/admin/people?q=\(URLText.query(person.emails.first?.description ?? person.name))"
            ).html
        }
        return [
            "\(Words[LetterName.phrase(delivery.kind)])", "<span dir=\"auto\">\(person)</span>",
            DateText(job.finishedAt ?? job.due, hasTime: true).html, state(job),
        ]
    }

    private func state(_ job: Job) -> HTML {
        guard job.state == .done else { return "<span dir=\"auto\">\(job.problem ?? "")</span>" }
        switch job.problem.flatMap(NotSent.init(rawValue:)) {
        case nil: return Pill(Words[.mailSent], tone: .ok, icon: .check).html
        case .unwanted: return "\(Words[.mailUnwanted])"
        case .noAddress: return "\(Words[.mailNoAddress])"
        case .over: return "\(Words[.mailOver])"
        case .elsewhere: return "\(Words[.mailInAnother])"
        case .untold: return "\(Words[.mailUntold])"
        }
    }
}

/// What letters are called on the administrator's pages.
enum LetterName {
    /// - Parameter kind: of the message it tells of.
    static func phrase(_ kind: String) -> Phrase {
        switch kind {
        case "award.issued": .mailNameGiven
        case "award.revoked": .mailNameBack
        case "award.expiring": .mailNameRunsOut
        case "import.revoked": .mailNameElsewhere
        case "address.code": .mailNameCode
        case "person.left": .mailNameLeft
        case "week.over": .mailNameWeek
        case "list.given": .mailNameList
        case "job.failed": .mailNameJob
        case "source.failing": .mailNameFailing
        case "source.well": .mailNameWell
        default: .mailLetter
        }
    }
}
