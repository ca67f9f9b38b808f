import Core

/// The key of one provider, in memory until the provider refuses it.
actor ProviderKey: CustomReflectable {
    private let secret: Secret
    private var value: String?

    init(_ secret: Secret) { self.secret = secret }

    /// Shows nothing to whoever dumps it.
    nonisolated var customMirror: Mirror { Mirror(self, children: [:]) }

    /// Where the key is kept, for administrators.
    nonisolated var place: String {
        switch secret.reference {
        case .environment(let name): "the environment variable \(name)"
        case .file(let path): "the file \(path)"
        }
    }

    func current() throws(SourceError) -> String {
        if let value { return value }
        let read = try reveal()
        value = read
        return read
    }

    /// Reads the key again after `refused` was refused.
    ///
    /// - Returns: nil when it is still the same.
    func renewed(after refused: String) throws(SourceError) -> String? {
        if value == refused { value = try reveal() }
        return value == refused ? nil : value
    }

    /// A key is sent in a header: only visible ASCII can be.
    private func reveal() throws(SourceError) -> String {
        let text: String
        do throws(SecretError) {
            text = try secret.reveal()
        } catch {
            throw .unauthorized("\(error).")
        }
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .unauthorized("\(place) holds a space, a line end or another character that no key has.")
        }
        return text
    }
}
