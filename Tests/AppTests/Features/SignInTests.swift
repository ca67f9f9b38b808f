import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("Sign-in") struct SignInTests {
    @Test("offers the people of the demonstration and leads home")
    func wayIn() async throws {
        try await TestPortal().browse { browser in
            let page = try await browser.get("/login")
            #expect(page.text.contains("Priya Raman"))
            #expect(page.text.contains("نور الهاشمي"))
            #expect(page.text.contains("林 🐍🏅"))
            let answer = try await browser.post("/login/demo", ["person": "priya"])
            #expect(answer.status == .seeOther)
            #expect(answer.location == "/welcome")
            #expect(try await browser.get("/").text.contains("Hello, Priya Raman"))
        }
    }

    @Test("keeps the session in a cookie that no script and no other site can use")
    func cookie() async throws {
        try await TestPortal().browse { browser in
            try await browser.get("/login")
            let cookie = try #require(try await browser.post("/login/demo", ["person": "priya"]).cookies.first)
            #expect(cookie.hasPrefix("laurel-session="))
            for flag in ["HttpOnly", "SameSite=Lax", "Path=/"] { #expect(cookie.contains(flag)) }
            #expect(!cookie.contains("Secure"))
        }
    }

    @Test("binds the cookies to the very host behind https")
    func hostCookie() async throws {
        try await TestPortal(baseURL: "https://laurel.test").browse { browser in
            try await browser.get("/login")
            let cookie = try #require(try await browser.post("/login/demo", ["person": "priya"]).cookies.first)
            #expect(cookie.hasPrefix("__Host-laurel-session="))
            #expect(cookie.contains("Secure"))
            #expect(!cookie.contains("Domain"))
            #expect(Set(browser.cookies.keys) == ["__Host-laurel-session", "__Host-laurel-form"])
        }
    }

    @Test("gives a new token every time and ends the session before")
    func renewed() async throws {
        try await TestPortal().browse(as: "priya") { browser in
            let first = try #require(browser.cookies["laurel-session"])
            try await browser.post("/login/demo", ["person": "priya"])
            let second = try #require(browser.cookies["laurel-session"])
            #expect(first != second)
            browser.keep("laurel-session", first)
            #expect(try await browser.get("/").status == .found)
            browser.keep("laurel-session", second)
            #expect(try await browser.get("/").status == .ok)
        }
    }

    @Test("never takes over a session that somebody else chose")
    func fixation() async throws {
        try await TestPortal().browse { browser in
            browser.keep("laurel-session", "chosen-by-somebody-else")
            try await browser.get("/login")
            try await browser.post("/login/demo", ["person": "priya"])
            #expect(browser.cookies["laurel-session"] != "chosen-by-somebody-else")
        }
    }

    @Test(
        "goes on only within the portal",
        arguments: [
            ("/badges?q=a", "/badges?q=a"), ("https://evil.example", "/welcome"), ("//evil.example", "/welcome"),
            ("/\\evil.example", "/welcome"), ("/login", "/welcome"), ("javascript:alert(1)", "/welcome"),
            ("", "/welcome"),
            ("/a\r\nSet-Cookie: x=1", "/welcome"), ("/🏅", "/welcome"),
        ]
    )
    func onward(next: String, expected: String) async throws {
        try await TestPortal().browse { browser in
            try await browser.get("/login?return_to=\(URLText.query(next))")
            let answer = try await browser.post("/login/demo", ["person": "priya", "return_to": next])
            #expect(answer.location == expected)
        }
    }

    @Test("says that there is no such provider or person")
    func unknown() async throws {
        try await TestPortal().browse { browser in
            try await browser.get("/login")
            let provider = try await browser.post("/login/saml", ["person": "priya"])
            #expect(provider.status == .notFound)
            #expect(provider.text.contains("There is no way to sign in called “saml”."))
            let person = try await browser.post("/login/demo", ["person": "<script>"])
            #expect(person.status == .unprocessableContent)
            #expect(person.text.contains("Choose one of the people on the list."))
            #expect(browser.cookies["laurel-session"] == nil)
        }
    }

    @Test("refuses the form of a stranger whose browser has another token")
    func strangersToken() async throws {
        try await TestPortal().browse { browser in
            try await browser.get("/login")
            let token = browser.formToken
            browser.forget("laurel-form")
            try await browser.get("/login")
            let answer = try await browser.post("/login/demo", ["person": "priya"], token: token)
            #expect(answer.status == .forbidden)
            #expect(browser.cookies["laurel-session"] == nil)
        }
    }

    @Test("signing out ends the session on the server too")
    func signOut() async throws {
        try await TestPortal().browse(as: "priya") { browser in
            let session = try #require(browser.cookies["laurel-session"])
            let answer = try await browser.post("/logout")
            #expect(answer.location == "/login")
            #expect(browser.cookies["laurel-session"]?.isEmpty == true)
            browser.keep("laurel-session", session)
            #expect(try await browser.get("/").status == .found)
        }
    }

    @Test("a session ends after a day, however busy it was")
    func day() async throws {
        let portal = try await TestPortal()
        try await portal.browse(as: "priya") { browser async throws in
            for _ in 0..<23 {
                portal.wait(3_600)
                #expect(try await browser.get("/settings").status == .ok)
            }
            portal.wait(3_600)
            #expect(try await browser.get("/settings").status == .found)
        }
    }

    @Test("a session ends after eight hours without a click")
    func idle() async throws {
        let portal = try await TestPortal()
        try await portal.browse(as: "priya") { browser in
            portal.wait(8 * 3_600 + 1)
            let answer = try await browser.get("/award?badge=x")
            #expect(answer.status == .found)
            #expect(answer.location == "/login?return_to=%2Faward%3Fbadge%3Dx")
        }
    }
}
