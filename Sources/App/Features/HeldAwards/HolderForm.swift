import Core
import Foundation
import Hummingbird

/// What a page of holders shows, as its address says it.
struct HolderForm: Sendable {
    private static let textLimit = 200

    var text: String
    var state: HolderQuery.State?
    var after: HolderQuery.Place?

    init(text: String, state: HolderQuery.State?) {
        self.text = text
        self.state = state
    }

    init(_ query: HolderQuery) { self.init(text: query.text, state: query.state) }

    /// Whatever an address holds becomes a page; what makes no sense is left out.
    init(_ request: Request) {
        let query = request.queryFields
        func parameter(_ name: String) -> String { (query[name] ?? "").trimmed }
        text = String(parameter("q").prefix(Self.textLimit)).replacing("\0", with: "")
        state = HolderQuery.State(rawValue: parameter("state"))
        let place = parameter("after").split(separator: ".", maxSplits: 1)
        if place.count == 2, let milliseconds = Int64(place[0]), let award = Award.ID(uuid: String(place[1])) {
            after = HolderQuery.Place(
                issuedOn: Date(timeIntervalSince1970: Double(milliseconds) / 1_000),
                award: award
            )
        }
    }

    func query(_ badge: BadgeClass.ID, at date: Date) -> HolderQuery {
        HolderQuery(badge: badge, text: text, state: state, at: date, after: after)
    }

    /// The end of the address of a page: `?q=…&state=…&after=…`.
    func address(after place: HolderQuery.Place?) -> String {
        let milliseconds = place.map { Int64(($0.issuedOn.timeIntervalSince1970 * 1_000).rounded()) }
        let parts = [
            text.isEmpty ? nil : "q=\(URLText.query(text))", state.map { "state=\($0.rawValue)" },
            place.map { "after=\(milliseconds ?? 0).\($0.award)" },
        ].compactMap(\.self)
        return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
    }
}

/// Everybody of a page of holders, and all pages after it, as a table.
struct HolderFile {
    private static let batch = 500

    let site: Site
    let awards: any AwardStore
    let badge: BadgeClass
    let query: HolderQuery

    var response: Response {
        let titles = [Phrase.personWord, .addressWord, .issuedWord, .claimedWord, .originWord, .listState, .linkWord]
        return CSVDownload.response(
            "holders-\(badge.slug)",
            titles: titles.map { Words[$0] },
            from: HolderQuery.Place?.none
        ) { [self] place in
            var query = query
            query.after = place
            query.limit = Self.batch
            let page = try await awards.holders(query)
            return (page.holders.map(row), page.next.map(Optional.some))
        }
    }

    /// Dates as ISO 8601, which spreadsheets of every country read.
    private func row(_ holder: Holder) -> [String] {
        let award = holder.held.award
        return [
            PersonName.words(holder.held.personName), holder.email?.description ?? "",
            award.issuedOn.formatted(.iso8601),
            award.claimedAt?.formatted(.iso8601) ?? "", Words[holder.origin.phrase],
            AwardState(award, at: query.date).pill.text,
            site.absolute("/awards/\(award.id)"),
        ]
    }
}
