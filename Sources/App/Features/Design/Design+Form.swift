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
            title: badge.map { "Design: \($0.content.name)" } ?? "Design a badge",
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
        \(PageHeading(badge == nil ? "Design a badge" : "Design: \(form.name)", lead: lead, actions: actions))
        \(ErrorSummary(title: summaryTitle, errors: problems.map { ErrorSummary.Entry(field: $0.field, text: $0.message) }))
        <form class="design" method="post" action="\(action)" enctype="multipart/form-data">\(formFields)\(defaultButton)\
        <input type="hidden" name="revision" value="\(form.revision)"><div class="stack">
        \(Card(id: "says", title: "What it says", content: says))
        \(Card(id: "picture", title: "Picture", hint: "No artwork at hand? Put one together here. Every badge gets facets of its own, so no two look the same.", content: picture))
        \(Card(id: "earn", title: "How people earn it", content: earn))
        </div><div class="stack">\(preview)
        \(Card(id: "ready", title: "Before you publish", content: Checklist(checklist).html))
        <div class="actions">\(buttons)</div></div></form>\(withdrawal)
        """
    }

    /// What the Enter key presses, whatever button comes first in the form.
    private var defaultButton: HTML {
        "<button class=\"vh\" name=\"save\" value=\"1\" tabindex=\"-1\" aria-hidden=\"true\">Save</button>"
    }

    private var action: String { badge.map { "/design/\($0.slug)" } ?? "/design" }

    private var summaryTitle: String {
        problems.count == 1 ? "One thing needs a fix" : "\(problems.count) things need a fix"
    }

    private var lead: HTML {
        switch badge?.status {
        case nil: "Nothing is saved yet."
        case .draft: "\(Design.pill(.draft)) Nobody can earn it until you publish."
        case .published: "\(Design.pill(.published)) \(Holders.text(badge?.holders ?? 0))."
        case .withdrawn: "\(Design.pill(.withdrawn)) Who has it keeps it."
        }
    }

    private var actions: HTML? { badge.map { ButtonLink("Look at it", href: "/badges/\($0.slug)", icon: .eye).html } }

    func error(_ field: String) -> String? { problems.first { $0.field == field }?.message }

    private var says: HTML {
        """
        \(TextField(name: "name", label: "Name", value: form.name, error: error("name"), isRequired: true, proposes: "slug"))\
        \(TextField(
            name: "slug", label: "Web address", value: form.slug,
            hint: "Lowercase letters, digits and hyphens. It cannot change once people have the badge.",
            error: error("slug"), prefix: "/badges/", isRequired: true
        ))\
        \(TextArea(
            name: "description", label: "What can someone with this badge do?", value: form.description,
            hint: "One or two sentences. Strangers read this first.", error: error("description"), isRequired: true
        ))\
        \(TextArea(
            name: "criteria", label: "What it takes", value: form.criteria,
            hint: "What must be done, in Markdown: # for headings, - for lists, **bold**.",
            error: error("criteria"), rows: 6, isOptional: true
        ))\
        \(TextField(
            name: "tags", label: "Skills", value: form.tags, hint: "Separated by commas.", error: error("tags"),
            isOptional: true
        ))\(alignments)\(issuer)\(correction)
        """
    }

    /// Where several issue badges, a new badge says who; then it stays, because every award of it is in that name.
    private var issuer: SelectField? {
        guard issuers.count > 1 else { return nil }
        return SelectField(
            name: "issuer",
            label: "Who awards it",
            choices: issuers.map { Choice($0.id.rawValue, $0.name) },
            selected: form.issuer,
            hint: "It cannot change later."
        )
    }

    /// Only a badge that people have can mean something else to them.
    private var correction: HTML? {
        guard let badge, badge.holders > 0 else { return nil }
        return Checkbox(
            name: "correction",
            label: "I only correct words",
            isOn: form.isCorrection,
            hint:
                "People who have the badge see the corrected words. Without it, they keep what they earned, and version "
                + "\(badge.version + 1) begins. A new rule, validity or meaning always begins one."
        ).html
    }

    private var picture: HTML {
        """
        \(ArtworkFields(artwork: form.artwork))\(uploaded)\(FileField(
            name: "picture_file", label: "Use our own artwork instead", hint: "SVG or PNG, square, up to 1 MB.",
            error: error("picture_file"), accept: "image/svg+xml,image/png", isOptional: true
        ))\
        \(TextField(
            name: "picture_url", label: "Or a picture on another server", value: form.pictureURL, kind: .url,
            hint: "Its address, beginning with https://. The picture has to stay there.", error: error("picture_url"),
            isOptional: true
        ))\
        \(TextField(
            name: "picture_description", label: "Describe the picture", value: form.pictureDescription,
            hint: "For people who do not see it. Filled in for drawn pictures.", error: error("picture_description"),
            isOptional: true
        ))
        """
    }

    private var uploaded: HTML? {
        guard !form.upload.isEmpty else { return nil }
        let drop = Checkbox(name: "drop_upload", label: "Use the drawn picture again")
        return """
            <input type="hidden" name="upload" value="\(form.upload)">\
            \(Notice(tone: .ok, title: "Your own artwork is in use.", content: "Upload another file to replace it."))\(drop)
            """
    }

    private var preview: ArtworkPreview {
        ArtworkPreview(
            picture: form.picture.address(slug: form.slug),
            pictureText: form.pictureDescription.isEmpty ? "The badge's picture" : form.pictureDescription,
            source: "/artwork.svg"
        )
    }

    private var checklist: [Checklist.Item] {
        [
            item(!form.name.isEmpty, "It has a name", "<a href=\"#f-name\">Give it a name</a>"),
            item(
                (try? Slug(form.slug)) != nil,
                "Its web address works",
                "<a href=\"#f-slug\">Choose a web address</a>"
            ),
            item(
                (20...BadgeContent.descriptionLimit).contains(form.description.count),
                "It says what people can do",
                "<a href=\"#f-description\">Say in a sentence or two what people can do</a>"
            ),
            form.requirements.contains { !$0.activity.isEmpty }
                ? Checklist.Item(.ok, "People earn it by learning")
                : Checklist.Item(.neutral, "Nobody earns it by learning: it is given by hand"),
        ]
    }

    private func item(_ isFine: Bool, _ fine: HTML, _ missing: HTML) -> Checklist.Item {
        isFine ? Checklist.Item(.ok, fine) : Checklist.Item(.bad, missing)
    }

    private var buttons: HTML {
        switch badge?.status {
        case nil, .draft:
            """
            \(Button("Publish badge", kind: .main, isLarge: true, name: "publish", value: "1"))\
            \(Button("Save draft", isLarge: true, name: "save", value: "1"))
            """
        case .published: Button("Save changes", kind: .main, isLarge: true, name: "save", value: "1").html
        case .withdrawn:
            """
            \(Button("Save changes", isLarge: true, name: "save", value: "1"))\
            \(Button("Publish again", kind: .main, isLarge: true, name: "publish", value: "1"))
            """
        }
    }

    private var withdrawal: HTML? {
        guard let badge, badge.status == .published else { return nil }
        return """
            <form class="section" method="post" action="/design/\(badge.slug.description)/withdrawal">\(formFields)\
            <h2>Stop awarding it</h2><p class="soft">Nobody can earn it any more; who has it keeps it. You can publish it \
            again.</p>\(Button("Withdraw this badge", kind: .danger))</form>
            """
    }
}
