import Core

/// Letters to those who run the portal.
extension LetterText {
    static func listGiven(_ list: AwardList, badge: String, _ site: Site) -> LetterText {
        var blocks = [
            Block.text(Words.say(.mailListText, ["count": .count(list.counts.given), "badge": .text(badge)]))
        ]
        if list.counts.unusable > 0 {
            blocks.append(.text(Words.say(.mailListRest, ["count": .count(list.counts.unusable)])))
        }
        let name = list.name.isEmpty ? badge : list.name
        return LetterText(
            subject: Words.say(.mailListSubject, ["list": .text(name)]),
            blocks: blocks,
            button: Link(title: Words[.mailListButton], address: site.absolute("/award/list/\(list.id)"))
        )
    }

    static func jobFailed(_ job: Job, _ site: Site) -> LetterText {
        let values: KeyValuePairs<String, Words.Value> = [
            "job": .text(job.kind), "reason": .text(job.problem ?? ""),
        ]
        return LetterText(
            subject: Words.say(.mailJobSubject, values),
            blocks: [.text(Words.say(.mailJobText, values))],
            button: Link(title: Words[.mailJobButton], address: site.absolute("/admin/jobs"))
        )
    }

    static func source(_ name: String, _ health: SourceHealth, _ site: Site) -> LetterText {
        let fails = health.status.isFailing
        let values: KeyValuePairs<String, Words.Value> = ["system": .text(name), "reason": .text(health.message)]
        return LetterText(
            subject: Words.say(fails ? .mailFailingSubject : .mailWellSubject, values),
            blocks: [.text(Words.say(fails ? .mailFailingText : .mailWellText, values))],
            button: Link(title: Words[.mailSystemButton], address: site.absolute("/admin"))
        )
    }

    static func test(_ site: Site) -> LetterText {
        let values: KeyValuePairs<String, Words.Value> = ["organisation": .text(site.organisation)]
        return LetterText(
            subject: Words.say(.mailTestSubject, values),
            blocks: [.text(Words.say(.mailTestText, values))],
            button: Link(title: Words[.mailTestButton], address: site.absolute("/admin/mail"))
        )
    }
}
