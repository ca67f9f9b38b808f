/// How long an identifier of another system may be: any database can index it, and no system known has longer ones.
package enum Identifier {
    package static let limit = 512

    /// Whether `text` can be kept as it is.
    package static func isStorable(_ text: String) -> Bool { text.utf8.count <= limit && !text.utf8.contains(0) }
}

extension FactBatch {
    /// Without the records that no database can keep: they become problems, and the others go on.
    package var storable: FactBatch {
        let bad = facts.filter { !$0.isStorable }
        guard !bad.isEmpty else { return self }
        return FactBatch(facts.filter(\.isStorable), problems: problems + bad.map { .unstorable($0.recordID) })
    }
}

extension CataloguePage {
    /// Without the activities that no database can keep: they become problems, and the others go on.
    package var storable: CataloguePage {
        let bad = activities.filter { !$0.isStorable }
        guard !bad.isEmpty else { return self }
        return CataloguePage(
            activities.filter(\.isStorable),
            problems: problems + bad.map { .unstorable($0.ref.id.rawValue) },
            next: next
        )
    }
}

extension ProgressFact {
    fileprivate var isStorable: Bool {
        Identifier.isStorable(recordID) && Identifier.isStorable(activity.rawValue)
            && person.allSatisfy { !$0.value.utf8.contains(0) && !$0.realm.utf8.contains(0) }
    }
}

extension Activity {
    fileprivate var isStorable: Bool { Identifier.isStorable(ref.id.rawValue) && !title.utf8.contains(0) }
}

extension RecordProblem {
    fileprivate static func unstorable(_ id: String) -> RecordProblem {
        RecordProblem(
            record: String(id.prefix(60)),
            reason: "An identifier is longer than \(Identifier.limit) bytes, or a text holds the character NUL."
        )
    }
}
