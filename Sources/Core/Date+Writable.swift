package import Foundation

extension Date {
    /// The nearest date that the years 1 to 9999 hold: what foreign data says beyond them nobody can write down.
    package var writable: Date {
        let seconds = timeIntervalSince1970
        guard !seconds.isNaN else { return Date(timeIntervalSince1970: 0) }
        return Date(timeIntervalSince1970: min(max(seconds, -62_135_596_800), 253_402_300_799.999))
    }
}
