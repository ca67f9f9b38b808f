import Core
import Foundation

extension AdminOverview {
    static func section(_ all: [IntegrationStanding], now: Date) -> HTML {
        let link = TextLink(Words[.switchIntegrations], href: "/admin/plugins")
        let content: HTML =
            if all.isEmpty {
                EmptyState(title: Words[.pluginsNone], text: Words[.noSystemsText], icon: .plug, level: 3).html
            } else {
                "<div class=\"card\">\(table(all, now))</div>"
            }
        return PageSection(id: "integrations", title: Words[.pluginsWord], aside: link.html, content: content).html
    }

    private static func table(_ all: [IntegrationStanding], _ now: Date) -> Table {
        Table(
            caption: Words[.pluginsWord],
            columns: [
                Table.Column(Words[.pluginWord]), Table.Column(Words[.listState]), Table.Column(Words[.lastDay]),
                Table.Column(Words[.pluginLastSuccess]),
                Table.Column(Words[.action], isAtEnd: true, hidesTitle: true),
            ],
            rows: all.map { row($0, now) }
        )
    }

    private static func row(_ standing: IntegrationStanding, _ now: Date) -> [HTML] {
        let isOff = standing.state == .off
        let (title, label): (Phrase, Phrase) =
            isOff
            ? (.pluginSwitchOn, .switchOnNamed)
            : standing.state.isBroken ? (.fixIt, .fixNamed) : (.lookAt, .lookNamed)
        return [
            """
            <span class="two-lines"><b dir="auto">\(standing.name)</b><span class="soft small">\(standing.purpose)</span></span>
            """,
            standing.pill.html,
            isOff ? "–" : standing.strip.html,
            lastAnswer(standing, now),
            ButtonLink(
                Words[title],
                href: standing.href,
                label: Words.say(label, ["integration": .text(standing.name)])
            ).html,
        ]
    }

    private static func lastAnswer(_ standing: IntegrationStanding, _ now: Date) -> HTML {
        guard let date = standing.lastAt else { return "\(Words[.neverWord])" }
        let took = standing.milliseconds.map { Words.say(.millisecondsShort, ["count": .count($0)]) }
        let tries: HTML? = standing.state.isBroken ? standing.tries.map { "<br>\($0)" } : nil
        return """
            <span class="small">\(RelativeAge(date, now: now))\(took.map { took -> HTML in " · \(took)" })\(tries)</span>
            """
    }
}
