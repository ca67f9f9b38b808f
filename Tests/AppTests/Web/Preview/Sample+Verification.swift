import Core
import Foundation

@testable import App

extension Sample {
    enum Verdict {
        case good
        case takenBack
        case ranOut
        case unknown
    }

    static func verification(_ verdict: Verdict) -> HTML {
        let sharing = SharingTags(
            title: "Priya Raman earned Cloud Security Practitioner",
            description: "Issued by Meridian Group on 23 November 2026.",
            address: "https://badges.example.org/awards/7f0c2b9e",
            picture: "https://badges.example.org/awards/7f0c2b9e/card.png",
            pictureText: "Cloud Security Practitioner, the badge of Priya Raman",
            site: "Laurel"
        )
        return page(
            "\(sentence(verdict)): Cloud Security Practitioner",
            isSignedIn: false,
            head: "<meta name=\"robots\" content=\"noindex\">\(sharing)",
            """
            \(band(verdict))
            <div class="split"><div class="stack">\(Card(id: "did", title: "What Priya did to earn it", content: did))\
            \(Card(id: "checked", title: "What we checked", content: checks(verdict)))\
            \(Card(id: "skills", title: "Skills", content: TagList(tags: skills).html))</div>\
            <div class="stack">\(Card(id: "who", title: "Is this the right Priya?", content: compare, isForScreensOnly: true))\
            \(Card(id: "own", title: "Check it yourself", hint: "You do not have to trust this page. The file carries its own signature.", content: files))\
            \(Card(id: "copy", title: "Link to this page", content: link, isForScreensOnly: true))</div></div>
            """
        )
    }

    private static func sentence(_ verdict: Verdict) -> String {
        switch verdict {
        case .good: "This badge is genuine and valid"
        case .takenBack: "Not valid: Meridian took this badge back on 20 November 2026"
        case .ranOut: "Genuine, but it ran out on 20 November 2026"
        case .unknown: "We could not check it just now"
        }
    }

    private static func band(_ verdict: Verdict) -> VerdictBand {
        let kind: VerdictBand.Kind =
            switch verdict {
            case .good: .good
            case .takenBack: .bad
            case .ranOut: .limited
            case .unknown: .unknown
            }
        let reason: HTML? = verdict == .takenBack ? "Reason given: awarded by mistake. " : nil
        return VerdictBand(
            kind: kind,
            sentence: sentence(verdict),
            detail: "\(reason)Checked just now, \(DateText(now, hasTime: true))",
            credential: Credential(
                name: "Cloud Security Practitioner",
                person: "Priya Raman",
                verb: verdict == .takenBack ? "no longer holds" : "earned",
                text:
                    "Plans, builds and reviews cloud systems that keep customer data safe, and responds when something goes wrong.",
                picture: "/img/cloud-security.svg",
                pictureText: "Badge picture: an indigo shield with a cloud, level 2",
                facts: FactsList([
                    FactsList.Fact("Issued by", "Meridian Group \(Pill("meridian.example", tone: .ok, icon: .seal))"),
                    FactsList.Fact("Issued on", DateText(day(0)).html),
                    FactsList.Fact("Valid until", DateText(day(-730)).html),
                    FactsList.Fact("Level", text: "2 of 3, practitioner"),
                ])
            )
        )
    }

    private static var did: HTML {
        let items = [
            "Finished the learning path Secure Cloud Basics: 7 courses, about 14 hours",
            "Passed a 90 minute practical exam with 86 of 100 points",
            "Had one design reviewed by a senior security engineer",
        ].map { Checklist.Item(.ok, "<span dir=\"auto\">\($0)</span>") }
        return """
            \(Checklist(items))<p class="small soft">Evidence: \
            \(TextLink("Design review, threat model for a payments service", href: "/badge.html"))</p>
            """
    }

    private static func checks(_ verdict: Verdict) -> HTML {
        let back = verdict == .takenBack
        let out = verdict == .ranOut
        return CheckRows([
            CheckRow(
                result: .passed,
                title: "Meridian Group issued it",
                sentence: "The badge names an issuer at meridian.example, and that address vouches for it.",
                detail: "Issuer <code>did:web:badges.meridian.example</code>, key <code>#k2026a</code>."
            ),
            CheckRow(
                result: verdict == .unknown ? .open : .passed,
                title: "Nobody changed it",
                sentence: "The digital signature fits every word on this page.",
                detail: "Ed25519, eddsa-rdfc-2022."
            ),
            CheckRow(
                result: back ? .failed : .passed,
                title: back ? "It was taken back" : "It has not been taken back",
                sentence: "Meridian's list of withdrawn badges was read just now.",
                detail: "Bitstring status list, entry 4,711."
            ),
            CheckRow(
                result: out ? .limited : .passed,
                title: out ? "It has run out" : "It has not run out",
                sentence: "Good until 23 November 2028.",
                detail: "The end of the day in the issuer's time zone, UTC."
            ),
            CheckRow(
                result: .open,
                title: "That it belongs to the person you mean",
                sentence: "Names are not unique. Compare the email address to be sure.",
                icon: .personCheck
            ),
        ]).html
    }

    private static var compare: HTML {
        let field = TextField(
            name: "email",
            label: "Email address you know them by",
            kind: .email,
            hint: "We compare it and forget it. We never show the address on file.",
            isRequired: true,
            autocomplete: "off"
        )
        return "<form class=\"stack\" method=\"post\" action=\"/match\">\(field)<div>\(Button("Compare"))</div></form>"
    }

    private static var files: HTML {
        LinkList([
            LinkList.Row(
                title: "Badge picture with proof inside",
                href: "/img/cloud-security.svg",
                icon: .download,
                note: "PNG, 48 KB",
                isDownload: true
            ),
            LinkList.Row(title: "Open Badges 3.0", href: "/img/cloud-security.svg", note: "JSON"),
            LinkList.Row(title: "Open Badges 2.0", href: "/img/cloud-security.svg", note: "JSON"),
            LinkList.Row(
                title: "Certificate to print",
                href: "/img/cloud-security.svg",
                icon: .certificate,
                note: "PDF, 28 KB"
            ),
        ]).html
    }

    private static var link: HTML {
        CopyField(id: "address", label: "Address of this page", value: "https://badges.example.org/awards/7f0c2b9e")
            .html
    }
}
