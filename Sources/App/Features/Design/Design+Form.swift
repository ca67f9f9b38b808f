import Foundation
import Core

extension Design {
    /// More activities than this are found by searching.
    static let activityLimit = 300

    func page(
        _ form: BadgeForm,
        _ badge: BadgeClass?,
        problems: [FormProblem],
        search: String,
        _ context: PortalContext
    ) async throws -> Page {
        let found = try await learning.activities(titled: search.trimmed, limit: Self.activityLimit)
        let chosen = try await learning.activities(Set(form.requirements.compactMap { ActivityText.ref($0.activity) }))
        let view = DesignForm(
            form: form,
            badge: badge,
            problems: problems,
            activities: found + chosen.values.filter { !found.contains($0) }.sorted { $0.title < $1.title },
            isCut: found.count == Self.activityLimit,
            search: search,
            issuers: badge == nil ? try await badges.issuers() : [],
            sourceNames: Dictionary(uniqueKeysWithValues: sources.map { ($0.id, $0.name) }),
            formFields: context.formFields
        )
        return Page(
            title: badge.map { Words.say(.designOf, ["badge": .text($0.content.name)]) } ?? Words[.designTitle],
            section: .design,
            body: view.html,
            pictureOrigins: Set([form.picture.foreignOrigin].compactMap(\.self))
        )
    }
}

/// The form in which a badge is designed, with its preview and its checklist.
struct DesignForm: Component {
    let form: BadgeForm
    /// nil while the badge is new.
    let badge: BadgeClass?
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
        \(Card(id: "picture", title: Words[.designPicture], hint: Words[.designPictureHint], content: picture))
        \(Card(id: "earn", title: Words[.designEarn], content: earn))
        </div><div class="stack">\(preview)
        \(Card(id: "ready", title: Words[.designReady], content: Checklist(checklist).html))
        <div class="actions">\(buttons)</div></div></form>\(withdrawal)
        """
    }

    /// What the Enter key presses, whatever button comes first in the form.
    private var defaultButton: HTML {
        "<button class=\"vh\" name=\"save\" value=\"1\" tabindex=\"-1\" aria-hidden=\"true\">\(Words[.save])</button>"
    }

    private var title: String {
        badge == nil ? Words[.designTitle] : Words.say(.designOf, ["badge": .text(form.name)])
    }

    private var action: String { badge.map { "/design/\($0.slug)" } ?? "/design" }

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
        badge.map { ButtonLink(Words[.lookAtIt], href: "/badges/\($0.slug)", icon: .eye).html }
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
        \(TextArea(
            name: "criteria", label: Words[.whatItTakes], value: form.criteria,
            hint: Words[.fieldTakesHint],
            error: error("criteria"), rows: 6, isOptional: true
        ))\
        \(TextField(
            name: "tags", label: Words[.skills], value: form.tags, hint: Words[.fieldTagsHint], error: error("tags"),
            isOptional: true
        ))\(alignments)\(issuer)\(correction)
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

    private var picture: HTML {
        """
        \(ArtworkFields(artwork: form.artwork))\(uploaded)\(FileField(
            name: "picture_file", label: Words[.ownArtwork], hint: Words[.ownArtworkHint],
            error: error("picture_file"), accept: "image/svg+xml,image/png", isOptional: true
        ))\
        \(TextField(
            name: "picture_url", label: Words[.otherServer], value: form.pictureURL, kind: .url,
            hint: Words[.otherServerHint], error: error("picture_url"),
            isOptional: true
        ))\
        \(TextField(
            name: "picture_description", label: Words[.pictureWords], value: form.pictureDescription,
            hint: Words[.pictureWordsHint], error: error("picture_description"),
            isOptional: true
        ))
        """
    }

    private var uploaded: HTML? {
        guard !form.upload.isEmpty else { return nil }
        let drop = Checkbox(name: "drop_upload", label: Words[.drawAgain])
        return """
            <input type="hidden" name="upload" value="\(form.upload)">\
            \(Notice(tone: .ok, title: Words[.artworkInUse], content: "\(Words[.artworkReplace])"))\(drop)
            """
    }

    private var preview: ArtworkPreview {
        ArtworkPreview(
            picture: form.picture.address(slug: form.slug),
            pictureText: form.pictureDescription.isEmpty ? Words[.pictureOfBadge] : form.pictureDescription,
            source: "/artwork.svg"
        )
    }

    private var checklist: [Checklist.Item] {
        [
            item(!form.name.isEmpty, .readyName, link("name", .readyNameNot)),
            item((try? Slug(form.slug)) != nil, .readySlug, link("slug", .readySlugNot)),
            item(
                (20...BadgeContent.descriptionLimit).contains(form.description.count),
                .readySays,
                link("description", .readySaysNot)
            ),
            form.requirements.contains { !$0.activity.isEmpty }
                ? Checklist.Item(.ok, "\(Words[.readyEarn])")
                : Checklist.Item(.neutral, link("activities", .readyByHand)),
        ]
    }

    private func item(_ isFine: Bool, _ fine: Phrase, _ missing: HTML) -> Checklist.Item {
        isFine ? Checklist.Item(.ok, "\(Words[fine])") : Checklist.Item(.bad, missing)
    }

    /// A link to the field that lacks something.
    private func link(_ field: String, _ phrase: Phrase) -> HTML {
        "<a href=\"#\(FieldFrame.id(for: field))\">\(Words[phrase])</a>"
    }

    private var buttons: HTML {
        switch badge?.status {
        case nil, .draft:
            """
            \(Button(Words[.publishBadge], kind: .main, isLarge: true, name: "publish", value: "1"))\
            \(Button(Words[.saveDraft], isLarge: true, name: "save", value: "1"))
            """
        case .published: Button(Words[.saveChanges], kind: .main, isLarge: true, name: "save", value: "1").html
        case .withdrawn:
            """
            \(Button(Words[.saveChanges], isLarge: true, name: "save", value: "1"))\
            \(Button(Words[.publishAgain], kind: .main, isLarge: true, name: "publish", value: "1"))
            """
        }
    }

    private var withdrawal: HTML? {
        guard let badge, badge.status == .published else { return nil }
        return """
            <form class="section" method="post" action="/design/\(badge.slug.description)/withdrawal">\(formFields)\
            <h2>\(Words[.stopAwarding])</h2><p class="soft">\(Words[.stopAwardingText])</p>\(Button(Words[.withdrawBadge], kind: .danger))</form>
            """
    }
}
