import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import OpenBadges
import Storage
import Testing

@testable import App

@Suite("Pictures with badges inside")
struct BakedPictureTests {
    private static let award = BadgePortal.award.rawValue

    @Test("carry what is hosted, in every kind and version", arguments: ["png", "svg"])
    func carried(kind: String) async throws {
        let portal = try await BadgePortal()
        let assertion = try await portal.get("/ob/v2/assertions/\(Self.award)").text
        let signed = try await portal.get("/ob/v2/assertions/\(Self.award).jws").text
        let token = try await portal.get("/ob/v3/credentials/\(Self.award).jwt").text
        for (query, texts) in [
            ("", [assertion, token]), ("?version=2", [assertion]), ("?version=2-signed", [signed]),
            ("?version=3", [token]),
        ] {
            let picture = try await portal.get("/awards/\(Self.award)/image.\(kind)\(query)")
            #expect(try Baking.unbake(picture.bytes).map(\.text) == texts)
        }
    }

    @Test("can be made from any artwork: an upload that is gone and a foreign server get a drawn one")
    func artwork() async throws {
        let link = try #require(URL(string: "https://elsewhere.example/badge.png"))
        for picture in [BadgePicture.link(link), .upload("none")] {
            let portal = try await BadgePortal(BadgePortal.content("Git", picture: picture))
            for kind in ["png", "svg"] {
                let answer = try await portal.get("/awards/\(Self.award)/image.\(kind)?download")
                #expect(try Baking.unbake(answer.bytes).count == 2)
                #expect(answer.headers[.contentDisposition] == "attachment; filename=\"badge-6f1c2f80.\(kind)\"")
            }
        }
    }
}
