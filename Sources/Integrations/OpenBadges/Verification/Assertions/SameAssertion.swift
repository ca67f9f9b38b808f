import Foundation
import LinkedData

/// Whether what somebody shows is what its issuer hosts.
enum SameAssertion {
    /// The first member that differs; nil when everything that is shown stands at the issuer's as well.
    ///
    /// One value and a list of it are the same, and so are a link and what stands in its place.
    static func difference(_ shown: Node, _ hosted: Node) -> String? {
        guard let members = shown.object else { return shown == hosted ? nil : "the document" }
        for (name, value) in members where !isSame(value, hosted[name]) { return name.string }
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
