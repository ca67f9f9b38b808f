import Core
import Foundation
import Rasteriser

/// What the portal knows of a draft beyond its words: the checklist and the form say it.
struct DesignFacts {
    /// Another badge has its address.
    var isSlugTaken: Bool
    /// nil for a picture on another server.
    var legibility: Legibility?
    /// Who can claim it at once; nil when nothing earns it.
    var ready: ReadyPeople?
    /// Activities of its rule that no source offers any more.
    var hasLostActivities: Bool
    /// Sources of its rule, by name, that do not answer.
    var silentSources: [String]
    /// The drawn picture in the words of the site, in which badges are described; empty for any other picture.
    var drawnPicture: String
}

extension Design {
    private static let legibilitySide = 48

    /// - Parameter activities: what is known of the activities that the form names.
    func facts(
        _ form: BadgeForm,
        _ badge: BadgeClass?,
        _ activities: [ActivityRef: Activity]
    ) async throws -> DesignFacts {
        let rule = form.rule(Set(activities.keys))
        return DesignFacts(
            isSlugTaken: try await isTaken(form.slug, by: badge),
            legibility: try await legibility(of: form.picture),
            ready: try await ready(rule, badge),
            hasLostActivities: activities.values.contains { !$0.isOffered }
                || form.requirements.contains { !$0.activity.isEmpty && $0.ref.flatMap { activities[$0] } == nil },
            silentSources: try await silent(Set(activities.keys.map(\.source))),
            drawnPicture: drawnPicture(form)
        )
    }

    /// The drawn picture in the words of the site.
    func drawnPicture(_ form: BadgeForm) -> String {
        guard case .artwork(let artwork) = form.picture else { return "" }
        return Words.$current.withValue(site.words(site.language)) { artwork.words }
    }

    func ready(_ rule: Rule?, _ badge: BadgeClass?) async throws -> ReadyPeople? {
        guard let rule else { return nil }
        return try await learning.ready(for: rule, without: badge?.id, at: site.now())
    }

    private func isTaken(_ text: String, by badge: BadgeClass?) async throws -> Bool {
        guard let slug = try? Slug(text), slug != badge?.slug else { return false }
        do {
            _ = try await badges.badge(slug)
            return true
        } catch BadgeError.notFound {
            return false
        }
    }

    /// Sources that failed when they were asked last.
    private func silent(_ wanted: Set<SourceID>) async throws -> [String] {
        var names: [String] = []
        for source in sources where wanted.contains(source.id) {
            let health = try await learning.syncState(of: source.id).last?.health
            if health?.status.isFailing ?? false { names.append(source.name) }
        }
        return names
    }

    private func legibility(of picture: BadgePicture) async throws -> Legibility? {
        switch picture {
        case .artwork(let artwork): return artwork.legibility
        case .link: return nil
        case .upload(let id):
            guard let upload = try await badges.picture(id) else { return nil }
            let document = upload.mediaType == .svg ? upload.bytes : PlainPictures.frame(upload.bytes)
            let pixels = try Rasteriser.pixels(document, side: Self.legibilitySide).filter { $0.alpha > 127 }
            return Legibility(of: pixels.map { RGB(red: $0.red, green: $0.green, blue: $0.blue) })
        }
    }
}
