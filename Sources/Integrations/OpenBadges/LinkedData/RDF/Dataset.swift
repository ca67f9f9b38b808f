/// An RDF dataset: a set of statements, each in the default graph or a named one (RDF 1.1 Concepts §4).
///
/// A term is kept once, as its canonical N-Quads text (`<https://…>`, `"text"@en`, `_:b0`): two terms are equal exactly
/// if these texts are. Statements hold four small numbers, so that comparing and hashing them costs next to nothing.
package struct Dataset: Sendable {
    package private(set) var quads: [Quad] = []
    private var seen: Set<Quad> = []
    /// IRIs and literals, by their number.
    private var names: [Text] = ["default graph"]
    /// Labels of blank nodes with `_:`, by their number.
    private(set) var blankNodeLabels: [Text] = []
    private var numbers: [Text: TermID] = [:]
    /// The same for IRIs without their brackets, so that a known one need not be written again.
    private var iriNumbers: [Text: TermID] = [:]

    package init() {}

    /// Adds a statement; a set holds it once.
    package mutating func insert(_ quad: Quad) {
        if seen.insert(quad).inserted { quads.append(quad) }
    }

    package mutating func iri(_ iri: Text) -> TermID {
        if let number = iriNumbers[iri] { return number }
        var text: [UInt8] = []
        text.reserveCapacity(iri.count + 2)
        NQuads.append(iri: iri, to: &text)
        let number = TermID(name: names.count)
        names.append(Text(ascii: text))
        iriNumbers[iri] = number
        return number
    }

    /// About as many bytes as the statements fill in N-Quads.
    var writtenSize: Int {
        quads.reduce(0) { size, quad in
            size + text(of: quad.subject).count + text(of: quad.predicate).count + text(of: quad.object).count + 8
        }
    }

    /// nil unless the dataset has the IRI already.
    func knownIRI(_ iri: Text) -> TermID? { iriNumbers[iri] }

    package mutating func literal(_ value: Text, datatype: Text, language: Text? = nil) -> TermID {
        var text: [UInt8] = []
        text.reserveCapacity(value.count + datatype.count + 8)
        NQuads.append(literal: value, datatype: datatype, language: language, to: &text)
        let name = Text(ascii: text)
        if let number = numbers[name] { return number }
        let number = TermID(name: names.count)
        names.append(name)
        numbers[name] = number
        return number
    }

    /// - Parameter label: with its `_:`.
    package mutating func blankNode(_ label: Text) -> TermID {
        if let number = numbers[label] { return number }
        let number = TermID(blankNode: blankNodeLabels.count)
        blankNodeLabels.append(label)
        numbers[label] = number
        return number
    }

    /// A blank node that nothing else refers to.
    package mutating func blankNode() -> TermID {
        let number = TermID(blankNode: blankNodeLabels.count)
        blankNodeLabels.append("")
        return number
    }

    /// The canonical N-Quads text of an IRI or a literal.
    package func text(of term: TermID) -> Text {
        term.isBlankNode ? blankNodeLabels[term.index] : names[term.index]
    }

}
