/// The names of RDF that JSON-LD needs.
enum RDF {
    static let type: Text = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    static let first: Text = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first"
    static let rest: Text = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest"
    static let `nil`: Text = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil"
    static let value: Text = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value"
    static let language: Text = "http://www.w3.org/1999/02/22-rdf-syntax-ns#language"
    static let direction: Text = "http://www.w3.org/1999/02/22-rdf-syntax-ns#direction"
    static let langString: Text = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
    static let json: Text = "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON"
}

/// The datatypes that JSON-LD gives to numbers, truth values and strings.
enum XSD {
    static let string: Text = "http://www.w3.org/2001/XMLSchema#string"
    static let boolean: Text = "http://www.w3.org/2001/XMLSchema#boolean"
    static let integer: Text = "http://www.w3.org/2001/XMLSchema#integer"
    static let double: Text = "http://www.w3.org/2001/XMLSchema#double"
}
