import Core
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The rows of a list that cannot be used, as a file that spreadsheets open: UTF-8 with byte order mark, CRLF.
struct ListProblems {
    let list: AwardList
    let lists: any AwardListStore

    var response: Response {
        get async throws {
            let rows = try await lists.rows(list.id, onlyProblems: true, after: 0, limit: AwardList.rowLimit)
            let titles = [Words[.listRowLine], Words[.listRowAddress], Words[.listRowReason]]
            let lines =
                [titles] + rows.map { [String($0.line), $0.address, $0.problem.map { Words[$0.reason] } ?? ""] }
            let text = "\u{FEFF}" + lines.map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
            return Response(
                status: .ok,
                headers: [
                    .contentType: "text/csv; charset=utf-8", .cacheControl: "private, no-store",
                    .contentDisposition: "attachment; filename=\"rows.csv\"",
                ],
                body: .init(byteBuffer: ByteBuffer(string: text))
            )
        }
    }

    /// RFC 4180, and an apostrophe before what a spreadsheet would run as a formula.
    static func field(_ text: String) -> String {
        let isFormula = ["=", "+", "-", "@", "\t", "\r"].contains { text.hasPrefix($0) }
        return "\"" + (isFormula ? "'" : "") + text.replacing("\"", with: "\"\"") + "\""
    }
}
