import Core
import Foundation

/// What a letter about a badge says, in the current words: one message, one button, works without pictures.
struct LetterText {
    let notice: MailNotices.Notice
    let held: HeldAward
    let site: Site
    let token: String

    func letter(to address: EmailAddress, key: String) -> Letter {
        Letter(
            key: key,
            to: address,
            name: held.personName,
            subject: say(subject),
            text: text,
            html: html.text,
            language: Words.current.language.tag,
            unsubscribe: site.isSecure ? URL(string: stopAddress) : nil,
            date: site.now()
        )
    }

    private var phrases: (subject: Phrase, text: Phrase, button: Phrase) {
        switch notice {
        case .given: (.mailGivenSubject, .mailGivenText, .mailGivenButton)
        case .takenBack: (.mailBackSubject, .mailBackText, .mailBackButton)
        case .runsOut: (.mailRunsOutSubject, .mailRunsOutText, .mailRunsOutButton)
        }
    }

    private var subject: Phrase { phrases.subject }

    private func say(_ phrase: Phrase) -> String {
        Words.say(
            phrase,
            [
                "badge": .text(held.content.name), "issuer": .text(held.issuer.name),
                "person": .text(held.personName), "organisation": .text(site.organisation),
                "reason": .text(held.award.revocation?.reason ?? ""),
                "date": held.award.expires.map { .date($0) } ?? .text(""),
            ]
        )
    }

    private var address: String {
        notice == .runsOut ? site.absolute("/badges/\(held.slug)") : site.absolute("/awards/\(held.award.id)")
    }

    private var stopAddress: String { site.absolute("/mail/stop/\(token)") }

    private var text: String {
        """
        \(say(.mailHello))

        \(say(phrases.text))

        \(say(phrases.button)): \(address)

        --\u{20}
        \(say(.mailWhy))
        \(Words[.mailStop]): \(stopAddress)

        """
    }

    /// Tables and inline styles, because mail programs know little else; colours that light and dark can live with.
    private var html: HTML {
        let language = Words.current.language
        let picture = site.absolute("/awards/\(held.award.id)/image.png")
        let image: HTML? =
            notice == .given
            ? """
            <tr><td align="center" style="padding:24px 24px 0"><img src="\(url: picture)" \
            alt="\(held.content.pictureDescription)" width="160" height="160" style="display:block;border:0"></td></tr>
            """ : nil
        return """
            <!doctype html>
            <html lang="\(language.tag)" dir="\(language.isRightToLeft ? "rtl" : "ltr")"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark"><title>\(say(subject))</title></head>
            <body style="margin:0;padding:16px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;\
            font-size:16px;line-height:1.5">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;margin:0 auto">
            \(image)<tr><td style="padding:24px"><p>\(say(.mailHello))</p><p>\(say(phrases.text))</p>
            <p><a href="\(url: address)" style="display:inline-block;padding:12px 20px;border-radius:10px;\
            background:#1f5fbf;color:#ffffff;text-decoration:none;font-weight:600">\(say(phrases.button))</a></p></td></tr>
            <tr><td style="padding:0 24px 24px;font-size:13px;color:#767676"><p>\(say(.mailWhy)) \
            <a href="\(url: stopAddress)" style="color:#767676">\(Words[.mailStop])</a></p></td></tr>
            </table></body></html>
            """
    }
}
