import Core
import Foundation

/// The questions Pathgather's API answers, as far as the portal asks them.
struct PathgatherAPI: Sendable {
    /// The most it gives at once.
    static let pageSize = 100

    let http: any SourceHTTP

    /// A page of a list.
    ///
    /// - Parameters:
    ///   - list: `paths`, `users` or `user_paths`.
    ///   - filter: goes as JSON into the body of the GET.
    ///   - page: the `next` of the page before.
    /// - Returns: nil when it does not understand the filter or no longer knows the page.
    func page<Record: Decodable>(
        of list: String,
        _ record: Record.Type,
        where filter: Filter? = nil,
        after page: String? = nil,
        size: Int = pageSize
    ) async throws(SourceError) -> Listing<Record>? {
        var request = SourceRequest(list, query: ["per_page": "\(size)"])
        request.query["from"] = page
        request.json = filter.map { Array($0.json.utf8) }
        let response = try await http.send(request)
        switch response.status {
        case 200...299: break
        case 404: throw .unavailable("there is nothing at “\(list)”. Does baseURL end with the version, as in /v1?")
        default: return nil
        }
        guard response.body.first(where: { !($0 == 0x20 || (0x09...0x0D).contains($0)) }) != UInt8(ascii: "<") else {
            throw .malformed("a web page came where JSON was due. Is baseURL the address of the API?")
        }
        do {
            let wire = try JSONDecoder().decode(Page<Record>.self, from: Data(response.body))
            guard wire.next?.text == nil || wire.next?.text != page else {
                throw SourceError.malformed("a page of “\(list)” leads back to itself.")
            }
            return Listing(wire, date: response.headers["date"].flatMap { Date(httpDate: $0) })
        } catch let error as SourceError {
            throw error
        } catch {
            throw .malformed("“\(list)” is not the JSON that was due.")
        }
    }
}

/// A page, read.
struct Listing<Record: Decodable> {
    var records: [Record]
    var problems: [RecordProblem]
    /// nil on the last page.
    var next: String?
    /// The server's clock when it answered.
    var date: Date?

    init(_ page: Page<Record>, date: Date?) {
        (records, problems, next) = ([], [], page.next?.text)
        self.date = date
        for (index, result) in page.results.enumerated() {
            switch result.value {
            case .success(let record): records.append(record)
            case .failure(let fault):
                let record = result.id ?? "record \(index + 1) of its page"
                problems.append(RecordProblem(record: record, reason: fault.reason))
            }
        }
    }
}

/// A condition of `q`, in the shape of Ransack's.
enum Filter {
    case user(id: String)
    case userEmail(String)
    case email(String)
    case updated(after: Date)

    var json: String {
        switch self {
        case .user(let id): #"{"q":{"user":{"id":{"eq":\#(quoted(id))}}}}"#
        case .userEmail(let email): #"{"q":{"user":{"email":{"eq":\#(quoted(email))}}}}"#
        case .email(let email): #"{"q":{"email":{"eq":\#(quoted(email))}}}"#
        case .updated(let date): #"{"q":{"updated_at":{"gt":"\#(date.formatted(.iso8601))"}}}"#
        }
    }

    /// A JSON string (RFC 8259 §7).
    private func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\u{00}"..."\u{1F}":
                let code = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - code.count) + code
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
