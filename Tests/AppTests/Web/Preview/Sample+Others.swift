import Core
import Foundation

@testable import App

extension Sample {
    static var signIn: HTML {
        let people = [
            PersonCard(
                name: "Priya Raman",
                text: "Employee. Has 8 badges and one to claim",
                action: "/demo",
                value: "priya"
            ),
            PersonCard(name: "Tomas Novák", text: "Designs badges for 40 people", action: "/demo", value: "tomas"),
            PersonCard(name: "相川 愛子", text: "Administrator", action: "/demo", value: "aiko"),
        ]
        return page(
            "Sign in",
            isSignedIn: false,
            """
            <div class="sign-in"><header>\(Icon(.laurel))<h1>Sign in</h1><p class="soft">Then you go on to Cloud Security \
            Practitioner.</p></header><div class="providers">\
            \(ProviderButton(title: "Continue with Entra ID", href: "/login/entra", icon: .building, isMain: true))\
            \(ProviderButton(title: "Continue with a code by email", href: "/login/email", icon: .mail))</div>\
            <p class="or">or look around as</p><ul class="people">\(people)</ul></div>
            """
        )
    }

    static var admin: HTML {
        let broken: HTML = """
            Progress is 3 hours old for everyone. Claims still work for what we know already. \
            <a href="/styleguide.html">Enter a new key</a>
            """
        return page(
            "Administration",
            current: "admin",
            """
            \(PageHeading("Administration", lead: "One integration needs you."))
            \(Notice(tone: .bad, title: "Pathgather has refused our key since 18:02 UTC.", content: broken))
            \(PageSection(id: "plugins", title: "Integrations", aside: TextLink("Switch on or off", href: "/admin.html").html, content: "<div class=\"card\">\(integrations)</div>"))
            \(PageSection(id: "year", title: "Last 12 months", aside: TextLink("Download CSV", href: "/admin.html").html, content: "\(figures)<div class=\"card\">\(chart)</div>"))
            \(PageSection(id: "lists", title: "Award from a list", aside: nil, content: "<div class=\"grid\">\(trial)\(job)</div>"))
            """
        )
    }

    private static var integrations: Table {
        func row(
            _ name: String,
            _ what: String,
            _ pill: Pill,
            _ hours: [HealthStrip.Hour],
            _ last: HTML,
            _ button: String
        ) -> [HTML] {
            [
                TwoLines(title: name, below: what).html, pill.html,
                HealthStrip(label: "\(name), last 24 hours: \(pill.text)", hours: hours).html, last,
                ButtonLink(button, href: "/admin.html", label: "\(button): \(name)").html,
            ]
        }
        let well = Array(repeating: HealthStrip.Hour.well, count: 24)
        let failing = Array(well.dropLast(3)) + [.failing, .failing, .failing]
        let slow = Array(well.dropLast(5)) + [.slow, .slow, .well, .slow, .slow]
        return Table(
            caption: "Integrations and how they are",
            columns: [
                Table.Column("Integration"), Table.Column("State"), Table.Column("Last 24 hours"),
                Table.Column("Last answer"),
                Table.Column("Action", isAtEnd: true, hidesTitle: true),
            ],
            rows: [
                row(
                    "Entra ID",
                    "Sign-in, OpenID Connect",
                    Pill("Working", tone: .ok, icon: .check),
                    well,
                    "12 seconds ago, 84 ms",
                    "Settings"
                ),
                row(
                    "Pathgather",
                    "Learning paths and progress",
                    Pill("Refused", tone: .bad, icon: .cross),
                    failing,
                    "401 since 18:02 UTC, 41 tries",
                    "Fix"
                ),
                row("SMTP", "Email", Pill("Slow", tone: .warn, icon: .clock), slow, "1 minute ago, 38 waiting", "Look"),
                row(
                    "Credly import",
                    "Badges from elsewhere",
                    Pill("Off", icon: .plug),
                    Array(repeating: .unused, count: 24),
                    "Never used",
                    "Switch on"
                ),
            ]
        )
    }

    private static var figures: HTML {
        let figures = [
            KeyFigure(number: "16,355", text: "badges issued", change: "up 22%"),
            KeyFigure(number: "71%", text: "claimed within a week"),
            KeyFigure(number: "33%", text: "shared at least once"),
            KeyFigure(number: "48,902", text: "times checked by a stranger"),
        ]
        return "<ul class=\"figures\">\(figures)</ul>"
    }

    private static var chart: BarChart {
        let months = ["Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov"]
        let issued = [640, 910, 1_120, 1_480, 1_210, 1_390, 1_720, 980, 760, 1_890, 2_240, 2_015]
        return BarChart(
            id: "months",
            title: "Issued and shared, month by month",
            sentence: "16,355 badges issued; most in October.",
            series: ["Issued", "Shared"],
            steps: zip(months, issued).map { BarChart.Step(name: $0, values: [$1, $1 / 3]) },
            stepName: "Month"
        )
    }

    private static var trial: HTML {
        let content: HTML = """
            \(Checklist([
                Checklist.Item(.ok, "<b>1,982</b> people will get the badge"),
                Checklist.Item(.neutral, "<b>14</b> have it already and are left alone"),
                Checklist.Item(.bad, "<b>2</b> rows cannot be used: row 118 has no email address. <a href=\"/admin.html\">See rows</a>"),
            ]))<form class="row" method="post" action="/award">\(Button("Award 1,985 badges", kind: .main))\
            \(ButtonLink("Cancel", href: "/admin.html"))</form>
            """
        return Card(
            id: "trial",
            title: "Trial run",
            hint: "inclusive-leaders.csv. Nothing has been issued yet.",
            content: content
        ).html
    }

    private static var job: HTML {
        let content: HTML = """
            \(ProgressBar(label: "Awarding", value: 11_240, total: 18_400))<p class="small soft">You can close this page. We \
            email you when it is done.</p><form method="post" action="/stop">\(Button("Stop after this one", kind: .danger))</form>
            """
        return Card(
            id: "job",
            title: "11,240 of 18,400",
            hint: "privacy-aware-2026.csv, about 2 minutes left",
            content: content
        ).html
    }

    static var styleguide: HTML {
        let icons = Icon.Name.allCases.map { name -> HTML in
            "<li class=\"pill pill-neutral\">\(Icon(name))\(name.rawValue)</li>"
        }
        let artworks = badges.map { slug, artwork in HTML(trusted: artwork.svg(for: slug)) }.map { svg -> HTML in
            "<li class=\"tile\" aria-hidden=\"true\">\(svg)</li>"
        }
        let notices = [Tone.ok, .warn, .bad, .neutral].map {
            Notice(tone: $0, title: "It is yours.", content: "The page is live.")
        }
        let buttons: HTML = """
            <form class="row" action="/styleguide.html">\(Button("Main", kind: .main))\(Button("Plain"))\(Button("Quiet", kind: .quiet))\
            \(Button("Take back", kind: .danger, icon: .undo))\(ButtonLink("Large", href: "/home.html", kind: .main, icon: .arrow, isLarge: true))</form>
            """
        let empty = EmptyState(
            title: "No badge matches \u{201C}quilting\u{201D}",
            text: "Try another word, or look at all of them.",
            icon: .search,
            action: ButtonLink("Show all 64 badges", href: "/badges.html", kind: .main).html,
            level: 3
        )
        let problem = Problem(
            title: "There is no badge here",
            text: "The address may be mistyped, or the holder has closed the page.",
            action: ButtonLink("Check a badge", href: "/verify.html", kind: .main).html,
            reference: "7F3A-0042"
        )
        return page(
            "Style guide",
            """
            \(problem)
            \(PageSection(id: "buttons", title: "Buttons", aside: nil, content: buttons))
            \(PageSection(id: "notices", title: "Notices", aside: nil, content: "<div class=\"stack\">\(notices)</div>"))
            \(PageSection(id: "pictures", title: "Badges", aside: nil, content: "<ul class=\"tiles\">\(artworks)</ul>"))
            \(PageSection(id: "icons", title: "Icons", aside: nil, content: "<ul class=\"tags\">\(icons)</ul>"))
            \(PageSection(id: "empty", title: "Nothing to show", aside: nil, content: empty.html))
            """
        )
    }
}
