/// Something that a document says and that has no place in its RDF: a signature does not cover it.
package struct Dropped: Sendable, Equatable, CustomStringConvertible {
    package enum Reason: String, Sendable {
        case undefinedMember = "no context defines this member"
        case reservedName = "names that begin with “@” are reserved"
        case freeValue = "this value belongs to no property"
        case relativeReference = "this is not an absolute IRI"
        case invalidLanguage = "this is not a language tag"
        case invalidDatatype = "this is not a datatype"
        case blankPredicate = "a property must not be a blank node"
        case emptyObject = "this object says nothing"
        case index = "an index has no place in RDF"
        case direction = "the direction of a text has no place in RDF"
        case numberOutOfRange = "no double is as large as this number"
    }

    package let reason: Reason
    package let subject: Text

    package var description: String { "“\(subject)”: \(reason.rawValue)." }
}
