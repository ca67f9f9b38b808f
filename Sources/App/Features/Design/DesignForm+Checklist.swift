import Core

extension DesignForm {
    /// From so many letters on, a description says something.
    private static let leastDescription = 20

    /// The parts of the page that follow the form while somebody fills it in; each is found again by its id.
    var live: HTML {
        "<!doctype html><title>\(title)</title>\(checklist)\(readyLine)\(drawnPicture)"
    }

    var checklist: HTML {
        "<div id=\"live-checks\" data-live>\(Checklist([name, slug, description] + picture + earning))</div>"
    }

    /// How many people can claim the badge at once; read out when it changes.
    var readyLine: HTML {
        """
        <p id="live-ready" class="ready" aria-live="polite" data-live>\
        \(facts.ready.map { "\(Icon($0.count > 0 ? .check : .info))<span>\(ReadyText.words($0))</span>" as HTML })</p>
        """
    }

    /// What the drawn picture shows; whoever has written other words keeps them.
    var drawnPicture: HTML {
        """
        <input type="hidden" id="live-drawn" name="drawn_description" value="\(facts.drawnPicture)" data-live \
        data-fills="\(FieldFrame.id(for: "picture_description"))">
        """
    }

    private var name: Checklist.Item {
        form.name.isEmpty ? missing("name", Words[.readyNameNot]) : fine(Words[.readyName])
    }

    private var slug: Checklist.Item {
        guard let slug = try? Slug(form.slug) else {
            return missing("slug", Words[form.slug.isEmpty ? .readySlugNot : .readySlugWrong])
        }
        if facts.isSlugTaken { return missing("slug", Words.say(.slugTaken, ["slug": .text(slug.description)])) }
        return fine(Words[.readySlug])
    }

    private var description: Checklist.Item {
        let count = form.description.count
        let limit = BadgeContent.descriptionLimit
        let length = Words.say(.readySaysLength, ["count": .count(count), "limit": .count(limit)])
        if count == 0 { return missing("description", Words[.readySaysNot]) }
        if count > limit { return missing("description", length) }
        if count < Self.leastDescription { return advice("description", Words[.readySaysShort]) }
        return fine(length)
    }

    private var picture: [Checklist.Item] {
        guard let legibility = facts.legibility else {
            return [advice("picture_url", Words[.readyPictureElsewhere])]
        }
        if legibility.isClearOnLight && legibility.isClearOnDark { return [fine(Words[.readyPicture])] }
        var items: [Checklist.Item] = []
        if !legibility.isClearOnLight { items.append(advice("picture_file", Words[.readyPictureLight])) }
        if !legibility.isClearOnDark { items.append(advice("picture_file", Words[.readyPictureDark])) }
        return items
    }

    private var earning: [Checklist.Item] {
        guard form.requirements.contains(where: { !$0.activity.isEmpty }) else {
            return [Checklist.Item(.neutral, link("activities", Words[.readyByHand]))]
        }
        if facts.hasLostActivities { return [missing("activities", Words[.noSuchActivity])] }
        let silent = facts.silentSources.map { advice("activities", Words.say(.readySilent, ["system": .text($0)])) }
        return silent.isEmpty ? [fine(Words[.readyEarn])] : silent
    }

    private func fine(_ text: String) -> Checklist.Item { Checklist.Item(.ok, "\(text)") }
    private func missing(_ field: String, _ text: String) -> Checklist.Item { Checklist.Item(.bad, link(field, text)) }
    private func advice(_ field: String, _ text: String) -> Checklist.Item { Checklist.Item(.warn, link(field, text)) }

    /// A link to the field that lacks something.
    private func link(_ field: String, _ text: String) -> HTML {
        "<a href=\"#\(FieldFrame.id(for: field))\">\(text)</a>"
    }
}

/// How many people can claim a badge at once, in a sentence or two.
enum ReadyText {
    static func words(_ ready: ReadyPeople) -> String {
        guard ready.count > 0 else { return Words[.readyNobody] }
        if ready.members == 0 { return Words.say(.readyOnlyExpected, ["count": .count(ready.expected)]) }
        let members = Words.say(
            ready.isAtLeast ? .readyManyPeople : .readyPeople,
            ["count": .count(ready.members)]
        )
        guard ready.expected > 0 else { return members }
        return "\(members) \(Words.say(.readyExpected, ["count": .count(ready.expected)]))"
    }
}
