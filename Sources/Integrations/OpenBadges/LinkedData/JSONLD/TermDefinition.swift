/// What a context says about one term (JSON-LD 1.1 API §4.1.1).
///
/// Immutable, so that contexts share them.
final class TermDefinition: Sendable {
    /// What a name becomes: a keyword, or an IRI, blank node identifier or (if nothing else is known) itself.
    enum Mapping: Hashable, Sendable {
        case keyword(Keyword)
        case iri(Text)
    }

    /// How a string value is read (`@type`).
    enum TypeMapping: Hashable, Sendable {
        case id
        case vocab
        case json
        case none
        case iri(Text)
    }

    /// A context within a context, and the address that its relative references belong to.
    struct ScopedContext: Sendable, Equatable {
        let context: JSON
        let baseURL: Text?
    }

    /// What is still open while a definition is read.
    struct Draft: Sendable, Equatable {
        /// nil for a term that is explicitly nothing.
        var mapping: Mapping?
        var isPrefix = false
        var isReverse = false
        var type: TypeMapping?
        var container: Container = []
        var index: Text?
        /// Outer nil: as the context says; inner nil: none.
        var language: Text??
        var direction: Direction??
        var nest: Text?
        var scopedContext: ScopedContext?
    }

    let content: Draft
    let isProtected: Bool

    init(_ content: Draft, isProtected: Bool) {
        self.content = content
        self.isProtected = isProtected
    }

    var mapping: Mapping? { content.mapping }
    var container: Container { content.container }
    var type: TypeMapping? { content.type }
    var scopedContext: ScopedContext? { content.scopedContext }

    /// The IRI or blank node identifier that the term stands for.
    var iri: Text? { if case .iri(let iri) = content.mapping { iri } else { nil } }
}

/// In which direction a text is written (`@direction`).
package enum Direction: String, Sendable {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"
}
