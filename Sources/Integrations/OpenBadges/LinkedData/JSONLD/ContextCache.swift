import Synchronization

/// Active contexts that were made of known contexts: the work of reading `credentials/v2` is done once, not for every
/// credential.
///
/// A key is a context and what was applied to it. A document chooses in which order it names contexts and types, so
/// the number of entries is limited; a full cache starts again.
final class ContextCache: Sendable {
    enum Step: Hashable, Sendable {
        case remote(Text)
        case typeScoped(Text)
        case propertyScoped(Text)
    }

    private struct Key: Hashable {
        let parent: ObjectIdentifier
        let step: Step
    }

    private struct Entry {
        /// Kept alive, so that its identity is not given to another object.
        let parent: ActiveContext
        let result: ActiveContext
    }

    /// A verifier of Open Badges needs about a hundred.
    private static let limit = 500

    private let entries = Mutex<[Key: Entry]>([:])

    func context(after step: Step, on parent: ActiveContext) -> ActiveContext? {
        guard parent.isShared else { return nil }
        let key = Key(parent: ObjectIdentifier(parent), step: step)
        return entries.withLock { $0[key]?.result }
    }

    func keep(_ result: ActiveContext, after step: Step, on parent: ActiveContext) {
        guard parent.isShared, result.isShared else { return }
        let key = Key(parent: ObjectIdentifier(parent), step: step)
        entries.withLock { entries in
            if entries.count >= Self.limit { entries.removeAll() }
            entries[key] = Entry(parent: parent, result: result)
        }
    }
}
