/// The Context Processing Algorithm (JSON-LD 1.1 API §4.1.2), for the length of one document.
struct ContextProcessing {
    /// What one call is told besides the context itself.
    struct Parameters {
        var baseURL: Text?
        /// The addresses that led here, to notice a circle.
        var remoteContexts: [Text] = []
        var overrideProtected = false
        var propagate = true
        var validateScopedContexts = true
    }

    let loader: any DocumentLoader
    let cache: ContextCache
    /// Terms that may still be defined or copied: a small document could ask for millions.
    private(set) var remainingWork = workLimit

    static let workLimit = 200_000
    /// Contexts that may include each other in a row.
    private static let remoteContextLimit = 16

    init(loader: any DocumentLoader, cache: ContextCache) {
        self.loader = loader
        self.cache = cache
    }

    /// Returns the context that is in force where `local` stands, given the one around it.
    mutating func process(
        _ active: ActiveContext,
        _ local: JSON,
        _ parameters: Parameters
    ) throws(JSONLDError) -> ActiveContext {
        var parameters = parameters
        // Step 2: @propagate decides before anything is read.
        if let propagate = local["@propagate"] {
            guard case .bool(let value) = propagate else { throw JSONLDError(.invalidPropagateValue) }
            parameters.propagate = value
        }
        // Step 1 and 3.
        var result = active
        if !parameters.propagate, result.previous == nil { result = result.returning(to: active) }
        // Step 4 and 5.
        for context in local.asArray {
            switch context {
            case .null: result = try nullify(active, result, parameters)
            case .string(let reference): result = try processRemote(reference, on: result, parameters)
            case .object(let definition): result = try processDefinition(definition, on: result, parameters)
            default: throw JSONLDError(.invalidLocalContext)
            }
        }
        return result
    }

    /// Step 5.1: back to the beginning, unless somebody protected a term.
    private mutating func nullify(
        _ active: ActiveContext,
        _ result: ActiveContext,
        _ parameters: Parameters
    ) throws(JSONLDError) -> ActiveContext {
        try spend(1 + active.state.terms.count / 16)
        if !parameters.overrideProtected, active.state.hasProtectedTerms {
            throw JSONLDError(.invalidContextNullification)
        }
        var state = ActiveContext.State()
        state.base = active.state.originalBase
        state.originalBase = active.state.originalBase
        if !parameters.propagate { state.previous = result }
        return ActiveContext(state, isShared: false)
    }

    /// Step 5.2: a context by its address.
    private mutating func processRemote(
        _ reference: Text,
        on result: ActiveContext,
        _ parameters: Parameters
    ) throws(JSONLDError) -> ActiveContext {
        let url = resolve(reference, parameters)
        if !parameters.validateScopedContexts, parameters.remoteContexts.contains(url) { return result }
        guard parameters.remoteContexts.count < Self.remoteContextLimit else {
            throw JSONLDError(.contextOverflow, url)
        }
        if let cached = cache.context(after: .remote(url), on: result) { return cached }
        var inner = Parameters()
        inner.baseURL = url
        inner.remoteContexts = parameters.remoteContexts + [url]
        inner.validateScopedContexts = parameters.validateScopedContexts
        let context = try process(result, try loadContext(url), inner)
        cache.keep(context, after: .remote(url), on: result)
        return context
    }

    /// Step 5.3 to 5.13: a context definition, read into a copy of `result`.
    private mutating func processDefinition(
        _ definition: JSONObject,
        on result: ActiveContext,
        _ parameters: Parameters
    ) throws(JSONLDError) -> ActiveContext {
        let definition = try merged(definition, parameters)
        var state = result.state
        try spend(1 + state.terms.count / 16)
        try state.applyKeywords(of: definition, isRemote: !parameters.remoteContexts.isEmpty)
        // Step 5.13.
        var terms = TermCreation(
            state: state,
            local: definition,
            isProtected: try definition.boolean("@protected", orThrow: .invalidProtectedValue) ?? false,
            // What comes with a known context stays known; an address in `remoteContexts` was answered by the loader.
            isShared: result.isShared && !parameters.remoteContexts.isEmpty,
            parameters: parameters
        )
        for (term, _) in definition where !Self.contextKeywords.contains(term) {
            try terms.create(term, &self)
        }
        return ActiveContext(terms.state, isShared: terms.isShared)
    }

    private static let contextKeywords: Set<Text> = [
        "@base", "@direction", "@import", "@language", "@propagate", "@protected", "@version", "@vocab",
    ]

    /// Step 5.6: `@import` brings entries that are not in the definition itself.
    private func merged(_ definition: JSONObject, _ parameters: Parameters) throws(JSONLDError) -> JSONObject {
        guard let value = definition["@import"] else { return definition }
        guard case .string(let reference) = value else { throw JSONLDError(.invalidImportValue) }
        let url = resolve(reference, parameters)
        guard case .object(var merged) = try loadContext(url) else { throw JSONLDError(.invalidRemoteContext, url) }
        guard !merged.contains("@import") else { throw JSONLDError(.invalidContextEntry, "@import") }
        for (key, value) in definition { merged[key] = value }
        return merged
    }

    private func loadContext(_ url: Text) throws(JSONLDError) -> JSON {
        guard let document = loader.document(at: url) else { throw JSONLDError(.loadingRemoteContextFailed, url) }
        guard let context = document["@context"] else { throw JSONLDError(.invalidRemoteContext, url) }
        return context
    }

    private func resolve(_ reference: Text, _ parameters: Parameters) -> Text {
        guard let base = parameters.baseURL else { return reference }
        return IRIReference.resolve(reference, against: base)
    }

    mutating func spend(_ work: Int) throws(JSONLDError) {
        remainingWork -= work
        guard remainingWork >= 0 else { throw JSONLDError(.workLimitExceeded) }
    }
}

extension ContextProcessing {
    /// Applies the context that belongs to a type, for one node only (Expansion, step 11.2).
    mutating func applyScopedContext(
        ofType type: Text,
        definedIn definitions: ActiveContext,
        to active: ActiveContext
    ) throws(JSONLDError) -> ActiveContext {
        guard let definition = definitions[type], let scoped = definition.scopedContext else { return active }
        let parameters = Parameters(baseURL: scoped.baseURL, propagate: false)
        let isKnown = definition === active[type]
        return try apply(scoped, as: .typeScoped(type), to: active, isKnown: isKnown, parameters)
    }

    /// Applies the context that belongs to a property, for what is below it (Expansion, steps 4.2 and 8).
    ///
    /// - Parameter definition: of the property, from the context in which the property stands.
    mutating func applyScopedContext(
        ofProperty property: Text,
        _ definition: TermDefinition?,
        to active: ActiveContext
    ) throws(JSONLDError) -> ActiveContext {
        guard let definition, let scoped = definition.scopedContext else { return active }
        let parameters = Parameters(baseURL: scoped.baseURL, overrideProtected: true)
        let isKnown = definition === active[property]
        return try apply(scoped, as: .propertyScoped(property), to: active, isKnown: isKnown, parameters)
    }

    /// - Parameter isKnown: the scoped context is the one that `active` itself gives to the name in `step`, so that
    ///   the result depends on these two only.
    private mutating func apply(
        _ scoped: TermDefinition.ScopedContext,
        as step: ContextCache.Step,
        to active: ActiveContext,
        isKnown: Bool,
        _ parameters: Parameters
    ) throws(JSONLDError) -> ActiveContext {
        guard isKnown, active.isShared else { return try process(active, scoped.context, parameters) }
        if let cached = cache.context(after: step, on: active) { return cached }
        let result = try process(active, scoped.context, parameters).shared
        cache.keep(result, after: step, on: active)
        return result
    }
}

extension ActiveContext {
    /// Step 3: the same context, for one node only.
    fileprivate func returning(to previous: ActiveContext) -> ActiveContext {
        var state = state
        state.previous = previous
        return ActiveContext(state, isShared: false)
    }

    /// The same context, for the cache.
    fileprivate var shared: ActiveContext { isShared ? self : ActiveContext(state, isShared: true) }
}
