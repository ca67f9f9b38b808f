/// A company's list of people and groups that is allowed to bring them here, and what it may decide.
package struct Directory: Sendable {
    package typealias ID = Core.ID<Directory>

    /// The `id` in plugins.json; roles that it gives are marked with it.
    package var id: ID
    /// The identity provider that signs the same people in; nil where the two have no name in common.
    ///
    /// Its subject of a person is ``subjectPrefix`` followed by the directory's own name for the person.
    package var provider: ProviderID?
    package var subjectPrefix: String
    /// The addresses that it gives out itself.
    package var emailAuthority: EmailAuthority
    package var roles: RoleMapping

    package init(
        id: ID,
        provider: ProviderID? = nil,
        subjectPrefix: String = "",
        emailAuthority: EmailAuthority,
        roles: RoleMapping = RoleMapping()
    ) {
        self.id = id
        self.provider = provider
        self.subjectPrefix = subjectPrefix
        self.emailAuthority = emailAuthority
        self.roles = roles
    }

    /// By which the identity provider will know the person; nil when that cannot be said.
    package func identity(externalID: String?) -> ExternalIdentity? {
        guard let provider, let externalID, !externalID.isEmpty else { return nil }
        return ExternalIdentity(provider: provider, subject: subjectPrefix + externalID)
    }
}
