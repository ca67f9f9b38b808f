import Core

/// The form in which a badge is designed, with its preview and its checklist.
struct DesignForm: Component {
    let form: BadgeForm
    /// nil while the badge is new.
    let badge: BadgeClass?
    let facts: DesignFacts
    /// Of the form, with the drawing of its symbol.
    let artwork: Artwork
    /// How many symbols the library has.
    let symbolCount: Int
    let problems: [FormProblem]
    let activities: [Activity]
    /// Whether there are more activities than the list holds.
    let isCut: Bool
    let search: String
    /// Among whom a new badge chooses.
    let issuers: [Issuer]
    let sourceNames: [SourceID: String]
    let formFields: HTML

    var html: HTML {
        """
        \(PageHeading(title, lead: lead, actions: actions))
        \(ErrorSummary(title: summaryTitle, errors: problems.map { ErrorSummary.Entry(field: $0.field, text: $0.message) }))
        <form class="design" method="post" action="\(action)" enctype="multipart/form-data">\(formFields)\(defaultButton)\
        <input type="hidden" name="revision" value="\(form.revision)"><div class="stack">
        \(Card(id: "says", title: Words[.designSays], content: says))
        \(Card(id: "picture", title: Words[.designPicture], hint: Words[.designPictureHint], content: pictureFields))
        \(Card(id: "earn", title: Words[.designEarn], content: earn))
        </div><div class="stack">\(preview)
        \(Card(id: "ready", title: Words[.designReady], content: checklist))
        <div class="actions">\(buttons)</div></div></form>\(withdrawal)
        """
    }

    /// What the Enter key presses, whatever button comes first in the form.
    private var defaultButton: HTML {
        "<button class=\"vh\" name=\"save\" value=\"1\" tabindex=\"-1\" aria-hidden=\"true\">\(Words[.save])</button>"
    }

    var title: String {
        badge == nil ? Words[.designTitle] : Words.say(.designOf, ["badge": .text(form.name)])
    }

    private var action: String { badge == nil ? "/design" : address }

    /// Where the form is; its pages are below.
    var address: String { "/design/\(badge?.slug.description ?? Design.newBadge)" }

    private var summaryTitle: String {
        Words.say(.fixCount, ["count": .count(problems.count)])
    }

    private var lead: HTML {
        switch badge?.status {
        case nil: "\(Words[.designUnsaved])"
        case .draft: "\(Design.pill(.draft)) \(Words[.designDraftLead])"
        case .published: "\(Design.pill(.published)) \(Holders.text(badge?.holders ?? 0))"
        case .withdrawn: "\(Design.pill(.withdrawn)) \(Words[.holdersKeep])"
        }
    }

    private var actions: HTML? {
        badge.map { badge in
            """
            \(ButtonLink(Words[.lookAtIt], href: "/badges/\(badge.slug)", icon: .eye))\
            \(ButtonLink(Words[.seeHolders], href: "/design/\(badge.slug)/holders", icon: .people))\
            \(ButtonLink(Words[.copyDesign], href: "/design/\(Design.newBadge)?copy=\(badge.slug)", icon: .copy))
            """
        }
    }

    func error(_ field: String) -> String? { problems.first { $0.field == field }?.message }

    private var says: HTML {
        """
        \(TextField(name: "name", label: Words[.fieldName], value: form.name, error: error("name"), isRequired: true, proposes: "slug"))\
        \(TextField(
            name: "slug", label: Words[.fieldSlug], value: form.slug,
            hint: Words[.fieldSlugHint],
            error: error("slug"), prefix: "/badges/", isRequired: true
        ))\
        \(TextArea(
            name: "description", label: Words[.fieldCan], value: form.description,
            hint: Words[.fieldCanHint], error: error("description"), isRequired: true
        ))\
        \(issuer)\(correction)\(more)
        """
    }

    /// What a badge can do without: folded until there is something in it.
    private var more: HTML {
        let isUsed = !(form.criteria.isEmpty && form.tags.isEmpty && form.alignments.isEmpty)
        let isWrong = problems.contains { ["criteria", "tags"].contains($0.field) || $0.field.hasPrefix("alignment_") }
        return """
            <details class="more"\(attribute: "open", when: isUsed || isWrong)><summary>\(Words[.designMore])</summary>\
            \(TextArea(
                name: "criteria", label: Words[.whatItTakes], value: form.criteria,
                hint: Words[.fieldTakesHint],
                error: error("criteria"), rows: 6, isOptional: true
            ))\
            \(TextField(
                name: "tags", label: Words[.skills], value: form.tags, hint: Words[.fieldTagsHint], error: error("tags"),
                isOptional: true
            ))\(alignments)</details>
            """
    }

    /// Where several issue badges, a new badge says who; then it stays, because every award of it is in that name.
    private var issuer: SelectField? {
        guard issuers.count > 1 else { return nil }
        return SelectField(
            name: "issuer",
            label: Words[.whoAwards],
            choices: issuers.map { Choice($0.id.rawValue, $0.name) },
            selected: form.issuer,
            hint: Words[.whoAwardsHint]
        )
    }

    /// Only a badge that people have can mean something else to them.
    private var correction: HTML? {
        guard let badge, badge.holders > 0 else { return nil }
        return Checkbox(
            name: "correction",
            label: Words[.onlyCorrect],
            isOn: form.isCorrection,
            hint: Words.say(.onlyCorrectHint, ["number": .count(badge.version + 1)])
        ).html
    }

    private var buttons: HTML {
        switch badge?.status {
        case nil, .draft:
            """
            \(Button(Words[.publishBadge], kind: .main, isLarge: true, name: "publish", value: "1"))\
            \(Button(Words[.saveDraft], isLarge: true, name: "save", value: "1"))
            """
        case .published, .withdrawn:
            Button(Words[.saveChanges], kind: .main, isLarge: true, name: "save", value: "1").html
        }
    }

    private var withdrawal: HTML? {
        guard let badge, badge.status == .published else { return nil }
        return """
            <form class="section" method="post" action="/design/\(badge.slug.description)/withdrawal">\(formFields)\
            <h2>\(Words[.stopAwarding])</h2><details class="more"><summary>\(Words[.withdrawBadge])</summary>\
            <div class="stack"><p class="soft">\(Holders.text(badge.holders)). \(Words[.stopAwardingText])</p>\
            <div class="row">\(Button(Words[.withdrawBadge], kind: .danger))</div></div></details></form>
            """
    }
}
