import Core
import Foundation
import LinkedData

/// Asks for what one badge names: nothing twice, not more than 40 addresses, and not for long.
actor Fetching {
    private static let limit = 40
    private let end: ContinuousClock.Instant
    private let fetcher: any Core.DocumentFetcher
    private var answers: [FetchRequest: Result<FetchedDocument, FetchProblem>] = [:]

    /// - Parameter patience: how long it asks further servers.
    init(_ fetcher: any Core.DocumentFetcher, patience: Duration) {
        self.fetcher = fetcher
        end = .now + patience
    }

    /// - Returns: the answer whatever its status.
    func answer(_ url: String, types: [String] = FetchRequest.documents) async throws(FetchProblem) -> FetchedDocument {
        let address = url.split(separator: "#", omittingEmptySubsequences: false).first.map(String.init) ?? url
        let request = FetchRequest(address, types: types)
        if let known = answers[request] { return try known.get() }
        guard answers.count < Self.limit else {
            throw FetchProblem(url: url, reason: "The badge names too many addresses.", isTemporary: false)
        }
        guard ContinuousClock.now < end else {
            throw FetchProblem(url: url, reason: "The servers before it took too long.", isTemporary: true)
        }
        let result: Result<FetchedDocument, FetchProblem>
        do throws(FetchError) { result = .success(try await fetcher.fetch(request)) } catch {
            result = .failure(FetchProblem(error, url))
        }
        answers[request] = result
        return try result.get()
    }

    /// The body of a document that is there.
    func body(_ url: String) async throws(FetchProblem) -> [UInt8] {
        let answer = try await answer(url)
        guard answer.status == 200 else {
            let isTemporary = answer.status >= 500 || answer.status == 429 || answer.status == 408
            throw FetchProblem(url: url, reason: "It answers with status \(answer.status).", isTemporary: isTemporary)
        }
        return answer.body
    }

    func node(_ url: String) async throws(FetchProblem) -> Node {
        let body = try await body(url)
        do throws(JSONError) { return try JSONReader.read(body, limits: Self.limits) } catch {
            throw FetchProblem(url: url, reason: "It answers with no JSON: \(error.description)", isTemporary: false)
        }
    }

    static var limits: JSONLimits {
        var limits = JSONLimits()
        limits.bytes = 2 << 20
        return limits
    }

    /// Whether asking for a key document again may help.
    func mayAnswerLater(_ address: String) -> Bool {
        answers.contains { request, result in
            guard request.url == address else { return false }
            switch result {
            case .success(let answer): return answer.status >= 500 || answer.status == 429
            case .failure(let problem): return problem.leavesOpen
            }
        }
    }
}

struct FetchProblem: Error, Equatable, CustomStringConvertible {
    var url: String
    var reason: String
    /// The same question may be answered later.
    var isTemporary: Bool
    /// We do not ask at such addresses, whatever is there.
    var isRefused = false

    /// Nothing is known about what is there, so nobody can be blamed for it.
    var leavesOpen: Bool { isTemporary || isRefused }

    var description: String { "\(url): \(reason)" }
}

extension FetchProblem {
    init(_ error: FetchError, _ url: String) {
        self.init(url: url, reason: error.message, isTemporary: error.isTemporary)
        if case .refused = error { isRefused = true }
    }
}

/// What proofs of linked data ask for.
struct KeyDocuments: LinkedData.DocumentFetcher {
    let fetching: Fetching

    func fetch(_ url: Text) async throws -> [UInt8] { try await fetching.body(url.string) }
}
