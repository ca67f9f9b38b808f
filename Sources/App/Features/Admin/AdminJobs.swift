import Core
import Foundation
import Hummingbird

/// `GET /admin/jobs`, `POST /admin/jobs/{id}/retry`: what is done behind the pages, and what failed for good.
struct AdminJobs {
    private static let shown = 50
    let site: Site
    let forms: FormGuard
    let jobs: any JobStore

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
    }

    private func page(_ context: PortalContext) async throws -> Page {
        let counts = try await jobs.counts()
        let dead = try await jobs.jobs(.dead, limit: Self.shown)
        let running = try await jobs.jobs(.running, limit: Self.shown)
        let waiting = try await jobs.jobs(.waiting, limit: Self.shown)
        let lead = "\(counts[.dead] ?? 0) failed, \(counts[.running] ?? 0) running, \(counts[.waiting] ?? 0) waiting."
        return Page(
            title: "Jobs",
            section: .admin,
            body: """
                \(PageHeading("Jobs", lead: "\(lead)"))\(Admin.nav("/admin/jobs"))
                \(dead.isEmpty ? nothingFailed : Self.card(deadTable(dead, context.formFields)))
                \(Self.optional(running, runningTable))\(Self.optional(waiting, waitingTable))
                """
        )
    }

    private var nothingFailed: HTML {
        EmptyState(title: "Nothing failed", text: "A job that failed too often waits here for you.", icon: .check).html
    }

    private static func optional(_ jobs: [Job], _ table: ([Job]) -> Table) -> HTML {
        jobs.isEmpty ? "" : card(table(jobs))
    }

    private static func card(_ table: Table) -> HTML { "<div class=\"card\">\(table)</div>" }

    private func deadTable(_ jobs: [Job], _ formFields: HTML) -> Table {
        Table(
            caption: "Failed: tried too often, or refused for good",
            columns: [Table.Column("Job"), Table.Column("Why"), Table.Column("Since"), Table.Column("Again")],
            rows: jobs.map { job in
                [
                    TwoLines(title: job.kind, below: job.id.rawValue).html,
                    "<span dir=\"auto\">\(job.problem ?? "")</span>",
                    DateText(job.finishedAt ?? job.createdAt, hasTime: true).html,
                    """
                    <form method="post" action="/admin/jobs/\(job.id.rawValue)/retry">\(formFields)\
                    \(Button("Retry", kind: .quiet, label: "Retry \(job.kind) \(job.id)"))</form>
                    """,
                ]
            }
        )
    }

    private func runningTable(_ jobs: [Job]) -> Table {
        Table(
            caption: "Running",
            columns: [Table.Column("Job"), Table.Column("Attempt"), Table.Column("So far")],
            rows: jobs.map { job in
                [TwoLines(title: job.kind, below: job.id.rawValue).html, "\(job.attempts)", "\(Self.soFar(job))"]
            }
        )
    }

    private static func soFar(_ job: Job) -> String {
        guard let progress = job.progress else { return "started" }
        return "\(progress.done) of \(progress.total)"
    }

    private func waitingTable(_ jobs: [Job]) -> Table {
        Table(
            caption: "Waiting",
            columns: [
                Table.Column("Job"), Table.Column("Next attempt"), Table.Column("Attempts"),
                Table.Column("Last problem"),
            ],
            rows: jobs.map { job in
                [
                    TwoLines(title: job.kind, below: job.id.rawValue).html,
                    DateText(job.due, hasTime: true).html,
                    "\(job.attempts)",
                    "<span dir=\"auto\">\(job.problem ?? "")</span>",
                ]
            }
        )
    }
}
