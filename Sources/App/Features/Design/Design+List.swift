import Core

extension Design {
    /// A page of them draws all pictures itself; more would be more than a page may weigh.
    static let pageSize = 20

    /// - Parameter number: from 1.
    func list(page number: Int) async throws -> Page {
        var all: [BadgeClass] = []
        for status in [BadgeStatus.draft, .published, .withdrawn] { all += try await badges.badges(status) }
        let count = max(1, (all.count + Self.pageSize - 1) / Self.pageSize)
        let current = min(max(1, number), count)
        let shown = Array(all.dropFirst((current - 1) * Self.pageSize).prefix(Self.pageSize))
        let tallies = try await awards.tallies(of: shown.map(\.id), at: site.now())
        let pages = Pagination(label: Words[.pagesOfDesigns], current: current, count: count) { "/design?page=\($0)" }
        return Page(
            title: Words[.yourDesigns],
            section: .design,
            body: all.isEmpty ? Self.nothing : "\(Self.list(shown, tallies))\(pages)",
            pictureOrigins: Set(shown.compactMap(\.content.picture.foreignOrigin))
        )
    }

    private static var new: ButtonLink {
        ButtonLink(Words[.newBadge], href: "/design/\(newBadge)", kind: .main, icon: .plus)
    }

    /// A sample to copy, so that nobody begins with a blank sheet.
    private static var nothing: HTML {
        """
        \(PageHeading(Words[.yourDesigns], lead: "\(Words[.noDesignsText])", actions: new.html))
        <section class="card row sample" aria-labelledby="sample">\(BadgeDrawing(picture: .artwork(BadgeForm.sampleArtwork), slug: "sample", side: 120))\
        <div class="text"><p class="above">\(Words[.sampleLead])</p><h2 id="sample">\(Words[.sampleName])</h2>\
        <p>\(Words[.sampleSays])</p>\(ButtonLink(Words[.copyDesign], href: "/design/\(newBadge)?sample=1", icon: .copy))\
        </div></section>
        """
    }

    private static func list(_ badges: [BadgeClass], _ tallies: [BadgeClass.ID: AwardTally]) -> HTML {
        let actions: HTML = """
            \(new)\(ButtonLink(Words[.awardOne], href: "/award", icon: .medal))\
            \(ButtonLink(Words[.awardFromList], href: "/award/list", icon: .file))
            """
        return """
            \(PageHeading(Words[.yourDesigns], lead: "\(Words[.designsLead])", actions: actions))
            <div class="card">\(table(badges, tallies))</div>
            """
    }

    private static func table(_ badges: [BadgeClass], _ tallies: [BadgeClass.ID: AwardTally]) -> Table {
        Table(
            caption: Words[.yourDesigns],
            columns: [
                Table.Column(Words[.badgeWord]), Table.Column(Words[.listState]),
                Table.Column(Words[.holders], isAtEnd: true), Table.Column(Words[.waitingToClaim], isAtEnd: true),
                Table.Column(Words[.trendWord], isAtEnd: true),
            ],
            rows: badges.map { row($0, tallies[$0.id] ?? AwardTally()) }
        )
    }

    private static func row(_ badge: BadgeClass, _ tally: AwardTally) -> [HTML] {
        let picture = BadgeDrawing(picture: badge.content.picture, slug: badge.slug.description, side: 44)
        let name = TwoLines(title: badge.content.name, below: badge.slug.description, href: "/design/\(badge.slug)")
        let holders = TextLink(
            Words.current.number(badge.holders),
            href: "/design/\(badge.slug)/holders",
            label: "\(Words[.seeHolders]): \(badge.content.name)"
        )
        return [
            "<span class=\"row\">\(picture)\(name)</span>", pill(badge.status).html, holders.html,
            "\(Words.current.number(tally.waiting))", Sparkline(values: tally.months).html,
        ]
    }

    static func pill(_ status: BadgeStatus) -> Pill {
        switch status {
        case .draft: Pill(Words[.stateDraft], icon: .pen)
        case .published: Pill(Words[.stateLive], tone: .ok, icon: .check)
        case .withdrawn: Pill(Words[.stateWithdrawn], tone: .warn, icon: .stop)
        }
    }
}
