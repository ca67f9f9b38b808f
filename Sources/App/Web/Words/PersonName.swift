import Core

/// What a person is called.
enum PersonName {
    /// The name, or in the reader's language that the person never signed in, or was erased.
    static func words(_ name: String) -> String {
        switch name {
        case Person.expectedName: Words[.notYetSignedIn]
        case Person.erasedName: Words[.erasedPerson]
        default: name
        }
    }
}
