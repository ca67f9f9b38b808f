extension Conformance {
    mutating func checkCatalogue(_ source: any CatalogueSource) async {
        do {
            let first = try await read(source)
            note(.catalogue, !first.isEmpty, "It is empty.")
            for activity in first {
                let isWhole = !activity.ref.id.rawValue.isEmpty && !activity.title.isEmpty
                note(.activities, isWhole && activity.ref.source == source.id, "activity \(activity.ref.id)")
            }
            let again = try await read(source)
            note(.catalogueAgain, Set(first.map(\.ref)) == Set(again.map(\.ref)))
        } catch {
            note(.catalogue, false, "\(error)")
        }
    }

    private mutating func read(_ source: any CatalogueSource) async throws(SourceError) -> [Activity] {
        var all: [Activity] = []
        var seen: Set<PageToken> = []
        var token: PageToken?
        for _ in 0..<Self.pageLimit {
            let page = try await source.catalogue(after: token)
            all += page.activities
            check(page.problems)
            token = page.next
            guard let token else {
                note(.cataloguePages, true)
                return all
            }
            guard seen.insert(token).inserted else { break }
        }
        note(.cataloguePages, false, "page \(token ?? "")")
        return all
    }
}
