import Foundation

extension Date {
    /// Clocks differ by a few minutes, and what is asked for now may be made after the check began.
    private static let clockTolerance: TimeInterval = 300

    func hasBegun(at now: Date) -> Bool { self <= now + Self.clockTolerance }
}
