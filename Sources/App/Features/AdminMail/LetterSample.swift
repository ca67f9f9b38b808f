import Core
import Foundation

/// Every letter there is, about badges that nobody has.
enum LetterSample: String, CaseIterable {
    case ready, given, many, runsOut, takenBack, elsewhere, week, list, job, failing, well, code, left, test

    var name: Phrase {
        switch self {
        case .ready: .readyToClaim
        case .given: .mailNameGiven
        case .many: .mailNameMany
        case .runsOut: .mailNameRunsOut
        case .takenBack: .mailNameBack
        case .elsewhere: .mailNameElsewhere
        case .week: .mailNameWeek
        case .list: .mailNameList
        case .job: .mailNameJob
        case .failing: .mailNameFailing
        case .well: .mailNameWell
        case .code: .mailNameCode
        case .left: .mailNameLeft
        case .test: .mailNameTest
        }
    }

    /// In the current words.
    func letter(to person: Person, _ site: Site) throws -> Letter {
        let address = person.emails.first ?? EmailAddress(stored: "somebody@example.org")
        if self == .code { return AddressCodeMail.letter("12345678", to: address, person, key: rawValue, site) }
        let kind: MailKind = [.list, .job, .failing, .well, .test].contains(self) ? .work : .given
        let addressee = Addressee(person: person, address: address, token: "example", kind: kind)
        return try text(person, site).letter(to: addressee, key: rawValue, site: site)
    }

    private func text(_ person: Person, _ site: Site) throws -> LetterText {
        let (first, second) = try (held("Data storytelling", person, site), held("Python basics 🐍", person, site))
        switch self {
        case .ready: return .given([first], site)
        case .given: return .given([first.changed { $0.claimedAt = site.now() }], site)
        case .many: return .given([first, second], site)
        case .runsOut: return .runsOut(first, site)
        case .takenBack:
            let revocation = Revocation(at: site.now(), reason: "It was given to the wrong person.")
            return .takenBack(first.changed { $0.revocation = revocation }, site)
        case .elsewhere: return .noLongerElsewhere(imported(person, site), site)
        case .week: return .week(Week([first, second], [], at: site.now()), site)
        case .list: return .listGiven(try list(person, site), badge: "Data storytelling", site)
        case .job:
            let job = Job(
                id: "example",
                kind: "imports.check",
                payload: "{}",
                state: .dead,
                attempts: JobRetry.attemptLimit,
                due: site.now(),
                progress: nil,
                problem: "It failed for a reason that is in the log.",
                createdAt: site.now(),
                finishedAt: site.now()
            )
            return .jobFailed(job, site)
        case .failing: return .source("Pathgather", SourceHealth(.down, "It did not answer in 30 seconds."), site)
        case .well: return .source("Pathgather", SourceHealth(.healthy, "Answers."), site)
        case .left: return .left([first, second], hasFile: true, site)
        case .code, .test: return .test(site)
        }
    }

    private func held(_ name: String, _ person: Person, _ site: Site) throws -> HeldAward {
        HeldAward(
            award: Award(
                id: "00000000-0000-4000-8000-000000000000",
                badge: "example",
                badgeVersion: 1,
                person: person.id,
                issuedOn: site.now(),
                expires: site.now() + 7 * 24 * 3600
            ),
            slug: try Slug("example"),
            content: BadgeContent(
                name: name,
                description: "",
                criteria: "",
                picture: .artwork(.proposed(for: name)),
                pictureDescription: name
            ),
            issuer: Issuer(id: "example", name: site.organisation),
            personName: person.name
        )
    }

    private func imported(_ person: Person, _ site: Site) -> ImportedBadge {
        ImportedBadge(
            id: "example",
            person: person.id,
            trust: .revoked,
            key: "https://issuer.example/1",
            title: "Cloud practitioner",
            issuer: "Elsewhere",
            reason: "Elsewhere took it back.",
            addedAt: site.now()
        )
    }

    private func list(_ person: Person, _ site: Site) throws -> AwardList {
        var list = AwardList(
            id: "example",
            badge: "example",
            slug: try Slug("example"),
            createdBy: person.id,
            name: "Course of May",
            createdAt: site.now(),
            state: .given
        )
        list.counts.given = 1_985
        list.counts.problems = [.unknown: 15]
        return list
    }
}

extension HeldAward {
    fileprivate func changed(_ change: (inout Award) -> Void) -> HeldAward {
        var held = self
        change(&held.award)
        return held
    }
}
