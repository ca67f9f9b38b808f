import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("A private address") struct PrivateAddressTests {
    /// The code in the last message.
    private func code(_ mail: FakeMail) throws -> String {
        try #require(mail.messages.last?.payload["code"])
    }

    @Test("is one's own after the code that went there came back, and stands behind the others")
    func proof() async throws {
        let mail = FakeMail()
        let portal = try await TestPortal(messages: [mail])
        try await portal.browse(as: "priya") { browser in
            try await browser.get("/settings/addresses")
            let sent = try await browser.post("/settings/addresses", ["address": " Priya@Home.example "])
            #expect(sent.status == .ok)
            #expect(sent.text.contains("We sent a code to Priya@Home.example."))
            await portal.portal.jobService.work()
            let wrong = try await browser.post(
                "/settings/addresses/proof",
                ["address": "priya@home.example", "code": "x"]
            )
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("That is not the code that we sent."))
            let fields = ["address": "priya@home.example", "code": try self.code(mail)]
            #expect(
                try await browser.post("/settings/addresses/proof", fields).location == "/settings/addresses?added=1"
            )
            #expect(
                try await browser.get("/settings/addresses?added=1").text.contains("priya@home.example is yours now.")
            )
            let person = try await portal.person("priya")
            #expect(person.emails.map(\.description) == ["priya@laurel.example", "priya@home.example"])
        }
    }

    @Test(
        "is refused in a sentence and keeps what was typed",
        arguments: [
            ("nobody", "That is not an email address."), ("", "That is not an email address."),
            ("tomas@laurel.example", "This address belongs to another account here."),
            ("🐍@" + String(repeating: "x", count: 10_000), "That is not an email address."),
        ]
    )
    func refused(address: String, sentence: String) async throws {
        let portal = try await TestPortal(messages: [FakeMail()])
        _ = try await portal.person("tomas")
        try await portal.browse(as: "priya") { browser in
            try await browser.get("/settings/addresses")
            let page = try await browser.post("/settings/addresses", ["address": address])
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains(sentence))
            #expect(page.text.contains("value=\"\(address.prefix(320))\""))
        }
    }

    @Test("cannot be used to send mail to many")
    func many() async throws {
        let portal = try await TestPortal(messages: [FakeMail()])
        try await portal.browse(as: "priya") { browser in
            try await browser.get("/settings/addresses")
            for number in 0..<PrivateAddress.triesPerMinute {
                let sent = try await browser.post("/settings/addresses", ["address": "a\(number)@x.example"])
                #expect(sent.status == .ok)
            }
            #expect(
                try await browser.post("/settings/addresses", ["address": "b@x.example"]).status == .tooManyRequests
            )
        }
    }

    @Test("is not asked for where no mail can be sent")
    func noMail() async throws {
        let portal = try await TestPortal()
        try await portal.browse(as: "priya") { browser in
            let page = try await browser.get("/settings/addresses").text
            #expect(page.contains("priya@laurel.example") && !page.contains("action=\"/settings/addresses\""))
            #expect(
                try await browser.post("/settings/addresses", ["address": "b@x.example"]).status
                    == .unprocessableContent
            )
        }
    }
}
