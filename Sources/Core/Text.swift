import Foundation

extension StringProtocol {
    /// Without white space and line ends at both sides.
    package var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
