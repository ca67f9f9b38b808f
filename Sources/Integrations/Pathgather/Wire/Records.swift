import Foundation

/// A learning path, in `paths` and inside ``UserPath``.
struct Path: Decodable {
    var id: LooseText?
    var name: LooseText?
    var published: Bool?
}

/// A member of the tenant, in `users` and inside ``UserPath``.
struct User: Decodable {
    var id: LooseText?
    /// In the case in which it was once typed: “Anthony.Shaw@test.com”.
    var email: LooseText?
}

/// How far a user is with a path.
///
/// Times are ISO 8601 with milliseconds and an offset.
struct UserPath: Decodable {
    var id: LooseText?
    var startedAt: LooseText?
    /// null until the path is complete; this earns, never the percentage.
    var completedAt: LooseText?
    var updatedAt: LooseText?
    /// A string such as "0.0" in every known answer; its scale is not documented.
    var percentage: LooseText?
    var path: Path?
    var user: User?

    private enum CodingKeys: String, CodingKey {
        case id
        case startedAt = "started_at"
        case completedAt = "completed_at"
        case updatedAt = "updated_at"
        case percentage
        case path
        case user
    }
}
