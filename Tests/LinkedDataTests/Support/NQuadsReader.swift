import LinkedData

/// Reads N-Quads into a dataset (RDF 1.1 N-Quads); for the suites only, the portal writes N-Quads and never reads them.
struct NQuadsReader {
    struct Malformed: Error {
        let line: Substring
    }

    private var rest: Substring
    private var dataset: Dataset

    static func read(_ text: String) throws -> Dataset {
        var dataset = Dataset()
        for line in text.split(whereSeparator: \.isNewline) {
            let line = line.drop(while: \.isWhitespace)
            if line.isEmpty || line.hasPrefix("#") { continue }
            var reader = NQuadsReader(rest: line, dataset: dataset)
            try reader.statement()
            dataset = reader.dataset
        }
        return dataset
    }

    private mutating func statement() throws {
        let line = rest
        guard let subject = try term(), let predicate = try term(), let object = try term() else {
            throw Malformed(line: line)
        }
        let graph = try term() ?? .defaultGraph
        rest = rest.drop { $0 == " " || $0 == "\t" }
        guard rest.hasPrefix(".") else { throw Malformed(line: line) }
        dataset.insert(Quad(subject, predicate, object, graph: graph))
    }

    /// nil at the full stop.
    private mutating func term() throws -> TermID? {
        rest = rest.drop { $0 == " " || $0 == "\t" }
        switch rest.first {
        case "<": return dataset.iri(Text(try iri()))
        case "_":
            let label = rest.prefix { !" \t<".contains($0) }
            rest = rest.dropFirst(label.count)
            return dataset.blankNode(Text(String(label)))
        case "\"": return try literal()
        default: return nil
        }
    }

    private mutating func iri() throws -> String {
        rest.removeFirst()
        guard let end = rest.firstIndex(of: ">") else { throw Malformed(line: rest) }
        defer { rest = rest[rest.index(after: end)...] }
        return try unescaped(rest[..<end])
    }

    private mutating func literal() throws -> TermID {
        var scalars = rest.unicodeScalars.dropFirst()
        var raw = Substring.UnicodeScalarView()
        while let scalar = scalars.first, scalar != "\"" {
            raw.append(scalars.removeFirst())
            if scalar == "\\", let next = scalars.popFirst() { raw.append(next) }
        }
        rest = Substring(scalars.dropFirst())
        let value = Text(try unescaped(Substring(raw)))
        if rest.hasPrefix("@") {
            let language = rest.dropFirst().prefix { !$0.isWhitespace }
            rest = rest.dropFirst(language.count + 1)
            return dataset.literal(value, datatype: "", language: Text(String(language)))
        }
        guard rest.hasPrefix("^^") else {
            return dataset.literal(value, datatype: "http://www.w3.org/2001/XMLSchema#string")
        }
        rest = rest.dropFirst(2)
        return dataset.literal(value, datatype: Text(try iri()))
    }

    private func unescaped(_ text: Substring) throws -> String {
        var result = String.UnicodeScalarView()
        var scalars = text.unicodeScalars
        while let scalar = scalars.popFirst() {
            guard scalar == "\\" else {
                result.append(scalar)
                continue
            }
            let escape = scalars.popFirst()
            switch escape {
            case "t": result.append("\t")
            case "b": result.append("\u{08}")
            case "n": result.append("\n")
            case "r": result.append("\r")
            case "f": result.append("\u{0C}")
            case "u", "U":
                let digits = scalars.prefix(escape == "u" ? 4 : 8)
                scalars = scalars.dropFirst(digits.count)
                guard let code = UInt32(String(digits), radix: 16), let value = Unicode.Scalar(code) else {
                    throw Malformed(line: text)
                }
                result.append(value)
            case let other?: result.append(other)
            case nil: throw Malformed(line: text)
            }
        }
        return String(result)
    }
}
