/// Contexts as tables of facts, and how a table becomes a context.
///
/// One line is one term: its name, its IRI, the type of its values (`@id`, `xsd:dateTime`, …) and its containers.
/// Indented lines below a term are the context that belongs to it.
///
///     VerifiableCredential    cred:
///         issuer              cred:           @id
///         validFrom           cred:           xsd:dateTime
///
/// - `cred:` alone stands for `cred:` and the name of the term. The prefixes are those in `prefixes`, unless the
///   context has a term of that name; `<…>` is taken as it is.
/// - A context is protected and has the aliases `id` and `type`; `| protected id type` lists them where it is not so.
/// - `&name` is the table of that name in `fragments`; `@context:null` a context that forgets all others.
/// - A table that says how it differs from another one has `-term` for what is gone and `=` for “as there”.
struct ContextTable {
    private static let prefixes: [Substring: String] = [
        "as": "https://www.w3.org/ns/activitystreams#",
        "clr": "https://purl.imsglobal.org/spec/vc/clr/vocab.html#",
        "cred": "https://www.w3.org/2018/credentials#",
        "dc": "http://purl.org/dc/terms/",
        "did": "https://www.w3.org/ns/did#",
        "http-schema": "http://schema.org/",
        "jose": "https://www.iana.org/assignments/jose#",
        "jwt": "https://www.iana.org/assignments/jwt#",
        "list": "https://w3id.org/vc/status-list#",
        "ob": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#",
        "schema": "https://schema.org/",
        "sec": "https://w3id.org/security#",
        "status": "https://www.w3.org/ns/credentials/status#",
        "vccr": "https://purl.imsglobal.org/spec/vccr/v1p0/context.json#",
        "vccs": "https://purl.imsglobal.org/spec/vccs/v1p0/context.json#",
        "vcrl": "https://purl.imsglobal.org/spec/vcrl/v1p0/context.json#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "xsds": "https://www.w3.org/2001/XMLSchema#",
    ]

    private static let fragments: [Substring: String] = [
        "proofPurposes": proofPurposes,
        "signature2018": signature2018,
    ]

    private static let types: Set<Substring> = ["@id", "@vocab", "@json", "@none"]

    private struct Line {
        let depth: Int
        let words: [Substring]
    }

    private var lines: ArraySlice<Line>
    /// The names of the outermost terms, those of the base included, which may be prefixes.
    private let ownPrefixes: Set<Substring>

    /// The value of `@context`.
    ///
    /// - Parameter base: the context that the table changes.
    static func context(_ text: String, changing base: JSON = .null) -> JSON {
        var table = ContextTable(text, changing: base)
        return .object(table.scope(at: 0, changing: base.object))
    }

    private init(_ text: String, changing base: JSON) {
        let lines = text.split(separator: "\n").map { line in
            Line(depth: line.prefix { $0 == " " }.count / 4, words: line.split(separator: " "))
        }
        self.lines = lines[...]
        let terms = base.object.map { base in base.keys.map { Substring($0.string) } } ?? []
        ownPrefixes = Set(lines.filter { $0.depth == 0 }.map { $0.words[0] } + terms)
    }

    private mutating func scope(at depth: Int, changing base: JSONObject?) -> JSONObject {
        var scope = base ?? ["@protected": true, "id": "@id", "type": "@type"]
        while let line = lines.first, line.depth == depth {
            lines.removeFirst()
            let name = line.words[0]
            if name == "|" {
                scope["@protected"] = line.words.contains("protected") ? true : nil
                scope["id"] = line.words.contains("id") ? "@id" : nil
                scope["type"] = line.words.contains("type") ? "@type" : nil
            } else if name.hasPrefix("-") {
                scope[Text(String(name.dropFirst()))] = nil
            } else {
                let term = Text(String(name))
                scope[term] = definition(line, changing: scope[term])
            }
        }
        return scope
    }

    private mutating func definition(_ line: Line, changing base: JSON?) -> JSON {
        let term = line.words[0]
        var definition = JSONObject()
        if line.words[1] == "=" {
            definition = base?.object ?? definition
        } else {
            definition["@id"] = iri(line.words[1], of: term)
            definition["@context"] = base?["@context"]
        }
        for word in line.words.dropFirst(2) {
            if word == "@context:null" {
                definition["@context"] = .null
            } else if word.hasPrefix("&") {
                definition["@context"] = Self.context(Self.fragments[word.dropFirst()] ?? "")
            } else if word.hasPrefix("@"), !Self.types.contains(word) {
                definition["@container"] = .string(Text(String(word)))
            } else {
                definition["@type"] = iri(word, of: term)
            }
        }
        if let next = lines.first, next.depth > line.depth {
            definition["@context"] = .object(scope(at: next.depth, changing: definition["@context"]?.object))
        }
        // A simple term may be a prefix, a described one may not.
        return definition.count == 1 ? definition["@id"] ?? .null : .object(definition)
    }

    private func iri(_ word: Substring, of term: Substring) -> JSON {
        if word.hasPrefix("<") { return .string(Text(String(word.dropFirst().dropLast()))) }
        guard !word.hasPrefix("@"), !word.contains("://"), let colon = word.firstIndex(of: ":") else {
            return .string(Text(String(word)))
        }
        let prefix = word[..<colon]
        let suffix = word[word.index(after: colon)...]
        let namespace = ownPrefixes.contains(prefix) ? "\(prefix):" : Self.prefixes[prefix] ?? "\(prefix):"
        return .string(Text(namespace + (suffix.isEmpty ? term : suffix)))
    }
}
