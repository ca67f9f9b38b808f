import Core
import Hummingbird

/// Gives people everything they hold.
///
/// `GET /me/badges.zip`.
struct TakeAlong {
    let archive: BadgeArchive

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("me/badges.zip") { _, context in
            try await archive.response(for: try context.requirePerson().id)
        }
    }
}
