import Core
import Foundation

/// How far a job is, wherever jobs are shown.
enum JobWork {
    /// The list that an award job gives; nil for other jobs.
    static func list(of job: Job) -> AwardList.ID? {
        guard job.kind == AwardListJob.kind else { return nil }
        do {
            return try JSONDecoder().decode(AwardListJob.self, from: Data(job.payload.utf8)).list
        } catch {
            return nil
        }
    }

    /// A bar with numbers and, of a first attempt, how long it will take; when it is done, since when.
    static func progress(_ job: Job, name: String, now: Date) -> HTML {
        if let finishedAt = job.finishedAt {
            let age = RelativeAge(finishedAt, now: now).html
            return "<p class=\"soft small\">\(Words.html(.jobDone, ["age": age]))</p>"
        }
        guard let progress = job.progress else { return "<p class=\"soft small\">\(Words[.startedWord])</p>" }
        let soFar = Words.say(.listProgress, ["done": .count(progress.done), "total": .count(progress.total)])
        let left: HTML? = minutesLeft(job, progress, now).map { " · \(Words.say(.timeLeft, ["count": .count($0)]))" }
        return """
            \(ProgressBar(label: name, value: progress.done, total: progress.total))\
            <p class="small soft num">\(soFar)\(left)</p>
            """
    }

    /// As fast as until now; whole minutes, at least one.
    private static func minutesLeft(_ job: Job, _ progress: Job.Progress, _ now: Date) -> Int? {
        guard job.attempts == 1, progress.done > 0, progress.done < progress.total else { return nil }
        let took = now.timeIntervalSince(job.createdAt)
        guard took > 0 else { return nil }
        let left = took / Double(progress.done) * Double(progress.total - progress.done)
        return max(1, Int((min(left, 1e7) / 60).rounded(.up)))
    }
}
