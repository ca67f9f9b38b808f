import Core
import Foundation
import Hummingbird

/// `GET /admin/jobs`, `POST /admin/jobs/{id}/retry` and `/stop`: what is done behind the pages, and what failed for good.
struct AdminJobs {
    private static let shown = 50
    private static let shownDone = 10
    let site: Site
    let forms: FormGuard
    let jobs: any JobStore
    let lists: any AwardListStore

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("admin/jobs") { _, context in
            _ = try context.require(.administrator)
            return site.response(try await page(context), context)
        }
        router.post("admin/jobs/:id/retry") { request, context in
            let administrator = try context.require(.administrator)
            _ = try await forms.read(request, context)
            let id: Job.ID = ID(try context.parameters.require("id"))
            try await jobs.retry(id, by: .person(administrator.id), at: site.now())
            return Response.redirect(to: "/admin/jobs")
        }
        router.post("admin/jobs/:id/stop") { request, context in
            let administrator = try context.require(.administrator)
            _ = try await forms.read(request, context)
            let job = try await jobs.job(ID(try context.parameters.require("id")))
            guard let list = JobWork.list(of: job) else { throw JobError.notFound }
            try await lists.stop(list, by: .person(administrator.id), at: site.now())
            return Response.redirect(to: "/admin/jobs")
        }
    }

    private func page(_ context: PortalContext) async throws -> Page {
        let counts = try await jobs.counts()
        let dead = try await jobs.jobs(.dead, limit: Self.shown)
        let running = try await jobs.jobs(.running, limit: Self.shown)
        let waiting = try await jobs.jobs(.waiting, limit: Self.shown)
        let done = try await jobs.jobs(.done, of: [AwardListJob.kind], limit: Self.shownDone)
        let lead = Words.say(
            .jobsLead,
            [
                "failed": .count(counts[.dead] ?? 0), "running": .count(counts[.running] ?? 0),
                "waiting": .count(counts[.waiting] ?? 0),
            ]
        )
        return Page(
            title: Words[.jobsWord],
            section: .admin,
            body: """
                \(PageHeading(Words[.jobsWord], lead: "\(lead)"))\(AdminNav(current: "/admin/jobs"))
                \(dead.isEmpty ? nothingFailed : Self.card(deadTable(dead, context.formFields)))
                \(Self.optional(running) { runningTable($0, context.formFields) })\
                \(Self.optional(waiting, waitingTable))\(Self.optional(done, doneTable))
                """,
            head: running.isEmpty ? .empty : "<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>"
        )
    }

    private var nothingFailed: HTML {
        EmptyState(title: Words[.nothingFailed], text: Words[.nothingFailedText], icon: .check).html
    }

    private static func optional(_ jobs: [Job], _ table: ([Job]) -> Table) -> HTML {
        jobs.isEmpty ? "" : card(table(jobs))
    }

    private static func card(_ table: Table) -> HTML { "<div class=\"card\">\(table)</div>" }

    private func deadTable(_ jobs: [Job], _ formFields: HTML) -> Table {
        Table(
            caption: Words[.jobsFailed],
            columns: [.jobWord, .whyWord, .since, .againWord].map { (phrase: Phrase) in Table.Column(Words[phrase]) },
            rows: jobs.map { job in
                let name = JobName.words(job.kind)
                let label: KeyValuePairs<String, Words.Value> = ["job": .text(name), "number": .text("\(job.id)")]
                return [
                    TwoLines(title: name, below: job.id.rawValue).html,
                    Self.raw(job.problem),
                    DateText(job.finishedAt ?? job.createdAt, hasTime: true).html,
                    """
                    <form method="post" action="/admin/jobs/\(job.id.rawValue)/retry">\(formFields)\
                    \(Button(Words[.retryJob], kind: .quiet, label: Words.say(.retryNamed, label)))</form>
                    """,
                ]
            }
        )
    }

    /// What servers and programs said, as it came.
    private static func raw(_ problem: String?) -> HTML {
        "<span lang=\"en\" dir=\"auto\">\(problem ?? "")</span>"
    }

    private func runningTable(_ jobs: [Job], _ formFields: HTML) -> Table {
        Table(
            caption: Words[.jobsRunning],
            columns: [.jobWord, .attemptWord, .soFarWord, .action].map { (phrase: Phrase) in
                Table.Column(Words[phrase], hidesTitle: phrase == .action)
            },
            rows: jobs.map { job in
                let name = JobName.words(job.kind)
                return [
                    TwoLines(title: name, below: job.id.rawValue).html, "\(job.attempts)",
                    "<div data-reload>\(JobWork.progress(job, name: name, now: site.now()))</div>",
                    Self.stop(job, name, formFields),
                ]
            }
        )
    }

    /// Only lists can stop between two people; everything else is over before somebody has clicked.
    private static func stop(_ job: Job, _ name: String, _ formFields: HTML) -> HTML {
        guard let list = JobWork.list(of: job) else { return .empty }
        let label = Words.say(.stopNamed, ["job": .text(name), "number": .text("\(job.id)")])
        return """
            <form class="row" method="post" action="/admin/jobs/\(job.id.rawValue)/stop">\(formFields)\
            \(Button(Words[.listStop], kind: .quiet, label: label))\(rows(list))</form>
            """
    }

    private static func rows(_ list: AwardList.ID) -> TextLink {
        TextLink(Words[.listDownload], href: "/award/list/\(list)/problems.csv")
    }

    private func doneTable(_ jobs: [Job]) -> Table {
        Table(
            caption: Words[.jobsDoneLast],
            columns: [.jobWord, .since, .action].map { (phrase: Phrase) in
                Table.Column(Words[phrase], hidesTitle: phrase == .action)
            },
            rows: jobs.map { job in
                let list = JobWork.list(of: job)
                let href = list.map { "/award/list/\($0)" }
                return [
                    TwoLines(title: JobName.words(job.kind), below: job.id.rawValue, href: href).html,
                    DateText(job.finishedAt ?? job.createdAt, hasTime: true).html,
                    "\(list.map(Self.rows))",
                ]
            }
        )
    }

    private func waitingTable(_ jobs: [Job]) -> Table {
        Table(
            caption: Words[.jobsWaiting],
            columns: [.jobWord, .nextAttempt, .attemptsWord, .lastProblem].map { (phrase: Phrase) in
                Table.Column(Words[phrase])
            },
            rows: jobs.map { job in
                [
                    TwoLines(title: JobName.words(job.kind), below: job.id.rawValue).html,
                    DateText(job.due, hasTime: true).html,
                    "\(job.attempts)",
                    Self.raw(job.problem),
                ]
            }
        )
    }
}
