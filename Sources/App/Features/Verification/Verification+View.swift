import Core
import Foundation

extension Verification {
    func page(_ held: HeldAward, comparison: Comparison?, _ context: PortalContext) -> Page {
        let verdict = held.award.verdict(at: site.now())
        return Page(
            title: "\(Self.sentence(verdict, held)): \(held.content.name)",
            body: view(held, verdict, comparison, isOwner: context.person?.id == held.award.person),
            head: head(held),
            caching: comparison == nil && held.award.visibility == .link ? .shared : .personal,
            pictureOrigins: Set([held.content.picture.foreignOrigin].compactMap(\.self))
        )
    }

    static func sentence(_ verdict: Verdict, _ held: HeldAward) -> String {
        switch verdict {
        case .revoked(let revocation):
            Words.say(.takenBackOn, ["issuer": .text(held.issuer.name), "date": .date(revocation.at)])
        case .suspended(let suspension):
            Words.say(.onHoldSince, ["issuer": .text(held.issuer.name), "date": .date(suspension.at)])
        case .superseded: Words[.replaced]
        case .expired(let date): Words.say(.ranOutOn, ["date": .date(date)])
        case .notYetValid(let date): Words.say(.countsFrom, ["date": .date(date)])
        case .valid: Words[.genuine]
        }
    }

    /// Says what was earned, never that it is valid: chat programs keep it for ever.
    private func head(_ held: HeldAward) -> HTML {
        let address = site.absolute("/awards/\(held.award.id)")
        return """
            <meta name="robots" content="noindex"><link rel="canonical" href="\(url: address)">\
            \(SharingTags(
                title: sharingTitle(held),
                description: held.content.description,
                address: address,
                picture: "\(address)/card.png",
                pictureText: held.content.pictureDescription,
                site: site.organisation
            ))
            """
    }

    private func sharingTitle(_ held: HeldAward) -> String {
        let person = PersonName.words(held.personName)
        return Words.say(.sharingTitle, ["person": .text(person), "badge": .text(held.content.name)])
    }

    func view(_ held: HeldAward, _ verdict: Verdict, _ comparison: Comparison?, isOwner: Bool) -> HTML {
        let skills: Card? =
            held.content.tags.isEmpty
            ? nil : Card(id: "skills", title: Words[.skills], content: TagList(tags: held.content.tags).html)
        let address = site.absolute("/awards/\(held.award.id)")
        let link = CopyField(id: "address", label: Words[.addressOfPage], value: address)
        let code = CodeToScan(address: address, label: Words[.addressOfPage])
        return """
            \(band(held, verdict))
            <div class="split"><div class="stack">\(did(held))\
            \(Card(id: "checked", title: Words[.whatWeChecked], content: CheckRows(checks(held, verdict)).html))\(skills)</div>\
            <div class="stack">\(Card(id: "who", title: Words[.rightPerson], content: compare(held, comparison), isForScreensOnly: true))\
            \(Card(id: "link", title: Words[isOwner ? .showToOthers : .linkToPage], content: "\(link)\(code)"))\
            \(Card(id: "files", title: Words[.checkYourself], content: files(held), isForScreensOnly: true))</div></div>
            """
    }

    private func band(_ held: HeldAward, _ verdict: Verdict) -> VerdictBand {
        VerdictBand(
            kind: Self.kind(verdict),
            sentence: Self.sentence(verdict, held),
            detail:
                "\(reason(verdict))\(Words.html(.checkedJustNow, ["moment": DateText(site.now(), hasTime: true).html]))",
            credential: Credential(
                name: held.content.name,
                person: PersonName.words(held.personName),
                verb: Words[verdict == .valid ? .earnedVerb : .receivedVerb],
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
        case .revoked(let revocation): "\(Words[.reasonGiven]) <span dir=\"auto\">\(revocation.reason)</span>. "
        case .suspended(let suspension): "\(Words[.reasonGiven]) <span dir=\"auto\">\(suspension.reason)</span>. "
        case .superseded(let newer): "<a href=\"/awards/\(newer.rawValue)\">\(Words[.lookAtNewer])</a>. "
        case .expired, .notYetValid, .valid: nil
        }
    }

    private func facts(_ held: HeldAward, _ verdict: Verdict) -> FactsList {
        let issuer: HTML = """
            <a href="/issuer" dir="auto">\(held.issuer.name)</a> \(Pill(site.host, tone: verdict == .valid ? .ok : .neutral, icon: .seal, prefix: Words[.issuedAtHost]))
            """
        var facts = [
            FactsList.Fact(Words[.issuedBy], issuer),
            FactsList.Fact(Words[.issuedOn], DateText(held.award.issuedOn).html),
        ]
        if let expires = held.award.expires { facts.append(FactsList.Fact(Words[.validUntil], DateText(expires).html)) }
        return FactsList(facts)
    }

    private func did(_ held: HeldAward) -> Card? {
        let text = held.award.narrative.isEmpty ? held.content.criteria : held.award.narrative
        let evidence = held.award.evidence.map { item -> HTML in
            let name: HTML = item.url.map { TextLink(item.name, href: $0.absoluteString).html } ?? "\(item.name)"
            return "<p class=\"small soft\">\(Words[.evidence]) \(name)</p>"
        }
        guard !text.isEmpty || !evidence.isEmpty else { return nil }
        return Card(
            id: "did",
            title: Words[.whatItTook],
            content: "<div class=\"text\" dir=\"auto\">\(Markdown.html(text))</div>\(evidence)"
        )
    }

    private func compare(_ held: HeldAward, _ comparison: Comparison?) -> HTML {
        ComparisonForm(action: "/awards/\(held.award.id.rawValue)/comparison#who", comparison: comparison).html
    }
}
