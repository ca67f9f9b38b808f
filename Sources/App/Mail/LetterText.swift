import Core
import Foundation

/// What a letter says, in the current words: a few sentences and lists, one button, works without pictures.
struct LetterText {
    var subject: String
    var blocks: [Block]
    var button: Link
    var picture: Picture?

    enum Block {
        case text(String)
        case list([Item])
    }

    struct Item {
        var link: Link
        var note: String?
    }

    struct Link {
        var title: String
        var address: String
    }

    struct Picture {
        var address: String
        var description: String
    }

    func letter(to addressee: Addressee, key: String, site: Site) -> Letter {
        let frame = LetterFrame(
            hello: Words.say(.mailHello, ["person": .text(addressee.person.name)]),
            why: Words.say(addressee.why, ["organisation": .text(site.organisation)]),
            stop: Link(title: Words[.mailStop], address: site.absolute("/mail/stop/\(addressee.token)")),
            contents: self
        )
        return Letter(
            key: key,
            to: addressee.address,
            name: addressee.person.name,
            subject: subject,
            text: frame.text,
            html: frame.html.text,
            language: Words.current.language.tag,
            unsubscribe: site.isSecure ? URL(string: frame.stop.address) : nil,
            date: site.now()
        )
    }
}

/// A letter from its greeting to the link that ends all letters, twice with the same words.
struct LetterFrame {
    let hello: String
    let why: String
    let stop: LetterText.Link
    let contents: LetterText

    var text: String {
        let blocks = contents.blocks.map { block in
            switch block {
            case .text(let text): text
            case .list(let items): items.map(Self.text).joined(separator: "\n")
            }
        }
        let body = ([hello] + blocks + ["\(contents.button.title): \(contents.button.address)"])
        return body.joined(separator: "\n\n") + "\n\n-- \n\(why)\n\(stop.title): \(stop.address)\n"
    }

    private static func text(_ item: LetterText.Item) -> String {
        let note = item.note.map { " (\($0))" } ?? ""
        return "- \(item.link.title)\(note): \(item.link.address)"
    }

    /// Tables and inline styles, because mail programs know little else; colours that light and dark can live with.
    var html: HTML {
        let language = Words.current.language
        let picture: HTML? = contents.picture.map { picture in
            """
            <tr><td align="center" style="padding:24px 24px 0"><img src="\(url: picture.address)" \
            alt="\(picture.description)" width="160" height="160" style="display:block;border:0"></td></tr>
            """
        }
        return """
            <!doctype html>
            <html lang="\(language.tag)" dir="\(language.isRightToLeft ? "rtl" : "ltr")"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark"><title>\(contents.subject)</title></head>
            <body style="margin:0;padding:16px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;\
            font-size:16px;line-height:1.5">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;margin:0 auto">
            \(picture)<tr><td style="padding:24px"><p>\(hello)</p>\(contents.blocks.map(Self.html))
            <p><a href="\(url: contents.button.address)" style="display:inline-block;padding:12px 20px;border-radius:10px;\
            background:#1f5fbf;color:#ffffff;text-decoration:none;font-weight:600">\(contents.button.title)</a></p></td></tr>
            <tr><td style="padding:0 24px 24px;font-size:13px;color:#767676"><p>\(why) \
            <a href="\(url: stop.address)" style="color:#767676">\(stop.title)</a></p></td></tr>
            </table></body></html>
            """
    }

    private static func html(_ block: LetterText.Block) -> HTML {
        switch block {
        case .text(let text): return "<p>\(text)</p>"
        case .list(let items):
            let rows = items.map { item -> HTML in
                let note: HTML? = item.note.map { " (\($0))" }
                return """
                    <li style="margin:8px 0"><a href="\(url: item.link.address)"><bdi>\(item.link.title)</bdi></a>\(note)</li>
                    """
            }
            return "<ul style=\"margin:0;padding-inline-start:20px\">\(rows)</ul>"
        }
    }
}
