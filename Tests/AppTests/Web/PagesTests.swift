import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("Every page") struct PagesTests {
    static let paths = [
        "/", "/login", "/badges", "/badges/git", "/design", "/design/new", "/award", "/admin", "/nothing",
    ]

    @Test("tells browsers what it never does", arguments: paths)
    func headers(path: String) async throws {
        let portal = try await TestPortal(baseURL: "https://laurel.test")
        try await portal.badge("git")
        try await portal.browse(as: "aiko") { browser in
            let headers = try await browser.get(path).headers
            let policy = try #require(headers[.contentSecurityPolicy])
            #expect(policy.contains("default-src 'none'"))
            #expect(policy.contains("frame-ancestors 'none'"))
            #expect(policy.contains("require-trusted-types-for 'script'"))
            #expect(!policy.contains("unsafe"))
            #expect(headers[.xContentTypeOptions] == "nosniff")
            #expect(headers[.strictTransportSecurity] == "max-age=31536000; includeSubDomains")
            for name in ["Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy"] {
                let field = try #require(HTTPField.Name(name))
                #expect(headers[field] != nil)
            }
        }
    }

    @Test("answers HEAD as GET, without a body", arguments: paths)
    func head(path: String) async throws {
        let portal = try await TestPortal()
        try await portal.badge("git")
        try await portal.browse(as: "aiko") { browser in
            let head = try await browser.head(path)
            let get = try await browser.get(path)
            #expect(head.status == get.status)
            #expect(head.bytes.isEmpty)
        }
    }

    @Test("comes packed to browsers that take it")
    func gzip() async throws {
        try await TestPortal().browse { browser in
            let answer = try await browser.get("/login", [.acceptEncoding: "br, gzip"])
            #expect(answer.headers[.contentEncoding] == "gzip")
            #expect(answer.bytes.prefix(2) == [0x1F, 0x8B])
            #expect(answer.headers[.vary]?.contains("Accept-Encoding") == true)
            let plain = try await browser.get("/login")
            #expect(plain.headers[.contentEncoding] == nil)
            #expect(answer.bytes.count < plain.bytes.count / 2)
        }
    }

    @Test("a failure of ours shows a number and nothing else")
    func failure() async throws {
        let portal = try await TestPortal()
        try await portal.browse { browser in
            try portal.database.close()
            let answer = try await browser.get("/badges")
            #expect(answer.status == .internalServerError)
            #expect(answer.text.contains("Something went wrong on our side"))
            for inside in ["SQL", "sqlite", "GRDB", "Error", "database"] { #expect(!answer.text.contains(inside)) }
            #expect(try await browser.get("/health/ready").status == .serviceUnavailable)
            #expect(try await browser.get("/health/live").status == .ok)
        }
    }

    @Test(
        "asks for its files by an address that changes with them",
        arguments: ["portal.css", "portal.js", "icons.svg"]
    )
    func assets(name: String) async throws {
        try await TestPortal().browse { browser in
            let address = Assets.builtIn.address(name)
            let answer = try await browser.get(address, [.acceptEncoding: "gzip"])
            #expect(answer.status == .ok)
            #expect(answer.headers[.contentEncoding] == "gzip")
            #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
            #expect(try await browser.get("/assets/..%2Fsecret").status == .notFound)
        }
    }

    @Test("draws artwork for any badge and refuses what it cannot draw")
    func artwork() async throws {
        try await TestPortal().browse { browser in
            let query = "shape=hexagon&colour=teal&symbol=%3Cscript%3E&level=2"
            let answer = try await browser.get("/artwork.svg?slug=%F0%9F%8F%85&\(query)")
            #expect(answer.headers[.contentType] == "image/svg+xml")
            #expect(!answer.text.contains("<script"))
            #expect(try await browser.get("/artwork.svg?shape=cube").status == .notFound)
            #expect(try await browser.get("/pictures/unknown").status == .notFound)
        }
    }
}
