/// Which groups and attributes of a provider give which role; the `roles` object of every provider in plugins.json.
///
/// What it gives is taken away again when the group goes or the mapping changes; what the portal itself granted stays.
package struct RoleMapping: Sendable, Equatable {
    /// The groups as the provider names them: compared byte for byte, because some are identifiers.
    package var groups: [Role: Set<String>]
    package var attributes: [AttributeRule]

    /// Gives a role to everybody whose attribute has the value.
    package struct AttributeRule: Sendable, Equatable, Decodable {
        package var name: String
        package var value: String
        package var role: Role

        package init(name: String, value: String, role: Role) {
            self.name = name
            self.value = value
            self.role = role
        }
    }

    package init(_ groups: [Role: Set<String>] = [:], attributes: [AttributeRule] = []) {
        self.groups = groups
        self.attributes = attributes
    }

    /// Whether a provider has to know somebody's groups.
    package var needsGroups: Bool { groups.values.contains { !$0.isEmpty } }

    /// - Parameters:
    ///   - memberships: the person's groups; nil when the provider does not say, which then says nothing about roles.
    ///   - attribute: all values of an attribute; empty when there is none.
    /// - Returns: the roles; nil when the provider says nothing about them, so that they stay as they are.
    package func roles(
        of memberships: (some Collection<String>)?,
        attribute: (String) -> [String] = { _ in [] }
    ) -> Set<Role>? {
        if needsGroups, memberships == nil { return nil }
        let byGroup = groups.filter { entry in memberships.map { !entry.value.isDisjoint(with: $0) } ?? false }
        let byAttribute = attributes.filter { attribute($0.name).contains($0.value) }
        return Set(byGroup.keys).union(byAttribute.map(\.role))
    }
}

extension RoleMapping: Decodable {
    private enum CodingKeys: String, CodingKey { case designer, administrator, attributes }

    package init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            [
                .designer: Set(try box.decodeIfPresent([String].self, forKey: .designer) ?? []),
                .administrator: Set(try box.decodeIfPresent([String].self, forKey: .administrator) ?? []),
            ],
            attributes: try box.decodeIfPresent([AttributeRule].self, forKey: .attributes) ?? []
        )
    }

    /// The option of a provider's `config` that a mapping is read from.
    package static let option = ConfigOption.optional(
        "roles",
        .object(schema),
        "Which groups and attributes give which role."
    )

    private static let schema = ConfigSchema(
        .optional("designer", .list(.string), "Groups whose members design badges."),
        .optional("administrator", .list(.string), "Groups whose members administer the portal."),
        .optional("attributes", .list(.object(attributeSchema)), "Attributes that give a role.")
    )

    private static let attributeSchema = ConfigSchema(
        .required("name", .string, "The attribute, as the provider names it."),
        .required("value", .string, "The value that gives the role."),
        .required("role", .choice(Role.allCases.map(\.rawValue)), "The role.")
    )
}
