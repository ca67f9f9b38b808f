import Core
import Foundation
import Hummingbird

/// The rows of a list that cannot be used, as a file.
struct ListProblems {
    private static let batch = 500

    let list: AwardList
    let lists: any AwardListStore

    var response: Response {
        let titles = [Words[.listRowLine], Words[.listRowAddress], Words[.listRowReason]]
        return CSVDownload.response("rows", titles: titles, from: 0) { [list, lists] line in
            let rows = try await lists.rows(list.id, onlyProblems: true, after: line, limit: Self.batch)
            return (
                rows.map { [String($0.line), $0.address, $0.problem.map { Words[$0.reason] } ?? ""] },
                rows.count < Self.batch ? nil : rows.last?.line
            )
        }
    }
}
