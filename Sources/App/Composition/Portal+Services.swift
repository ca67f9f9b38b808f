import Core
import Foundation
import Logging
import Storage

private let themeInterval = Duration.seconds(30)

/// What runs beside the pages.
extension Portal {
    var themeWatch: ThemeWatch {
        ThemeWatch(box: site.theme, settings: database.settings, interval: themeInterval) { error in
            logger.error("the theme is not read", metadata: ["error": "\(error)"])
        }
    }

    /// What writes down what was counted in memory.
    var recording: Recording {
        Recording(
            calls: calls,
            checks: checks,
            callStore: database.calls,
            figures: database.figures,
            logger: logger,
            now: site.now
        )
    }

    /// What is done behind the pages, by this process and others like it.
    var jobService: JobService {
        JobService(
            jobs: database.jobs,
            handlers: [
                Cleanup(jobs: database.jobs, now: site.now),
                ImportRecheck(imports: database.imports, verifier: verifier, now: site.now),
                CheckCleanup(checks: database.checks, now: site.now),
                ExpiryNotices(awards: database.awards, now: site.now),
                WeekEnd(preferences: database.preferences, now: site.now),
                DecideAgain(awarding: awarding),
                AwardWaiting(awarding: awarding, now: site.now),
                FigureCount(span: .recent, figures: database.figures, now: site.now),
                FigureCount(span: .all, figures: database.figures, now: site.now),
                AwardListHandler(lists: database.lists, catalogue: catalogue, now: site.now),
            ],
            schedules: [
                JobService.Schedule(kind: "expiry-notices", interval: 3600),
                JobService.Schedule(kind: "cleanup", interval: 24 * 3600),
                JobService.Schedule(kind: "imports.check", interval: 600),
                JobService.Schedule(kind: "checks.clean", interval: 900),
                JobService.Schedule(kind: "week", interval: 7 * 24 * 3600),
                JobService.Schedule(kind: FigureCount.Span.recent.rawValue, interval: FigureCount.interval),
                JobService.Schedule(kind: FigureCount.Span.all.rawValue, interval: 24 * 3600),
            ],
            messages: receivers,
            urgent: ["deliver.address-code"],
            logger: logger,
            now: site.now
        )
    }

    /// Who is told what happened; letters only where there is a mail server.
    var receivers: [any MessageHandler] { messages + (mailer.map(letters) ?? []) }

    private func letters(_ mailer: any Mailer) -> [any MessageHandler] {
        let addressees = Addressees(site: site, people: database.people, preferences: database.preferences)
        let hosted = hostedBadges
        return [
            MailNotices(
                site: site,
                mailer: mailer,
                addressees: addressees,
                awards: database.awards,
                imports: database.imports,
                letters: database.awardLetters
            ),
            WorkMail(
                site: site,
                mailer: mailer,
                addressees: addressees,
                lists: database.lists,
                jobs: database.jobs,
                learning: database.learning,
                catalogue: catalogue,
                sourceNames: sourceNames
            ),
            WeekMail(
                site: site,
                mailer: mailer,
                addressees: addressees,
                awards: database.awards,
                learning: database.learning,
                catalogue: catalogue
            ),
            AddressCodeMail(site: site, mailer: mailer, people: database.people),
            LeaverMail(
                site: site,
                mailer: mailer,
                addressees: addressees,
                leavers: database.leavers,
                awards: database.awards,
                archive: archive(hosted, DrawingDesk(pictures: hosted.pictures))
            ),
        ]
    }
}
