/// What the `config` object of a plugin may hold: enough of JSON Schema to be checked well and exported as such.
package struct ConfigSchema: Sendable, Equatable {
    package var options: [ConfigOption]

    package init(_ options: ConfigOption...) { self.options = options }
}

/// One member of a `config` object.
package struct ConfigOption: Sendable, Equatable {
    package indirect enum Kind: Sendable, Equatable {
        case string
        /// An absolute http or https address.
        case url
        /// The path of a file, relative to plugins.json.
        case path
        /// `{ "env": "NAME" }` or `{ "file": "/path" }`, never the secret itself.
        case secret
        case boolean
        case integer(ClosedRange<Int>)
        /// One of these numbers.
        case number([Int])
        /// One of these words.
        case choice([String])
        case list(Kind)
        case object(ConfigSchema)
    }

    package var name: String
    package var kind: Kind
    package var isRequired: Bool
    /// What it is for, in one sentence; also the hint when it is wrong.
    package var purpose: String

    package static func required(_ name: String, _ kind: Kind, _ purpose: String) -> Self {
        Self(name: name, kind: kind, isRequired: true, purpose: purpose)
    }

    package static func optional(_ name: String, _ kind: Kind, _ purpose: String) -> Self {
        Self(name: name, kind: kind, isRequired: false, purpose: purpose)
    }
}
