import Core
import Foundation
import HTTPTypes
import Hummingbird
import Synchronization

/// How often strangers looked at verification pages since it was written down last: numbers, and nothing of the people.
final class CheckCounter: Sendable {
    /// Awards counted between two writes; of more than these, further ones are not counted.
    private static let limit = 50_000

    private let checks = Mutex<[Award.ID: Int]>([:])

    func count(_ award: Award.ID) {
        checks.withLock { checks in
            if let count = checks[award] {
                checks[award] = count + 1
            } else if checks.count < Self.limit {
                checks[award] = 1
            }
        }
    }

    /// Writes down what is not written yet; what cannot be written now is kept for the next time.
    func write(to store: any FigureStore, at date: Date) async throws {
        let waiting = checks.withLock { checks in
            defer { checks = [:] }
            return checks
        }
        guard !waiting.isEmpty else { return }
        do {
            try await store.add(waiting, at: date)
        } catch {
            checks.withLock { $0.merge(waiting, uniquingKeysWith: +) }
            throw error
        }
    }
}

extension Request {
    private static let programs = [
        "bot", "crawl", "spider", "slurp", "preview", "facebookexternalhit", "embedly", "fetch", "monitor", "curl",
        "wget", "python", "java/", "go-http", "headless", "lighthouse", "whatsapp", "skypeuripreview", "scan",
    ]

    /// Whether a person seems to look: no program that says so, no HEAD, no page that is loaded ahead.
    var isFromPerson: Bool {
        guard method == .get, let agent = headers[.userAgent]?.lowercased(), !agent.isEmpty else { return false }
        let purpose = headers[HTTPField.Name.secPurpose] ?? headers[HTTPField.Name.purpose] ?? ""
        return !purpose.contains("prefetch") && !Self.programs.contains { agent.contains($0) }
    }
}
