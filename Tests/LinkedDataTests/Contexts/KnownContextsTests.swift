import Testing

@testable import LinkedData

/// Our tables of terms against the published contexts.
@Suite("The known contexts")
struct KnownContextsTests {
    /// Every term of a context with everything that a context can say about it, scoped contexts included.
    private func meaning(of url: Text, _ loader: some DocumentLoader) throws -> [String] {
        var lines: [String] = []
        try describe(.string(url), in: ActiveContext(ActiveContext.State(), isShared: true), "", loader, &lines)
        return lines.sorted()
    }

    private func describe(
        _ context: JSON,
        in active: ActiveContext,
        _ path: String,
        _ loader: some DocumentLoader,
        _ lines: inout [String]
    ) throws {
        var contexts = ContextProcessing(loader: loader, cache: ContextCache())
        let result = try contexts.process(active, context, ContextProcessing.Parameters(overrideProtected: true))
        for (term, definition) in result.state.terms {
            var content = definition.content
            content.scopedContext = nil
            // What a term of the context around it says is told there.
            if definition === active[term] { continue }
            lines.append("\(path)/\(term): \(content) \(definition.isProtected)")
            if let scoped = definition.scopedContext {
                lines.append("\(path)/\(term): scoped \(scoped.context.isNull ? "null" : "")")
                if !scoped.context.isNull {
                    try describe(scoped.context, in: result, "\(path)/\(term)", loader, &lines)
                }
            }
        }
        lines.append("\(path): \(String(describing: result.state.vocab))")
    }

    @Test("define the same terms as the published ones", arguments: KnownContexts.badges.addresses)
    func sameTerms(url: Text) throws {
        let ours = try meaning(of: url, KnownContexts.badges)
        let published = try meaning(of: url, OriginalContexts.all.get())
        #expect(ours.count > 2)
        #expect(Set(ours).symmetricDifference(published).sorted() == [])
    }

    @Test("know nothing else")
    func unknown() {
        #expect(KnownContexts.badges.document(at: "https://example.org/context.json") == nil)
    }
}
