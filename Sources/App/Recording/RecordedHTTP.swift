import Core
import Foundation

/// The way out of a source, with a note of every call.
struct RecordedSourceHTTP: SourceHTTP {
    let integration: String
    let http: any SourceHTTP
    let log: CallLog

    func send(_ request: SourceRequest) async throws(SourceError) -> SourceResponse {
        let path = URL(string: request.path).flatMap { $0.host() == nil ? nil : $0.path() } ?? request.path
        let what = "\(request.method) \(CallName.path(path))"
        let start = ContinuousClock.now
        do throws(SourceError) {
            let response = try await http.send(request)
            log.add(integration, what, "\(response.status)", isFailure: false, ContinuousClock.now - start)
            return response
        } catch {
            log.add(integration, what, "\(error)", isFailure: error.isFailure, ContinuousClock.now - start)
            throw error
        }
    }
}

extension SourceError {
    /// Whether somebody has to do something about it.
    fileprivate var isFailure: Bool {
        switch self {
        case .unauthorized, .unavailable, .malformed: true
        case .rateLimited, .cursorExpired, .personUnknown: false
        }
    }
}

/// The way out of an identity provider, with a note of every call.
struct RecordedIdentityHTTP: IdentityHTTP {
    let integration: String
    let http: any IdentityHTTP
    let log: CallLog

    func send(_ request: IdentityRequest) async throws(IdentityHTTPError) -> IdentityAnswer {
        let url = URL(string: request.url)
        let method = request.form == nil ? "GET" : "POST"
        let what = "\(method) \(url?.host() ?? "")\(CallName.path(url?.path() ?? ""))"
        let start = ContinuousClock.now
        do throws(IdentityHTTPError) {
            let answer = try await http.send(request)
            // A status below 500 is an answer about one person, such as a code that was used already.
            log.add(integration, what, "\(answer.status)", isFailure: answer.status >= 500, ContinuousClock.now - start)
            return answer
        } catch {
            log.add(integration, what, error.reason, isFailure: true, ContinuousClock.now - start)
            throw error
        }
    }
}

extension IdentityHTTPError {
    fileprivate var reason: String {
        switch self {
        case .address(let reason), .unavailable(let reason): reason
        }
    }
}

/// A mail server, with a note of every letter, which does not say to whom.
struct RecordedMailer: Mailer {
    let integration: String
    let mailer: any Mailer
    let log: CallLog

    func send(_ letter: Letter) async throws(DeliveryError) {
        let start = ContinuousClock.now
        func note(_ result: String, isFailure: Bool) {
            log.add(integration, IntegrationCall.letter, result, isFailure: isFailure, ContinuousClock.now - start)
        }
        do throws(DeliveryError) {
            try await mailer.send(letter)
            note("Taken over.", isFailure: false)
        } catch {
            switch error {
            case .later: note("Not now; it is tried again.", isFailure: true)
            case .never: note("This letter was refused for good.", isFailure: false)
            case .notBefore, .needless: break
            }
            throw error
        }
    }

    func test() async -> [ConnectionStep] {
        let start = ContinuousClock.now
        let steps = await mailer.test()
        let problem = steps.compactMap(\.problem).first
        let took = ContinuousClock.now - start
        log.add(integration, IntegrationCall.test, problem ?? "It answered.", isFailure: problem != nil, took)
        return steps
    }
}

extension Contributions {
    /// The same, with a note of every letter.
    func recorded(_ integration: String, _ log: CallLog) -> Contributions {
        var recorded = self
        recorded.mailers = mailers.map { RecordedMailer(integration: integration, mailer: $0, log: log) }
        return recorded
    }
}

extension PluginContext {
    /// The same for one entry, with a note of every call.
    func recorded(_ integration: String, _ log: CallLog) -> PluginContext {
        var recorded = self
        recorded.id = integration
        recorded.http = { [http] in RecordedSourceHTTP(integration: integration, http: http($0), log: log) }
        recorded.identityHTTP = { [identityHTTP] in
            RecordedIdentityHTTP(integration: integration, http: identityHTTP($0), log: log)
        }
        return recorded
    }
}
