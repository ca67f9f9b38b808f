import Testing

@testable import OpenBadges

@Suite("Addresses of pages about badges")
struct PageAddressTests {
    private static let id = "9a3d5f2e-1b2c-4d5e-8f90-0123456789ab"

    @Test(
        "lead to the document that the page shows",
        arguments: [
            (
                "https://www.credly.com/badges/\(id)/public_url",
                "https://api.credly.com/v1/obi/v2/badge_assertions/\(id)"
            ),
            ("https://www.youracclaim.com/badges/\(id)", "https://api.credly.com/v1/obi/v2/badge_assertions/\(id)"),
            (
                "https://badgr.com/public/assertions/Ab-1",
                "https://api.badgr.io/public/assertions/Ab-1?format=json&v=2_0"
            ),
            (
                "https://ca.badgr.com/public/assertions/Ab",
                "https://api.ca.badgr.io/public/assertions/Ab?format=json&v=2_0"
            ),
            (
                "https://badges.parchment.example/public/assertions/Ab?identity__email=a%40b.example",
                "https://badges.parchment.example/public/assertions/Ab?format=json&v=2_0"
            ),
            (
                "https://learn.example/moodle/badges/badge.php?hash=0f0f",
                "https://learn.example/moodle/badges/assertion.php?b=0f0f&obversion=2"
            ),
            ("https://laurel.example:8443/awards/\(id)", "https://laurel.example:8443/ob/v3/credentials/\(id).jwt"),
        ]
    )
    func pages(page: String, document: String) {
        #expect(PageAddress.documents(of: page) == [document])
    }

    @Test(
        "that are none of these lead nowhere",
        arguments: [
            "", "🏅", "https://www.credly.com/badges/not-a-number", "https://x.example/",
            "https://x.example/badges/badge.php",
            "https://evil.example/www.credly.com/badges/\(id)", "https://credly.com.evil.example/badges/\(id)",
        ]
    )
    func others(page: String) {
        #expect(PageAddress.documents(of: page).isEmpty)
    }

    @Test("may be named by the page itself")
    func alternate() {
        let page = #"<html><LINK rel="alternate" type="application/ld+json" href="/a?b=1&amp;c=🏅"><link rel="x">"#
        let found = PageAddress.alternate(in: Array(page.utf8), at: "https://x.example/p/q")
        #expect(found?.hasPrefix("https://x.example/a?b=1&c=") == true)
        #expect(
            PageAddress.alternate(in: Array("<link rel=\"alternate\" href=\"/a\">".utf8), at: "https://x.example")
                == nil
        )
        #expect(PageAddress.alternate(in: [0xFF, 0xFE], at: "https://x.example") == nil)
    }
}
