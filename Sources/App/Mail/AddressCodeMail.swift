import Core
import Foundation

/// Sends the code by which somebody shows that an address is theirs.
///
/// Somebody waits for it on the page: no quiet hours, and nothing to unsubscribe from.
struct AddressCodeMail: MessageHandler {
    let name = "address-code"
    let kinds: Set<String> = ["address.code"]
    let site: Site
    let mailer: any Mailer
    let people: any PersonStore

    func deliver(_ message: OutboxMessage, key: String) async throws(DeliveryError) {
        guard let id = message.payload["person"], let code = message.payload["code"],
            let address = message.payload["address"].flatMap({ EmailAddress($0) })
        else { throw .never("The message does not say which code goes where.") }
        let person = try await DeliveryError.reading { try await people.person(ID(id)) }
        let letter = Words.$current.withValue(Words.for(person, of: site)) {
            Self.letter(code, to: address, person, key: key, site)
        }
        try await mailer.send(letter)
    }

    static func letter(
        _ code: String,
        to address: EmailAddress,
        _ person: Person,
        key: String,
        _ site: Site
    ) -> Letter {
        let organisation = Words.Value.text(site.organisation)
        let subject = Words.say(.mailCodeSubject, ["organisation": organisation])
        let hello = Words.say(.mailHello, ["person": .text(person.name)])
        let text = Words.say(.mailCodeText, ["organisation": organisation])
        let ignore = Words[.mailCodeIgnore]
        let language = Words.current.language
        let html: HTML = """
            <!doctype html>
            <html lang="\(language.tag)" dir="\(language.isRightToLeft ? "rtl" : "ltr")"><head><meta charset="utf-8">
            <meta name="color-scheme" content="light dark"><title>\(subject)</title></head>
            <body style="margin:0;padding:16px;font-family:system-ui,sans-serif;font-size:16px;line-height:1.5">
            <p>\(hello)</p><p>\(text)</p><p style="font-size:28px;font-weight:600" dir="ltr">\(code)</p><p>\(ignore)</p>
            </body></html>
            """
        return Letter(
            key: key,
            to: address,
            name: person.name,
            subject: subject,
            text: "\(hello)\n\n\(text)\n\n\(code)\n\n\(ignore)\n",
            html: html.text,
            language: language.tag,
            unsubscribe: nil,
            date: site.now()
        )
    }
}
