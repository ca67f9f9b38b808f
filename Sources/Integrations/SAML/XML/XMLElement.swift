/// An element as it was read, once and for all: nothing in it changes afterwards.
struct XMLElement: Sendable, Equatable {
    struct Name: Sendable, Hashable, CustomStringConvertible {
        var namespace: String
        var local: String

        var description: String { local }
    }

    enum Child: Sendable, Equatable {
        case element(XMLElement)
        case text(String)
        case comment
    }

    var name: Name
    /// Without declarations of namespaces.
    var attributes: [Name: String]
    var children: [Child]

    /// The elements in it, in their order.
    var elements: [XMLElement] {
        children.compactMap { child in
            if case .element(let element) = child { element } else { nil }
        }
    }

    /// The attribute of this name in no namespace.
    subscript(_ attribute: String) -> String? { attributes[Name(namespace: "", local: attribute)] }

    /// The one child of this name; nil when there is none or several.
    func only(_ name: Name) -> XMLElement? {
        let found = elements.filter { $0.name == name }
        return found.count == 1 ? found[0] : nil
    }

    func all(_ name: Name) -> [XMLElement] { elements.filter { $0.name == name } }

    /// All text in it, joined where comments stood in between; nil when there are elements in it.
    ///
    /// Whoever takes only the text before a comment reads another name than the one that was signed.
    var text: String? {
        guard elements.isEmpty else { return nil }
        return children.reduce(into: "") { text, child in
            if case .text(let part) = child { text += part }
        }
    }

    /// Text that is one piece, with nothing else beside it.
    var plainText: String? {
        guard children.count == 1, case .text(let text) = children[0] else { return nil }
        return text
    }

    var hasComment: Bool {
        children.contains { child in
            switch child {
            case .element(let element): element.hasComment
            case .text: false
            case .comment: true
            }
        }
    }

    /// Calls for this element and for all in it, with the element that each is in.
    func visit(in parent: XMLElement? = nil, _ body: (XMLElement, XMLElement?) throws -> Void) rethrows {
        try body(self, parent)
        for element in elements { try element.visit(in: self, body) }
    }
}
