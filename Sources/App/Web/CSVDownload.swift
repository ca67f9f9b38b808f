import Core
import HTTPTypes
import Hummingbird
import NIOCore

/// A table as a file that spreadsheets open: UTF-8 with byte order mark, CRLF (RFC 4180).
///
/// It is written page by page, so that a file of 100,000 rows needs no more memory than one of a hundred.
enum CSVDownload {
    /// - Parameters:
    ///   - name: of the file; letters, digits and hyphens.
    ///   - first: where the first page begins.
    ///   - page: the rows from a place on, and where the next page begins; nil after the last one.
    static func response<Place: Sendable>(
        _ name: String,
        titles: [String],
        from first: Place,
        page: @escaping @Sendable (Place) async throws -> (rows: [[String]], next: Place?)
    ) -> Response {
        let words = Words.current
        let body = ResponseBody { writer in
            try await writer.write(ByteBuffer(string: "\u{FEFF}" + line(titles)))
            var place: Place? = first
            while let here = place {
                let (rows, next) = try await Words.$current.withValue(words) { try await page(here) }
                if !rows.isEmpty { try await writer.write(ByteBuffer(string: rows.map(line).joined())) }
                place = next
            }
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .cacheControl: "private, no-store",
                .contentDisposition: "attachment; filename=\"\(name).csv\"",
            ],
            body: body
        )
    }

    private static func line(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") + "\r\n" }

    /// In quotes, and with an apostrophe before what a spreadsheet would run as a formula.
    static func field(_ text: String) -> String {
        let isFormula = ["=", "+", "-", "@", "\t", "\r"].contains { text.hasPrefix($0) }
        return "\"" + (isFormula ? "'" : "") + text.replacing("\"", with: "\"\"") + "\""
    }
}
