import Core
import Foundation
import Logging

/// All integrations and how each is doing, by what is written down: nobody is asked for it.
struct Integrations {
    private static let hoursShown = 24

    let board: PluginBoard
    let sources: [any BadgeSource]
    let identityProviders: [any IdentityProvider]
    let directories: [Directory]
    let learning: any LearningStore
    let directoryStore: any DirectoryStore
    let calls: any CallStore
    let log: CallLog
    let logger: Logger
    let now: @Sendable () -> Date

    /// In the order of plugins.json.
    func all() async throws -> [IntegrationStanding] {
        await writeDown()
        let first = IntegrationHour.start(of: now()) - Double(Self.hoursShown - 1) * IntegrationHour.length
        let hours = Dictionary(grouping: try await calls.hours(since: first), by: \.integration)
        let last = Dictionary(try await calls.lastCalls().map { ($0.integration, $0) }) { $1 }
        var all: [IntegrationStanding] = []
        for entry in entries {
            var standing = standing(of: entry)
            let own = hours[entry.id] ?? []
            standing.hours = (0..<Self.hoursShown).map { offset in
                HealthStrip.Hour(own.first { $0.start == first + Double(offset) * IntegrationHour.length })
            }
            standing.failures = own.reduce(0) { $0 + $1.failures }
            if entry.isOn { try await judge(&standing, last[entry.id]) }
            all.append(standing)
        }
        return all
    }

    /// What could not be written down is not lost: the next page or the job writes it.
    private func writeDown() async {
        do { try await log.write(to: calls) } catch {
            logger.warning("calls are not written down yet", metadata: ["error": "\(error)"])
        }
    }

    private struct Entry {
        var id: String
        var type: String?
        var isOn: Bool
    }

    /// What runs and, switched off, what else plugins.json has.
    private var entries: [Entry] {
        var entries = board.running.map { Entry(id: $0.id, type: $0.type, isOn: $0.isEnabled) }
        let running = sources.map(\.id.rawValue) + identityProviders.map(\.id.rawValue) + directories.map(\.id.rawValue)
        for id in running where !entries.contains(where: { $0.id == id }) {
            entries.append(Entry(id: id, isOn: true))
        }
        return entries
    }

    private func standing(of entry: Entry) -> IntegrationStanding {
        let source = sources.first { $0.id.rawValue == entry.id }
        let provider = identityProviders.first { $0.id.rawValue == entry.id }
        let kind: IntegrationStanding.Kind =
            if source != nil {
                .learning
            } else if provider != nil {
                .signIn
            } else if directories.contains(where: { $0.id.rawValue == entry.id }) {
                .directory
            } else {
                board.running.contains { $0.id == entry.id && $0.sendsMail } ? .mail : .other
            }
        let plugin = board.registry.first { $0.type == entry.type }
        return IntegrationStanding(
            id: entry.id,
            name: source?.name ?? (provider is any PickAPerson ? nil : provider?.name) ?? entry.id,
            purpose: plugin.map(PluginText.purpose) ?? "\(entry.id)",
            kind: kind,
            state: entry.isOn ? .waiting : .off
        )
    }

    private func judge(_ standing: inout IntegrationStanding, _ call: IntegrationCall?) async throws {
        if let call {
            standing.lastAt = call.at
            standing.milliseconds = call.milliseconds
            standing.state = call.isFailure ? .down : call.isSlow ? .slow : .working
            if call.isFailure {
                let well = try await calls.calls(of: standing.id).first { !$0.isFailure }
                standing.wellUntil = well?.at
                standing.details = Self.details(call.result)
            }
        }
        switch standing.kind {
        case .learning: try await judgeSource(&standing)
        case .directory:
            let news = try await directoryStore.summary(of: Directory.ID(standing.id)).changedAt
            if call == nil, let news {
                standing.lastAt = news
                standing.state = .working
            }
        case .signIn, .mail, .other: break
        }
    }

    /// What the last synchronisation found counts more than a single call.
    private func judgeSource(_ standing: inout IntegrationStanding) async throws {
        let state = try await learning.syncState(of: SourceID(standing.id))
        guard let last = state.last else { return }
        standing.lastAt = max(standing.lastAt ?? last.finishedAt, last.finishedAt)
        standing.wellUntil = state.lastSuccessAt
        standing.details = last.health.status == .healthy ? nil : Self.details(last.health.message)
        standing.state =
            switch last.health.status {
            case .healthy: .working
            case .degraded: .slow
            case .down: .down
            case .misconfigured: .refused
            }
    }

    private static func details(_ text: String) -> HTML {
        "<details><summary>\(Words[.rawAnswer])</summary><p lang=\"en\" dir=\"auto\">\(text)</p></details>"
    }
}
