import Core
import Foundation
import HTTPTypes
import NIOCore
import Testing

@testable import App

@Suite("The verification API")
struct VerificationAPITests {
    private static let path = "/api/v1/verify"
    private static let json: HTTPFields = [.contentType: "application/json"]

    private func asked(
        _ body: String,
        path: String = Self.path,
        _ headers: HTTPFields = json
    ) async throws -> (answer: Browser.Answer, given: [VerificationInput]) {
        let portal = try await TestPortal()
        portal.elsewhere.finds(.sample())
        let answer = try await portal.browse { browser async throws in
            try await browser.send(.post, path, headers, ByteBuffer(string: body))
        }
        return (answer, portal.elsewhere.given)
    }

    @Test("takes a badge as the body, and a question about an address or a text")
    func questions() async throws {
        let badge = #"{"type":"Assertion","id":"https://elsewhere.example/1 🏅"}"#
        #expect(try await asked(badge).given == [VerificationInput(.file(Array(badge.utf8)))])
        let link = #"{"url":"https://elsewhere.example/1","recipient":"ada@laurel.example"}"#
        let recipients = ["ada@laurel.example"]
        #expect(
            try await asked(link).given == [
                VerificationInput(.link("https://elsewhere.example/1"), recipients: recipients)
            ]
        )
        let text = #"{"text":"a.b.c","recipient":["ada@laurel.example","a@b.example"]}"#
        let both = ["ada@laurel.example", "a@b.example"]
        #expect(try await asked(text).given == [VerificationInput(.text("a.b.c"), recipients: both)])
        let query = "/api/v1/verify?recipient=ada%40laurel.example"
        #expect(
            try await asked("x", path: query).given == [VerificationInput(.file([0x78]), recipients: recipients)]
        )
    }

    @Test(
        "takes what only looks like a question for a badge",
        arguments: [#"{"url":5}"#, #"{"url":"x","id":"y"}"#, "{}", ""]
    )
    func noQuestion(body: String) async throws {
        #expect(try await asked(body).given == [VerificationInput(.file(Array(body.utf8)))])
    }

    @Test("answers with the report, which is not kept and names nobody")
    func answer() async throws {
        let answer = try await asked("x").answer
        #expect(answer.status == .ok && answer.headers[.contentType] == "application/json")
        #expect(answer.headers[.cacheControl] == "no-store")
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        let report = try decoder.decode(BadgeReport.self, from: Data(answer.bytes))
        var sent = BadgeReport.sample()
        sent.badge?.recipient = nil
        #expect(report == sent)
        #expect(!answer.text.contains("priya@laurel.example"))
    }

    @Test("answers 200 whatever the verdict", arguments: BadgeReport.Verdict.allCases)
    func verdicts(verdict: BadgeReport.Verdict) async throws {
        let portal = try await TestPortal()
        portal.elsewhere.finds(.sample(verdict))
        try await portal.browse { browser async throws in
            let answer = try await browser.send(.post, Self.path, [:], ByteBuffer(bytes: [1]))
            #expect(answer.status == .ok && answer.text.contains("\"verdict\" : \"\(verdict.rawValue)\""))
        }
    }

    @Test("refuses more than 8 MiB, and an eleventh check within a minute")
    func limits() async throws {
        let portal = try await TestPortal()
        try await portal.browse { browser async throws in
            let large = [UInt8](repeating: 0x20, count: VerificationAPI.sizeLimit + 1)
            #expect(try await browser.send(.post, Self.path, [:], ByteBuffer(bytes: large)).status == .contentTooLarge)
            for _ in 0..<9 {
                #expect(try await browser.send(.post, Self.path, [:], ByteBuffer(bytes: [1])).status == .ok)
            }
            #expect(try await browser.send(.post, Self.path, [:], ByteBuffer(bytes: [1])).status == .tooManyRequests)
        }
        #expect(portal.elsewhere.given.count == 9)
    }
}
