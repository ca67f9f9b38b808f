import Core
import Foundation

/// A report as JSON: for programs, and for whoever wants to keep it.
enum ReportDocument {
    static func json(_ report: BadgeReport) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        var shown = report
        shown.badge?.recipient = nil
        return [UInt8](try encoder.encode(shown))
    }
}
