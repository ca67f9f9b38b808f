import Core

/// What a person is called.
enum PersonName {
    /// The name, or in the reader's language that the person never signed in.
    static func words(_ name: String) -> String { name == Person.expectedName ? Words[.notYetSignedIn] : name }
}
