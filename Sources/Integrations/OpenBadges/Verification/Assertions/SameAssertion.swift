import Core
import Foundation
import LinkedData

/// Whether what somebody shows is what its issuer hosts.
enum SameAssertion {
    /// What issuers add to a badge long after people took it along, without changing what it says.
    private static let addedLater: Set<String> = ["endorsement", "related"]

    /// The first thing that an assertion of one version of the standard says otherwise than one of another version.
    ///
    /// Servers that learned a newer version publish old badges in it: who got what, when, and until when must agree.
    static func differenceOfVersions(_ shown: Node, _ hosted: Node) -> String? {
        func dates(_ node: Node) -> [Date?] { ["issuedOn", "expires"].map { node.one($0).flatMap(Node.oldDate) } }
        if BadgeRecipient(recipient: shown.one("recipient")) != BadgeRecipient(recipient: hosted.one("recipient")) {
            return "recipient"
        }
        return dates(shown) == dates(hosted) ? nil : "issuedOn or expires"
    }

    /// The first member that differs; nil when both say the same.
    ///
    /// One value and a list of it are the same, and so are a link and what stands in its place.
    static func difference(_ shown: Node, _ hosted: Node) -> String? {
        guard let members = shown.object else { return shown == hosted ? nil : "the document" }
        for (name, value) in members where !isSame(value, hosted[name]) { return name.string }
        guard let published = hosted.object else { return nil }
        for (name, value) in published where members[name] == nil && !value.isNull && !addedLater.contains(name.string)
        {
            return name.string
        }
        return nil
    }

    private static func isSame(_ shown: Node, _ hosted: Node?) -> Bool {
        guard let hosted else { return shown.isNull }
        let (left, right) = (shown.asArray, hosted.asArray)
        guard left.count == right.count else { return false }
        return zip(left, right).allSatisfy { shown, hosted in
            if shown.object != nil, hosted.object != nil { return difference(shown, hosted) == nil }
            if shown.object != nil || hosted.object != nil {
                return shown.reference == hosted.reference && shown.reference != nil
            }
            if shown.array != nil || hosted.array != nil { return shown == hosted }
            return shown == hosted
        }
    }
}
