/// An award with all that a page about it says: the badge as it was on that day, its issuer, the person's name.
package struct HeldAward: Sendable, Equatable {
    package var award: Award
    package var slug: Slug
    /// Of the version that the award pins.
    package var content: BadgeContent
    package var issuer: Issuer
    package var personName: String

    package init(award: Award, slug: Slug, content: BadgeContent, issuer: Issuer, personName: String) {
        self.award = award
        self.slug = slug
        self.content = content
        self.issuer = issuer
        self.personName = personName
    }
}
