import Core
import Foundation
import Testing

@Suite("A certificate that is kept as a link")
struct LinkedCertificateTests {
    private static let now = Date(timeIntervalSince1970: 1_795_435_200)

    @Test(
        "names the issuer behind well-known addresses, and the server behind others",
        arguments: [
            ("https://learn.microsoft.com/api/credentials/share/en-us/P/1?sharingId=2", "Microsoft"),
            ("https://cp.certmetrics.com/comptia/en/public/verify/credential/ABC", "CompTIA"),
            ("https://cp.certmetrics.com/CISCO/en/public/verify/credential/ABC", "Cisco"),
            ("https://cp.certmetrics.com/other/en", "CertMetrics"), ("https://verify.comptia.org/", "CompTIA"),
            ("https://www.example.com/x", "example.com"), ("https://notcisco.com/", "notcisco.com"),
        ]
    )
    func issuers(link: String, issuer: String) throws {
        let certificate = try LinkedCertificate(["link": link, "title": "🏅"], at: Self.now)
        #expect(certificate.issuer == issuer)
    }

    @Test(
        "takes addresses of pages only",
        arguments: [
            "", "x", "javascript:alert(1)", "data:text/html,x", "https://", "https://localhost/",
            "https://a b.example/",
            "https://u:p@a.example/", "ftp://a.example/", "https://a.example/\u{0}", "🏅",
            "https://a.example/\(String(repeating: "a", count: 10_000))",
        ]
    )
    func refuses(link: String) {
        #expect(LinkedCertificate.link(link) == nil)
    }

    @Test("says everything that is wrong at once")
    func problems() {
        let fields = ["link": "x", "issued_on": "2026-12-24", "expires": "1.2.2026", "issuer": "a\0b"]
        #expect {
            try LinkedCertificate(fields, at: Self.now)
        } throws: { error in
            (error as? LinkedCertificate.Mistakes)?.all.map(\.field).sorted() == [
                "expires", "issued_on", "issuer", "link", "title",
            ]
        }
    }
}

@Suite("To whom a badge belongs")
struct BadgeRecipientTests {
    private static let address = EmailAddress(stored: "mayze@example.org")

    @Test(
        "is found in plain text in any case and in hashes of both algorithms",
        arguments: [
            BadgeRecipient.Name(.email, " Mayze@Example.org"), .init(.email, "mailto:mayze@example.org"),
            .init(
                .email,
                "sha256$c8d32d06746899d78eefe21857f5f8327c15f5f4fe7999d42c5c65fcd71e050e",
                isHashed: true,
                salt: "deadsea"
            ),
            .init(
                .email,
                "SHA256$C8D32D06746899D78EEFE21857F5F8327C15F5F4FE7999D42C5C65FCD71E050E",
                isHashed: true,
                salt: "deadsea"
            ),
            .init(.email, "md5$f60a7eee6db65faec32b84528b32750f", isHashed: true, salt: "deadsea"),
            .init(.email, "sha256$92963a32f145f272673847db54fac8e3ae6f19c895ca4c081ed9a2ec8afaddcb", isHashed: true),
        ]
    )
    func matches(name: BadgeRecipient.Name) {
        #expect(BadgeRecipient([.init(.other, "🏅"), name]).matches(Self.address))
    }

    @Test(
        "is nobody else",
        arguments: [
            BadgeRecipient.Name(.other, "mayze@example.org"), .init(.email, "mayze@example.com"), .init(.email, ""),
            .init(
                .email,
                "sha256$c8d32d06746899d78eefe21857f5f8327c15f5f4fe7999d42c5c65fcd71e050e",
                isHashed: true,
                salt: "other"
            ),
            .init(
                .email,
                "sha256$c8d32d06746899d78eefe21857f5f8327c15f5f4fe7999d42c5c65fcd71e050e",
                isHashed: false,
                salt: "deadsea"
            ),
            .init(
                .email,
                "sha512$c8d32d06746899d78eefe21857f5f8327c15f5f4fe7999d42c5c65fcd71e050e",
                isHashed: true,
                salt: "deadsea"
            ),
        ]
    )
    func differs(name: BadgeRecipient.Name) {
        #expect(!BadgeRecipient([name]).matches(Self.address))
    }

    @Test("is found when the hash was made of capitals, if somebody types them")
    func capitals() {
        let hash = "sha256$ede550ae1e657956354733e8f3abe3a1625777fd9d743706f8459d70d59643ee"
        let recipient = BadgeRecipient([.init(.email, hash, isHashed: true, salt: "deadsea")])
        #expect(recipient.matches(typed: "Mayze@example.org") && !recipient.matches(typed: "mayze@example.org"))
    }
}
