/// An element of an SVG and what is in it.
struct SVGElement: Equatable {
    enum Node: Equatable {
        case element(SVGElement)
        case text(String)

        var text: String? {
            guard case .text(let text) = self else { return nil }
            return text
        }
    }

    var name: String
    var attributes: [String: String]
    var children: [Node] = []

    var elements: [SVGElement] {
        children.compactMap { node in
            guard case .element(let element) = node else { return nil }
            return element
        }
    }

    /// Adds text to the text that is there: the parser gives it in pieces.
    mutating func append(_ text: String) {
        if let last = children.last?.text {
            children[children.count - 1] = .text(last + text)
        } else {
            children.append(.text(text))
        }
    }

    /// As text, with the attributes in alphabetical order.
    func write(to text: inout String, isRoot: Bool = false) {
        text += "<\(name)"
        if isRoot { text += " xmlns=\"http://www.w3.org/2000/svg\"" }
        for (name, value) in attributes.sorted(by: { $0.key < $1.key }) {
            text += " \(name)=\"\(value.escapedForXML)\""
        }
        guard !children.isEmpty else {
            text += "/>"
            return
        }
        text += ">"
        for child in children {
            switch child {
            case .element(let element): element.write(to: &text)
            case .text(let content): text += content.escapedForXML
            }
        }
        text += "</\(name)>"
    }
}

extension String {
    fileprivate var escapedForXML: String {
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\r": result += "&#13;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
