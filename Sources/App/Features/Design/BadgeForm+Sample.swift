import Core

extension BadgeForm {
    static let sampleArtwork = Artwork(shape: .rosette, colour: .teal, symbol: "care")

    /// The picture and the words of a badge for somebody who designs the first one and wants to see what one says.
    mutating func takeSample() {
        take(Self.sampleArtwork)
        name = Words[.sampleName]
        slug = Slug(proposedFor: name)?.description ?? ""
        description = Words[.sampleSays]
        criteria = Words[.sampleTakes]
        tags = Words[.sampleSkills]
    }
}
