import Core
import Foundation
import Testing

@Suite("A share link")
struct ShareTargetTests {
    private func award(
        text: String = "I earned Git & “Swift” 🏅",
        name: String = "Git & Swift {url}",
        expires: Date? = nil
    ) -> SharedAward {
        SharedAward(
            url: "https://laurel.example/awards/3fa85f64?a=b&c",
            text: text,
            name: name,
            issuer: "Söhne + Töchter",
            id: "3fa85f64",
            issuedOn: Date(timeIntervalSince1970: 1_795_435_200),
            expires: expires
        )
    }

    private func target(_ id: String) throws -> ShareTarget { try #require(ShareTarget.known.first { $0.id == id }) }

    @Test("to a LinkedIn profile names the month as people count it, and no end where there is none")
    func linkedIn() throws {
        let address = try target("linkedin-profile").address(for: award())
        #expect(
            address.hasPrefix("https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&name=Git%20%26%20")
        )
        #expect(address.contains("&issueYear=2026&issueMonth=11&certUrl="))
        #expect(!address.contains("expiration") && !address.contains("organizationId"))
        #expect(address.contains("&organizationName=S%C3%B6hne%20%2B%20T%C3%B6chter&"))
    }

    @Test("to a LinkedIn profile names the end where there is one")
    func linkedInExpiry() throws {
        // The last millisecond of 2028, UTC.
        let address = try target("linkedin-profile").address(
            for: award(expires: Date(timeIntervalSince1970: 1_861_919_999.999))
        )
        #expect(address.contains("&expirationYear=2028&expirationMonth=12&"))
    }

    @Test("has every character of texts and addresses encoded", arguments: ShareTarget.known)
    func encoded(target: ShareTarget) throws {
        let address = target.address(for: award(text: "a\r\n&b=c#\"<>' שלום 👩🏽‍🚀"))
        #expect(address.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"\"<>'{}#".utf8.contains($0) })
        let query = try #require(URLComponents(string: address)?.queryItems)
        #expect(query.contains { $0.value?.contains("https://laurel.example/awards/3fa85f64?a=b&c") == true })
    }

    @Test("keeps braces of a name as they are")
    func braces() throws {
        let address = try target("linkedin-profile").address(for: award())
        #expect(address.contains("name=Git%20%26%20Swift%20%7Burl%7D&"))
    }

    @Test("tells Teams at most 200 characters")
    func short() throws {
        let address = try target("teams").address(for: award(text: String(repeating: "🏅", count: 10_000)))
        let text = try #require(URLComponents(string: address)?.queryItems?.last?.value)
        #expect(text.count == 200 && text.hasSuffix("🏅…"))
    }

    @Test("keeps what is in a template but means nothing", arguments: ["https://x.example/{nothing}/{", "mailto:a{b}"])
    func unknown(template: String) {
        #expect(ShareTarget(id: "x", title: "X", template: template).address(for: award()) == template)
    }
}
