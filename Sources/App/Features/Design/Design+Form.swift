import Core
import Foundation

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
        let view = try await view(form, badge, problems: problems, search: search, context)
        return Page(
            title: view.title,
            section: .design,
            body: view.html,
            pictureOrigins: Set([form.picture.foreignOrigin].compactMap(\.self))
        )
    }

    func view(
        _ form: BadgeForm,
        _ badge: BadgeClass?,
        problems: [FormProblem],
        search: String,
        _ context: PortalContext
    ) async throws -> DesignForm {
        let found = try await learning.activities(titled: search.trimmed, limit: Self.activityLimit)
        let chosen = try await chosenActivities(form)
        return DesignForm(
            form: form,
            badge: badge,
            facts: try await facts(form, badge, chosen),
            artwork: drawn(form.artwork, badge),
            symbolCount: site.symbols.symbols.count,
            problems: problems,
            activities: found + chosen.values.filter { !found.contains($0) }.sorted { $0.title < $1.title },
            isCut: found.count == Self.activityLimit,
            search: search,
            issuers: badge == nil ? try await badges.issuers() : [],
            sourceNames: Dictionary(uniqueKeysWithValues: sources.map { ($0.id, $0.name) }),
            formFields: context.formFields
        )
    }

    func chosenActivities(_ form: BadgeForm) async throws -> [ActivityRef: Activity] {
        try await learning.activities(Set(form.requirements.compactMap(\.ref)))
    }

    /// The artwork with the drawing of its symbol: the badge's own, when it has that symbol already.
    func drawn(_ artwork: Artwork, _ badge: BadgeClass?) -> Artwork {
        if case .artwork(let old) = badge?.content.picture, old.symbol == artwork.symbol, !old.drawing.isEmpty {
            var drawn = artwork
            (drawn.drawing, drawn.kept) = (old.drawing, old.kept)
            if drawn != old { drawn.kept = nil }
            return drawn
        }
        return site.symbols.drawn(artwork)
    }
}
