/// When people hear by letter of a badge that they had earned before it was published.
///
/// Whoever earns it later hears at once; the home page shows it to everybody from the first minute.
package enum Telling: String, Sendable, Codable, CaseIterable {
    case now
    /// On the first Monday that comes, at 09:00 where the person is.
    case monday
    /// Not by letter.
    case never
}
