/// Who may see something, by the choice of the person it belongs to.
///
/// What somebody may not see answers exactly like what does not exist.
package enum Visibility: String, Sendable, CaseIterable, Codable {
    /// Everybody who has the address, also other people's software; search engines are asked to stay away.
    case link
    /// Everybody who is signed in.
    case colleagues
    /// The person alone.
    case owner

    /// - Parameters:
    ///   - viewer: who asks; nil for strangers.
    ///   - owner: to whom it belongs.
    package func allows(_ viewer: Person.ID?, owner: Person.ID) -> Bool {
        switch self {
        case .link: true
        case .colleagues: viewer != nil
        case .owner: viewer == owner
        }
    }
}
