import Core
import Foundation

extension BadgePage {
    func page(_ contents: Contents) -> Page {
        Page(
            title: contents.badge.content.name,
            section: .badges,
            body: view(contents),
            caching: .shared,
            pictureOrigins: Set([contents.badge.content.picture.foreignOrigin].compactMap(\.self))
        )
    }

    func view(_ contents: Contents) -> HTML {
        let content = contents.badge.content
        let steps = contents.badge.content.rule.map {
            Card(id: "steps", title: Words[.howToEarn], content: way($0, contents))
        }
        let criteria: Card? =
            content.criteria.isEmpty
            ? nil
            : Card(
                id: "criteria",
                title: Words[.whatItTakes],
                content: "<div class=\"text\" dir=\"auto\">\(Markdown.html(content.criteria))</div>"
            )
        let skills: Card? =
            content.tags.isEmpty
            ? nil : Card(id: "skills", title: Words[.skills], content: TagList(tags: content.tags).html)
        return """
            \(status(contents))\(hero(contents))
            <div class="split"><div class="stack">\(steps)\(criteria)\(skills)\(Self.matches(content.alignments))</div>\
            <div class="stack">\(Card(id: "facts", title: Words[.inShort], content: facts(contents)))</div></div>
            """
    }

    /// The standards and skills of others that the badge points to.
    private static func matches(_ alignments: [Alignment]) -> Card? {
        guard !alignments.isEmpty else { return nil }
        let rows = alignments.map { alignment in
            LinkList.Row(
                title: alignment.name,
                href: alignment.url.absoluteString,
                icon: .link,
                note: [alignment.framework, alignment.code].compactMap(\.self).joined(separator: ", ")
            )
        }
        return Card(id: "matches", title: Words[.whatItMatches], content: LinkList(rows).html)
    }

    private func status(_ contents: Contents) -> HTML? {
        switch contents.badge.status {
        case .published: nil
        case .draft:
            Notice(tone: .neutral, title: Words[.isDraft], content: "\(Words[.isDraftText])").html
        case .withdrawn:
            Notice(
                tone: .warn,
                title: contents.badge.withdrawnAt.map { Words.say(.noLongerAwardedSince, ["date": .date($0)]) }
                    ?? Words[.noLongerAwarded],
                content: "\(Words[.holdersKeep])"
            ).html
        }
    }

    private func hero(_ contents: Contents) -> HTML {
        let badge = contents.badge
        return """
            <div class="hero"><img src="\(url: badge.content.picture.address(for: badge.slug))" \
            alt="\(badge.content.pictureDescription)" width="208" height="208"><div>\(standing(contents))\
            <h1 dir="auto">\(badge.content.name)</h1><p class="lead" dir="auto">\(badge.content.description)</p>\
            <div class="row">\(actions(contents))</div></div></div>
            """
    }

    private func standing(_ contents: Contents) -> HTML? {
        guard let held = contents.held else { return nil }
        guard held.revokedAt == nil else {
            return "<p class=\"above\">\(Pill(Words[.stateTakenBack], tone: .bad, icon: .cross))</p>"
        }
        guard held.counts(at: contents.now) else { return nil }
        return "<p class=\"above\">\(Pill(Words[.yours], tone: .ok, icon: .check))</p>"
    }

    private func actions(_ contents: Contents) -> HTML {
        let edit: HTML? =
            contents.isDesigner
            ? ButtonLink(Words[.edit], href: "/design/\(contents.badge.slug)", icon: .pen).html : nil
        if let held = contents.held {
            guard held.revokedAt == nil else {
                return "\(ButtonLink(Words[.seeWhy], href: "/me/awards/\(held.award)", isLarge: true))\(edit)"
            }
            return
                "\(ButtonLink(Words[.showYourBadge], href: "/awards/\(held.award)", kind: .main, isLarge: true))\(edit)"
        }
        guard let next = contents.standing?.steps.first(where: { $0.metAt == nil }),
            let activity = contents.activities[next.requirement.activity], let link = activity.link
        else { return "\(edit)" }
        let phrase: Phrase = contents.standing?.hasBegun == true ? .continueTitle : .startTitle
        let title = Words.say(phrase, ["title": .text(activity.title)])
        return
            "\(ButtonLink(title, href: link.absoluteString, kind: .main, isLarge: true))\(edit)"
    }

    private func way(_ rule: Rule, _ contents: Contents) -> HTML {
        let need: HTML? =
            switch rule.mode {
            case .all where rule.requirements.count == 1: nil
            case .all: "<p>\(Words[.finishAll])</p>"
            case .any: "<p>\(Words[.finishAny])</p>"
            case .atLeast(let number):
                "<p>\(Words.say(.finishSome, ["needed": .count(number), "total": .count(rule.requirements.count)]))</p>"
            }
        let steps = rule.requirements.enumerated().map { index, requirement in
            step(requirement, contents.standing?.steps[index], contents)
        }
        return "\(need)\(progress(contents))\(StepList(steps))"
    }

    private func progress(_ contents: Contents) -> HTML? {
        guard let standing = contents.standing, standing.hasBegun else { return nil }
        let age: HTML? = standing.asOf.map { Words.html(.asOf, ["age": RelativeAge($0, now: contents.now).html]) }
        return """
            <p class="small soft">\(Words.say(.percentDone, ["percent": .count(standing.percent.whole)]))\(age)</p>\
            \(ProgressBar(label: Words[.yourProgress], value: standing.percent.whole, total: 100))
            """
    }

    private func step(_ requirement: Requirement, _ step: Standing.Step?, _ contents: Contents) -> StepList.Step {
        let activity = contents.activities[requirement.activity]
        let isNext = contents.standing?.steps.first { $0.metAt == nil }?.requirement == requirement
        return StepList.Step(
            title: activity?.title ?? requirement.activity.id.rawValue,
            href: activity?.link?.absoluteString,
            note: note(requirement, step),
            state: step?.metAt != nil ? .done : isNext ? .next : .open
        )
    }

    private func note(_ requirement: Requirement, _ step: Standing.Step?) -> HTML {
        let source = sourceNames[requirement.activity.source] ?? requirement.activity.source.rawValue
        let goal: HTML? = requirement.threshold.map { "\(Words.say(.isEnough, ["percent": .count($0.whole)]))" }
        if let metAt = step?.metAt { return Words.html(.doneOn, ["date": DateText(metAt).html]) }
        if let percent = step?.progress?.percent, percent > .zero {
            return
                "\(Words.html(.percentDoneIn, ["percent": "\(percent.whole)", "source": "<span dir=\"auto\">\(source)</span>"]))\(goal)"
        }
        return "<span dir=\"auto\">\(source)</span>\(goal)"
    }

    private func facts(_ contents: Contents) -> HTML {
        let validity: HTML =
            contents.badge.content.validity.months.map {
                "\(Words.say(.fromTheAward, ["time": .text(ValidityText.words($0))]))"
            }
            ?? "\(Words[.doesNotRunOutFact])"
        return FactsList([
            FactsList.Fact(Words[.awardedBy], TextLink(contents.badge.issuer.name, href: "/issuer").html),
            FactsList.Fact(Words[.goodFor], validity),
            FactsList.Fact(Words[.holders], text: Holders.text(contents.badge.holders)),
        ]).html
    }
}
