import Core

/// What the form of a collection holds: name, text, and badges in an order that buttons change.
struct CollectionForm {
    var collection: BadgeCollection
    /// Everything that may be chosen; the chosen first when the form opens, then as the person arranged it.
    var rows: [HeldAward]
    /// The badge that was moved a moment ago: its button keeps the focus.
    var moved: (award: Award.ID, step: Step)?
    var problem: FormProblem?

    enum Step: String {
        case up
        case down
    }

    /// - Parameter held: what the person may choose from, the newest first.
    init(_ collection: BadgeCollection, _ held: [HeldAward]) {
        self.collection = collection
        let places = Dictionary(collection.awards.enumerated().map { ($1, $0) }) { first, _ in first }
        rows =
            held.filter { places[$0.award.id] != nil }.sorted {
                places[$0.award.id, default: 0] < places[$1.award.id, default: 0]
            }
            + held.filter { places[$0.award.id] == nil }
    }

    /// What was typed, over what was kept; rows that the form does not know come last.
    mutating func take(_ form: FormBody) {
        collection.title = (form.fields["title"] ?? "").trimmed
        collection.about = (form.fields["about"] ?? "").trimmed
        collection.visibility = form.fields["visibility"].flatMap(Visibility.init(rawValue:)) ?? collection.visibility
        let order = (form.lists["order"] ?? []).map { Award.ID($0) }
        let places = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
        rows = rows.enumerated().sorted { left, right in
            let end = order.count
            let (first, second) = (places[left.element.award.id] ?? end, places[right.element.award.id] ?? end)
            return (first, left.offset) < (second, right.offset)
        }
        .map(\.element)
        let chosen = Set(form.lists["award"] ?? [])
        collection.awards = rows.map(\.award.id).filter { chosen.contains($0.rawValue) }
        if let move = form.fields["move"] { self.move(move) }
    }

    /// - Parameter text: `up.` or `down.` and the award; anything else moves nothing.
    private mutating func move(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2, let step = Step(rawValue: parts[0]),
            let place = rows.firstIndex(where: { $0.award.id.rawValue == parts[1] })
        else { return }
        moved = (rows[place].award.id, step)
        let other = step == .up ? place - 1 : place + 1
        guard rows.indices.contains(other) else { return }
        rows.swapAt(place, other)
        let chosen = Set(collection.awards)
        collection.awards = rows.map(\.award.id).filter { chosen.contains($0) }
    }

    /// Finds what keeps the collection from being saved.
    mutating func check() {
        let kept = collection
        problem =
            if kept.title.isEmpty {
                FormProblem(field: "title", message: Words[.collectionNameIt])
            } else if kept.title.count > BadgeCollection.titleLimit {
                FormProblem(field: "title", message: said(.collectionNameLong, BadgeCollection.titleLimit))
            } else if kept.about.count > BadgeCollection.aboutLimit {
                FormProblem(field: "about", message: said(.peopleTooLong, BadgeCollection.aboutLimit))
            } else if kept.awards.count > BadgeCollection.sizeLimit {
                FormProblem(field: "award", message: said(.collectionTooMany, BadgeCollection.sizeLimit))
            } else {
                nil
            }
    }

    private func said(_ phrase: Phrase, _ limit: Int) -> String { Words.say(phrase, ["count": .count(limit)]) }
}
