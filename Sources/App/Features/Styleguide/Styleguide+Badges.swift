import Core
import Foundation

/// Badges, and whether they are genuine.
extension Styleguide {
    static func badges(_ now: Date) -> [Specimen] {
        let tile = BadgeTile(name: "Cloud expert", href: "#main", picture: picture("cloud-expert"), date: now)
        let ended = BadgeTile(
            name: "مهندس السحابة 🏅",
            href: "#main",
            picture: picture("cloud"),
            note: "12 colleagues have it",
            pill: Pill("Ran out", tone: .warn, icon: .clock)
        )
        return [
            Specimen(BadgeTile.self, ["With a date": tile, "With a note and a mark": ended]),
            Specimen(
                BadgeDrawing.self,
                ["": BadgeDrawing(picture: .artwork(.proposed(for: "Cloud expert")), slug: "cloud", side: 120)]
            ),
            Specimen(Sparkline.self, ["": Sparkline(values: [0, 2, 3, 1, 8, 5, 7, 12])]),
            Specimen(BadgeGrid.self, ["": BadgeGrid(tiles: [tile, ended, tile])]),
            Specimen(
                ClaimCard.self,
                [
                    "": ClaimCard(
                        id: "sample-claim",
                        name: "Cloud expert",
                        picture: picture("cloud-expert"),
                        text: "You earned it on 23 November 2026.",
                        action: "#main",
                        about: TextLink("What it says about you", href: "#main")
                    )
                ]
            ),
            Specimen(
                ProgressCard.self,
                [
                    "": ProgressCard(
                        name: "Cloud expert",
                        href: "#main",
                        picture: picture("cloud-expert"),
                        percent: 71,
                        left: "2 of 7 steps left",
                        next: TextLink("Kubernetes 🐍", href: "#main")
                    )
                ]
            ),
            Specimen(
                CouldEarnCard.self,
                [
                    "": CouldEarnCard(
                        name: "Cloud expert",
                        href: "#main",
                        picture: picture("cloud-expert"),
                        text: "Keeps clouds in the sky, and says why.",
                        note: "412 colleagues have it"
                    )
                ]
            ),
            Specimen(
                ForeignBadges.self,
                [
                    "Without their pictures": ForeignBadges(
                        badges: ImportedBadge.Trust.allCases.map { foreign($0, now) },
                        now: now
                    )
                ]
            ),
            Specimen(DateText.self, ["A day": DateText(now), "A moment": DateText(now, hasTime: true)]),
            Specimen(
                RelativeAge.self,
                [
                    "Young": RelativeAge(now - 300, now: now), "Of today": RelativeAge(now - 7_200, now: now),
                    "Older": RelativeAge(now - 900_000, now: now),
                ]
            ),
        ]
    }

    private static func foreign(_ trust: ImportedBadge.Trust, _ now: Date) -> ImportedBadge {
        ImportedBadge(
            id: ID(trust.rawValue),
            person: ID("3fa85f64-5717-4562-b3fc-2c963f66afa6"),
            trust: trust,
            key: "https://elsewhere.example/\(trust.rawValue)",
            title: "Elsewhere 🏅",
            issuer: "Another issuer",
            link: URL(string: "https://elsewhere.example/"),
            addedAt: now
        )
    }

    static func verification(_ now: Date) -> [Specimen] {
        let credential = Credential(
            name: "Cloud expert",
            person: "Priya Raman",
            verb: "earned",
            text: "Keeps clouds in the sky, and says why.",
            picture: picture("cloud-expert"),
            pictureText: "",
            facts: FactsList([.init("Issued by", text: "Acme 🏅")])
        )
        func band(_ kind: VerdictBand.Kind, _ sentence: String) -> VerdictBand {
            VerdictBand(kind: kind, sentence: sentence, detail: "Checked just now.", credential: credential)
        }
        let rows = [
            CheckRow(
                result: .passed,
                title: "Acme issued it",
                sentence: "It is from the issuer's own portal.",
                detail: "Award 1"
            ),
            CheckRow(result: .limited, title: "It has run out", sentence: "It was good until yesterday."),
            CheckRow(result: .failed, title: "It was taken back", sentence: "A mistake."),
            CheckRow(result: .open, title: "Is this the right person?", sentence: "Names are not unique."),
        ]
        let looking = BadgeReport(verdict: .unchecked, sentence: "", checkedAt: now)
        let nothing = BadgeReport(
            verdict: .unreadable,
            sentence: "This picture carries no badge.",
            checkedAt: now
        )
        return [
            Specimen(
                VerdictBand.self,
                [
                    "Good": band(.good, "This badge is genuine and valid"),
                    "Limited": band(.limited, "Genuine, but it ran out"),
                    "Bad": band(.bad, "Not valid: taken back"), "Unknown": band(.unknown, "We could not check it"),
                ]
            ),
            Specimen(
                ReportBand.self,
                [
                    "Looking": ReportBand(report: PageReport(looking, isDone: false), picture: "", isDone: false),
                    "Nothing found": ReportBand(
                        report: PageReport(nothing, isDone: true),
                        picture: "",
                        isDone: true
                    ),
                ]
            ),
            Specimen(
                CheckRow.self,
                ["Passed": rows[0], "Limited": rows[1], "Failed": rows[2], "Open": rows[3]]
            ),
            Specimen(CheckRows.self, ["": CheckRows(rows)]),
            Specimen(Credential.self, ["": credential]),
            Specimen(
                ComparisonForm.self,
                ["After it was used": ComparisonForm(action: "#main", comparison: .matches)]
            ),
        ]
    }

    static var sharing: [Specimen] {
        [
            Specimen(
                ShareLinks.self,
                [
                    "": ShareLinks(
                        links: [
                            .init(title: "Teams", href: "#main", icon: .people),
                            .init(title: "Email", href: "#main", icon: .mail),
                        ],
                        system: .init(
                            title: "More ways",
                            address: "https://badges.acme.example",
                            subject: "Cloud expert"
                        )
                    )
                ]
            ),
            Specimen(
                SharedPreview.self,
                [
                    "": SharedPreview(
                        picture: picture("cloud-expert"),
                        title: "Priya earned Cloud expert",
                        site: "badges.acme.example"
                    )
                ]
            ),
            Specimen(
                CodeToScan.self,
                ["": CodeToScan(address: "https://badges.acme.example/awards/1", label: "The address of the badge")]
            ),
            Specimen(
                CopyField.self,
                ["": CopyField(id: "sample-copy", label: "Link", value: "https://badges.acme.example/awards/1")]
            ),
        ]
    }
}
