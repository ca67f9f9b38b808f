import Core
import Foundation

/// Writes to those who want it about their week: what came, what waits, what is nearly done, what runs out.
///
/// A week in which there is nothing of it has no letter.
struct WeekMail: MessageHandler {
    let name = "mail-week"
    let kinds: Set<String> = ["week.over"]
    let site: Site
    let mailer: any Mailer
    let addressees: Addressees
    let awards: any AwardStore
    let learning: any LearningStore
    let catalogue: BadgeCatalogue

    func deliver(_ message: OutboxMessage, key: String) async throws(DeliveryError) {
        guard let id = message.payload["person"] else { throw .never("The message does not say whom it is for.") }
        let addressee = try await addressees.addressee(ID(id), about: .week)
        let person = addressee.person.id
        let week = try await DeliveryError.reading {
            let held = try await awards.awards(of: person)
            let going = Home.going(
                try await learning.progress(of: person),
                try await catalogue.current(),
                without: Set(held.filter { $0.award.verdict(at: site.now()) == .valid }.map(\.award.badge))
            )
            return Week(held, going, at: site.now())
        }
        guard !week.isEmpty else { throw NotSent.over.error }
        try await mailer.send(addressees.letter(to: addressee, key: key) { .week(week, site) })
    }
}

/// What happened in the week that ends now.
struct Week: Sendable {
    private static let days: TimeInterval = 7 * 24 * 3600
    private static let soon: TimeInterval = 30 * 24 * 3600
    private static let nearly = 50.0
    private static let shown = 5

    var new: [HeldAward]
    var waiting: Int
    var endsSoon: [HeldAward]
    var nearlyDone: [Home.Going]

    init(_ held: [HeldAward], _ going: [Home.Going], at date: Date) {
        let good = held.filter { $0.award.verdict(at: date) == .valid }
        new = Array(good.filter { $0.award.issuedOn > date - Self.days }.prefix(Self.shown))
        waiting = good.count { $0.award.claimedAt == nil }
        let ending = good.filter { $0.award.expires.map { $0 < date + Self.soon } ?? false }
        endsSoon = Array(ending.prefix(Self.shown))
        nearlyDone = Array(going.filter { $0.standing.percent.value >= Self.nearly }.prefix(Self.shown))
    }

    var isEmpty: Bool { new.isEmpty && waiting == 0 && endsSoon.isEmpty && nearlyDone.isEmpty }
}

extension LetterText {
    static func week(_ week: Week, _ site: Site) -> LetterText {
        var blocks: [Block] = []
        func add(_ title: Phrase, _ items: [Item]) {
            if !items.isEmpty { blocks += [.text(Words[title]), .list(items)] }
        }
        func item(_ title: String, _ path: String, _ note: String? = nil) -> Item {
            Item(link: Link(title: title, address: site.absolute(path)), note: note)
        }
        add(.mailWeekNew, week.new.map { item($0.content.name, "/awards/\($0.award.id)") })
        if week.waiting > 0 {
            blocks.append(.text(Words.say(.mailWeekWaiting, ["count": .count(week.waiting)])))
        }
        add(
            .mailWeekGoing,
            week.nearlyDone.map { going in
                let percent = Words.say(.percentDone, ["percent": .count(going.standing.percent.whole)])
                return item(going.badge.content.name, "/badges/\(going.badge.slug)", percent)
            }
        )
        add(
            .mailWeekSoon,
            week.endsSoon.map { held in
                let date = held.award.expires.map { Words.current.date($0) }
                return item(held.content.name, "/badges/\(held.slug)", date)
            }
        )
        return LetterText(
            subject: Words.say(.mailWeekSubject, ["organisation": .text(site.organisation)]),
            blocks: blocks,
            button: Link(title: Words[.mailManyButton], address: site.absolute("/"))
        )
    }
}

/// Begins the letters about the week.
struct WeekEnd: JobHandler {
    let kind = "week"
    let preferences: any PreferenceStore
    let now: @Sendable () -> Date

    func run(_ job: Job, report: @Sendable (Job.Progress) async throws -> Void) async throws {
        try await preferences.announceWeek(at: now())
    }
}
