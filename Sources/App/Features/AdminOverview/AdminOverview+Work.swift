import Core
import Foundation

extension AdminOverview {
    private static let shownJobs = 4

    struct Work {
        var section: HTML?
        /// The page looks again.
        var isMoving: Bool
    }

    /// What is being done, what failed for good, and the lists that were given last.
    func work() async throws -> Work {
        let running = try await jobs.jobs(.running, limit: Self.shownJobs)
        let failed = try await jobs.counts()[.dead] ?? 0
        let done = try await jobs.jobs(.done, of: [AwardListJob.kind], limit: 2)
        var cards: [HTML] = []
        for job in running { cards.append(try await card(job)) }
        for job in done { cards.append(try await card(job)) }
        let isMoving = running.contains { $0.progress != nil }
        guard !cards.isEmpty || failed > 0 else { return Work(section: nil, isMoving: false) }
        let notice: Notice? =
            failed == 0
            ? nil
            : Notice(
                tone: .bad,
                title: Words.say(.jobsFailedCount, ["count": .count(failed)]),
                content: TextLink(Words[.jobsWord], href: "/admin/jobs").html
            )
        let grid: HTML? = cards.isEmpty ? nil : "<ul class=\"grid\">\(cards)</ul>"
        return Work(
            section: PageSection(
                id: "jobs",
                title: Words[.jobsWord],
                aside: TextLink(Words[.allJobs], href: "/admin/jobs").html,
                content: "<div class=\"stack\"\(attribute: "data-reload", when: isMoving)>\(notice)\(grid)</div>"
            ).html,
            isMoving: isMoving
        )
    }

    private func card(_ job: Job) async throws -> HTML {
        var name = JobName.words(job.kind)
        var link: TextLink?
        if let id = JobWork.list(of: job) {
            let list = try await lists.list(id)
            name = Words.say(.jobListNamed, ["list": .text(list.title)])
            link = TextLink(Words[.lookAt], href: "/award/list/\(id)", label: name)
        }
        return """
            <li class="card"><h3 dir="auto">\(name)</h3>\(JobWork.progress(job, name: name, now: site.now()))\(link)</li>
            """
    }
}
