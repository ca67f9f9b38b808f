import Core
import Crypto
import Foundation

/// What a CSV file says: `email,activity,title,percent,completed_at`, in any order of columns.
///
/// Only `activity` is always needed. A row without an e-mail address only adds to the catalogue; without
/// `completed_at` it is progress. The title of an activity is the first one given.
struct LearningFile {
    private(set) var activities: [Activity] = []
    private(set) var batch = FactBatch()

    private var known: Set<Activity.ID> = []
    private var places: [String: Int] = [:]

    /// - Throws: ``SourceError/malformed(_:)`` when the header lacks a column.
    init(_ file: [UInt8], of source: SourceID) throws(SourceError) {
        let rows = CSVTable(file).rows
        let header = (rows.first?.fields ?? []).map { $0.trimmed.lowercased() }
        for name in ["email", "activity"] where !header.contains(name) {
            let due = "email,activity,title,percent,completed_at"
            throw .malformed("The first line has no column “\(name)”; it should read \(due).")
        }
        for row in rows.dropFirst() {
            let fields = Dictionary(zip(header, row.fields.map(\.trimmed))) { first, _ in first }
            do throws(RowFault) {
                if let fault = row.fault { throw RowFault(fault) }
                try add(LearningRow(fields), of: source)
            } catch {
                batch.problems.append(RecordProblem(record: "line \(row.line)", reason: error.reason))
            }
        }
    }

    private mutating func add(_ row: LearningRow, of source: SourceID) {
        if known.insert(row.activity).inserted {
            let ref = ActivityRef(source: source, id: row.activity)
            activities.append(Activity(ref: ref, kind: .path, title: row.title))
        }
        guard let fact = row.fact else { return }
        guard let place = places[fact.recordID] else {
            places[fact.recordID] = batch.facts.count
            return batch.facts.append(fact)
        }
        // The same person and activity twice: the later row counts, but a completion stays one.
        if fact.state == .completed || batch.facts[place].state != .completed { batch.facts[place] = fact }
    }
}

/// One line after the header.
private struct LearningRow {
    var activity: Activity.ID
    var title: String
    /// nil when the row only names an activity.
    var fact: ProgressFact?

    init(_ fields: [String: String]) throws(RowFault) {
        let activity = fields["activity"] ?? ""
        guard !activity.isEmpty else { throw RowFault("The activity is missing.") }
        self.activity = ID(activity)
        title = fields["title"].flatMap { $0.isEmpty ? nil : $0 } ?? activity
        let email = fields["email"] ?? ""
        guard !email.isEmpty else { return }
        guard let address = EmailAddress(email) else { throw RowFault("“\(email)” is not an e-mail address.") }
        let percent = try Self.percent(fields["percent"] ?? "")
        let completedAt = try Self.date(fields["completed_at"] ?? "")
        fact = ProgressFact(
            recordID: SHA256.hash(data: Data("\(address) \(activity)".utf8)).hexadecimal,
            activity: self.activity,
            person: [PersonKey(address)],
            state: completedAt != nil ? .completed : (percent ?? .zero) > .zero ? .inProgress : .notStarted,
            percent: percent,
            completedAt: completedAt
        )
    }

    private static func percent(_ text: String) throws(RowFault) -> Percent? {
        guard !text.isEmpty else { return nil }
        let number = (text.hasSuffix("%") ? String(text.dropLast()).trimmed : text).replacing(",", with: ".")
        guard let value = Double(number), value.isFinite else { throw RowFault("“\(text)” is not a percentage.") }
        return Percent(clamping: value)
    }

    private static func date(_ text: String) throws(RowFault) -> Date? {
        guard !text.isEmpty else { return nil }
        guard let date = Date(iso8601: text) else {
            throw RowFault("“\(text)” is no date such as 2026-12-31 or 2026-12-31T09:30:00Z.")
        }
        return date
    }
}

private struct RowFault: Error {
    var reason: String
    init(_ reason: String) { self.reason = reason }
}
