import Core
import Foundation

extension Verification {
    func page(_ held: HeldAward, comparison: Comparison?, _ context: PortalContext) -> Page {
        let verdict = held.award.verdict(at: site.now())
        return Page(
            title: "\(Self.sentence(verdict, held)): \(held.content.name)",
            body: view(held, verdict, comparison, isOwner: context.person?.id == held.award.person),
            head: head(held),
            caching: comparison == nil ? .shared : .personal,
            pictureOrigins: Set([held.content.picture.foreignOrigin].compactMap(\.self))
        )
    }

    static func sentence(_ verdict: Verdict, _ held: HeldAward) -> String {
        switch verdict {
        case .revoked(let revocation):
            "Not valid: \(held.issuer.name) took this badge back on \(DateText(revocation.at).text)"
        case .suspended(let suspension):
            "On hold: \(held.issuer.name) does not stand by this badge since \(DateText(suspension.at).text)"
        case .superseded: "Replaced by a newer version"
        case .expired(let date): "Genuine, but it ran out on \(DateText(date).text)"
        case .notYetValid(let date): "Genuine, but it counts only from \(DateText(date).text)"
        case .valid: "This badge is genuine and valid"
        }
    }

    /// Says what was earned, never that it is valid: chat programs keep it for ever.
    private func head(_ held: HeldAward) -> HTML {
        let address = site.absolute("/awards/\(held.award.id)")
        return """
            <meta name="robots" content="noindex"><link rel="canonical" href="\(url: address)">\
            <meta property="og:type" content="website"><meta property="og:site_name" content="\(site.organisation)">\
            <meta property="og:title" content="\(held.personName) earned \(held.content.name)">\
            <meta property="og:description" content="\(held.content.description)">\
            <meta property="og:url" content="\(url: address)">
            """
    }

    func view(_ held: HeldAward, _ verdict: Verdict, _ comparison: Comparison?, isOwner: Bool) -> HTML {
        let skills: Card? =
            held.content.tags.isEmpty
            ? nil : Card(id: "skills", title: "Skills", content: TagList(tags: held.content.tags).html)
        let link = CopyField(
            id: "address",
            label: "Address of this page",
            value: site.absolute("/awards/\(held.award.id)")
        )
        return """
            \(band(held, verdict))
            <div class="split"><div class="stack">\(did(held))\
            \(Card(id: "checked", title: "What we checked", content: CheckList(checks(held, verdict)).html))\(skills)</div>\
            <div class="stack">\(Card(id: "who", title: "Is this the right person?", content: compare(held, comparison), isForScreensOnly: true))\
            \(Card(id: "link", title: isOwner ? "Show it to others" : "Link to this page", content: link.html, isForScreensOnly: true))\
            \(Card(id: "files", title: "Check it yourself", content: files(held), isForScreensOnly: true))</div></div>
            """
    }

    private func band(_ held: HeldAward, _ verdict: Verdict) -> VerdictBand {
        VerdictBand(
            kind: Self.kind(verdict),
            sentence: Self.sentence(verdict, held),
            detail: "\(reason(verdict))Checked just now, \(DateText(site.now(), hasTime: true))",
            credential: Credential(
                name: held.content.name,
                person: held.personName,
                verb: verdict == .valid ? "earned" : "received",
                text: held.content.description,
                picture: held.content.picture.address(for: held.slug),
                pictureText: held.content.pictureDescription,
                facts: facts(held, verdict)
            )
        )
    }

    private static func kind(_ verdict: Verdict) -> VerdictBand.Kind {
        switch verdict {
        case .revoked: .bad
        case .suspended, .superseded, .expired, .notYetValid: .limited
        case .valid: .good
        }
    }

    private func reason(_ verdict: Verdict) -> HTML? {
        switch verdict {
        case .revoked(let revocation): "Reason given: <span dir=\"auto\">\(revocation.reason)</span>. "
        case .suspended(let suspension): "Reason given: <span dir=\"auto\">\(suspension.reason)</span>. "
        case .superseded(let newer): "<a href=\"/awards/\(newer.rawValue)\">Look at the newer one</a>. "
        case .expired, .notYetValid, .valid: nil
        }
    }

    private func facts(_ held: HeldAward, _ verdict: Verdict) -> FactsList {
        let host = site.baseURL.split(separator: "/").last.map(String.init) ?? site.baseURL
        let issuer: HTML = """
            <span dir="auto">\(held.issuer.name)</span> \(Pill(host, tone: verdict == .valid ? .ok : .neutral, icon: .seal, prefix: "at"))
            """
        var facts = [
            FactsList.Fact("Issued by", issuer),
            FactsList.Fact("Issued on", DateText(held.award.issuedOn).html),
        ]
        if let expires = held.award.expires { facts.append(FactsList.Fact("Valid until", DateText(expires).html)) }
        return FactsList(facts)
    }

    private func did(_ held: HeldAward) -> Card? {
        let text = held.award.narrative.isEmpty ? held.content.criteria : held.award.narrative
        let evidence = held.award.evidence.map { item -> HTML in
            let name: HTML = item.url.map { TextLink(item.name, href: $0.absoluteString).html } ?? "\(item.name)"
            return "<p class=\"small soft\">Evidence: \(name)</p>"
        }
        guard !text.isEmpty || !evidence.isEmpty else { return nil }
        return Card(
            id: "did",
            title: "What it took to earn it",
            content: "<div class=\"text\" dir=\"auto\">\(Markdown.html(text))</div>\(evidence)"
        )
    }

    private func compare(_ held: HeldAward, _ comparison: Comparison?) -> HTML {
        ComparisonForm(action: "/awards/\(held.award.id.rawValue)/comparison#who", comparison: comparison).html
    }
}
