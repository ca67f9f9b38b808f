import Core
import Foundation

/// What the designer's form holds, as it was typed: nothing is lost, however wrong it is.
struct BadgeForm {
    var name = ""
    var slug = ""
    var description = ""
    var criteria = ""
    var tags = ""
    var shape = Artwork.Shape.hexagon.rawValue
    var colour = Artwork.Colour.indigo.rawValue
    var symbol = ArtworkSymbol.star.name
    var level = String(Artwork.Level.none.rawValue)
    var pictureURL = ""
    /// The id of a picture that was uploaded; empty for none.
    var upload = ""
    /// Empty as long as nobody wrote other words than the portal.
    var pictureDescription = ""
    var mode = Mode.all.rawValue
    var needed = ""
    var requirements: [Row] = [Row()]
    var months = ""
    var alignments: [AlignmentRow] = []
    var isCorrection = false
    /// The issuer's id, which only a new badge chooses; empty for the first one.
    var issuer = ""
    /// The revision that the designer saw; 0 for a new badge.
    var revision = 0

    /// One activity that counts.
    struct Row {
        /// `source/id`, or empty.
        var activity = ""
        var ref: ActivityRef? { ActivityText.ref(activity) }
        /// Percent, or empty for “completed”.
        var threshold = ""
    }

    enum Mode: String, CaseIterable {
        case all
        case any
        case atLeast = "at-least"
    }

    /// The name of the editor of ``alignments``; the other one edits ``requirements``.
    static let alignmentEditor = "alignments"

    /// Adds a row or takes one away, as the buttons of the form ask without script.
    ///
    /// - Parameters:
    ///   - add: the editor's name.
    ///   - remove: the editor's name, a dot and the row.
    mutating func edit(add: String?, remove: String?) {
        switch add {
        case Self.alignmentEditor?: if alignments.count < Alignment.limit { alignments.append(AlignmentRow()) }
        case nil: break
        default: if requirements.count < Rule.limit { requirements.append(Row()) }
        }
        if let remove, let index = Int(remove.split(separator: ".").last ?? "") {
            if remove.hasPrefix("\(Self.alignmentEditor).") {
                if alignments.indices.contains(index) { alignments.remove(at: index) }
            } else if requirements.indices.contains(index) {
                requirements.remove(at: index)
            }
        }
        if requirements.isEmpty { requirements = [Row()] }
    }

    var artwork: Artwork {
        Artwork(
            shape: Artwork.Shape(rawValue: shape) ?? .hexagon,
            colour: Artwork.Colour(rawValue: colour) ?? .indigo,
            symbol: symbol,
            level: Int(level).flatMap(Artwork.Level.init(rawValue:)) ?? .none
        )
    }

    /// What the picture is as far as the form can say; a wrong address counts as none.
    var picture: BadgePicture {
        if !upload.isEmpty { return .upload(ID(upload)) }
        if let url = Self.pictureURL(pictureURL) { return .link(url) }
        return .artwork(artwork)
    }

    /// An absolute https address, or http for those who still have one.
    static func pictureURL(_ text: String) -> URL? {
        guard text.utf8.count <= 2_000, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            let url = URL(string: text), ["http", "https"].contains(url.scheme?.lowercased()),
            let host = url.host(), !host.isEmpty, url.user() == nil
        else { return nil }
        return url
    }
}

extension BadgeForm {
    init(_ form: FormBody) {
        let fields = form.fields
        func text(_ name: String) -> String { (fields[name] ?? "").trimmed.replacing("\r\n", with: "\n") }
        name = text("name")
        slug = text("slug")
        description = text("description")
        criteria = text("criteria")
        tags = text("tags")
        shape = fields["shape"] ?? shape
        colour = fields["colour"] ?? colour
        symbol = fields["chosen"] ?? fields["symbol"] ?? symbol
        level = fields["level"] ?? level
        pictureURL = text("picture_url")
        upload = fields["drop_upload"] == nil ? text("upload") : ""
        pictureDescription = text("picture_description")
        if pictureDescription == text("drawn_description") { pictureDescription = "" }
        mode = fields["mode"] ?? mode
        needed = text("needed")
        requirements = (0..<Rule.limit).compactMap { index in
            guard let activity = fields["activity.\(index)"] else { return nil }
            return Row(activity: activity, threshold: text("threshold.\(index)"))
        }
        months = text("months")
        alignments = Self.alignments(fields)
        isCorrection = fields["correction"] != nil
        issuer = fields["issuer"] ?? ""
        revision = fields["revision"].flatMap { Int($0) } ?? 0
    }

    init(_ badge: BadgeClass) {
        let content = badge.content
        name = content.name
        slug = badge.slug.description
        description = content.description
        criteria = content.criteria
        tags = content.tags.joined(separator: ", ")
        pictureDescription = content.pictureDescription
        months = content.validity.months.map(String.init) ?? ""
        alignments = Self.rows(content.alignments)
        revision = badge.revision
        take(content.picture, slug: slug)
        if let rule = content.rule { take(rule) }
    }

    private mutating func take(_ picture: BadgePicture, slug: String) {
        let artwork: Artwork
        switch picture {
        case .artwork(let chosen): artwork = chosen
        case .link(let url):
            pictureURL = url.absoluteString
            artwork = .proposed(for: slug)
        case .upload(let id):
            upload = id.rawValue
            artwork = .proposed(for: slug)
        }
        take(artwork)
    }

    mutating func take(_ artwork: Artwork) {
        shape = artwork.shape.rawValue
        colour = artwork.colour.rawValue
        symbol = artwork.symbol
        level = String(artwork.level.rawValue)
    }

    private mutating func take(_ rule: Rule) {
        switch rule.mode {
        case .all: mode = Mode.all.rawValue
        case .any: mode = Mode.any.rawValue
        case .atLeast(let number):
            mode = Mode.atLeast.rawValue
            needed = String(number)
        }
        requirements = rule.requirements.map { requirement in
            Row(
                activity: ActivityText.value(requirement.activity),
                threshold: requirement.threshold.map { String($0.whole) } ?? ""
            )
        }
    }
}

/// An activity's address in a form: the source's id, a slash, the activity's id.
enum ActivityText {
    static func value(_ ref: ActivityRef) -> String { "\(ref.source)/\(ref.id)" }

    static func ref(_ value: String) -> ActivityRef? {
        let parts = value.split(separator: "/", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        return ActivityRef(source: ID(String(parts[0])), id: ID(String(parts[1])))
    }
}
