import Core
import Foundation
import Rasteriser

/// What is drawn of an award; equal ones look the same.
struct AwardDrawing: Hashable, Sendable {
    /// Changes with the layouts, so that nothing old is taken for up to date.
    private static let edition = 3

    var person: String
    var badge: String
    var issuer: String
    var issuedOn: Date
    var texts: Texts
    /// In languages that are read from right to left.
    var isMirrored: Bool
    /// Absolute; also in the code to scan.
    var address: String
    var picture: BadgePicture
    var slug: Slug
    private var edition = Self.edition

    /// What is written around the names.
    struct Texts: Hashable, Sendable {
        var earned: String
        var certifies: String
        var hasEarned: String
        var issuedBy: String
        var issuedOn: String
        var validUntil: String?
        var check: String

        init(_ held: HeldAward, _ words: Words) {
            earned = words.text(.drawEarned)
            certifies = words.text(.drawCertifies)
            hasEarned = words.text(.drawHasEarned)
            issuedBy = words.text(.drawIssuedBy, ["issuer": .text(held.issuer.name)])
            issuedOn = words.date(held.award.issuedOn)
            validUntil = held.award.expires.map { words.text(.drawValidUntil, ["date": .date($0)]) }
            check = words.text(.drawScan)
        }
    }

    /// - Parameter words: in UTC, so that every copy names the same days.
    init(_ held: HeldAward, address: String, in words: Words) {
        person = held.personName
        badge = held.content.name
        issuer = held.issuer.name
        issuedOn = held.award.issuedOn
        texts = Texts(held, words)
        isMirrored = words.language.isRightToLeft
        picture = held.content.picture
        slug = held.slug
        self.address = address
    }

    /// The badge as a drawing within a drawing.
    ///
    /// - Parameter pixels: what an uploaded picture looks like, as PNG; artwork stays a drawing, sharp at every size.
    func badge(x: Double, y: Double, side: Double, pixels: [UInt8]) -> String {
        let place = "x=\"\(x)\" y=\"\(y)\" width=\"\(side)\" height=\"\(side)\""
        guard case .artwork(let artwork) = picture else {
            let data = Data(pixels).base64EncodedString()
            return "<image \(place) href=\"data:image/png;base64,\(data)\"/>"
        }
        let drawing = artwork.svg(for: slug.description)
        guard let end = drawing.firstIndex(of: ">") else { return "" }
        return "<svg \(place) viewBox=\"0 0 240 240\">" + drawing[drawing.index(after: end)...]
    }
}
