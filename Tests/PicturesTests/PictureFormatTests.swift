import Core
import Foundation
import Testing

@testable import Pictures

@Suite("What is not a PNG or an SVG") struct PictureFormatTests {
    @Test(
        "is called by its name",
        arguments: [
            ([], "The file is empty. Upload a PNG or an SVG."),
            ([0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10, 0x4A], "This is a JPEG picture. Upload a PNG or an SVG."),
            (Array("GIF89a......".utf8), "This is a GIF picture. Upload a PNG or an SVG."),
            (Array("RIFF\0\0\0\0WEBPVP8 ".utf8), "This is a WebP picture. Upload a PNG or an SVG."),
            (Array("\0\0\0 ftypavif\0".utf8), "This is an AVIF picture. Upload a PNG or an SVG."),
            (Array("\0\0\0 ftypheic\0".utf8), "This is a HEIC picture. Upload a PNG or an SVG."),
            (Array("%PDF-1.7".utf8), "This is a PDF document. Upload a PNG or an SVG."),
            ([0x1F, 0x8B, 8], "This is a compressed file (gzip). Upload a PNG or an SVG."),
            ([0xFF, 0xFE, 0x3C, 0], "This is a text in UTF-16. Upload a PNG or an SVG."),
            (
                Array("<!DOCTYPE html><svg xmlns='http://www.w3.org/2000/svg'/>".utf8),
                "This is a web page (HTML). Upload a PNG or an SVG."
            ),
            (Array("\n <HTML><svg>".utf8), "This is a web page (HTML). Upload a PNG or an SVG."),
            (
                Array("<?xml version='1.0'?><rss/>".utf8),
                "This is an XML document without a picture. Upload a PNG or an SVG."
            ),
            (Array("{\"some\":\"bad\"}".utf8), "This is not a picture we know. Upload a PNG or an SVG."),
            (Array("<!-- never closed <svg>".utf8), "This is not a picture we know. Upload a PNG or an SVG."),
            (Array("<".utf8), "This is not a picture we know. Upload a PNG or an SVG."),
            ([0], "This is not a picture we know. Upload a PNG or an SVG."),
            (Array(PNGCheck.signature.dropLast()), "This is not a picture we know. Upload a PNG or an SVG."),
        ] as [([UInt8], String)]
    )
    func named(bytes: [UInt8], message: String) {
        let error = #expect(throws: PictureError.self) { try PictureCheck.picture(bytes) }
        #expect(error?.message == message)
        #expect(error?.kind == .invalid)
    }

    @Test("is called unknown, whatever its name is")
    func disguised() throws {
        let bytes = try Vectors.bytes("realworld/badgr/bad_image.png")
        #expect(throws: PictureError.unknownFormat) { try PictureCheck.picture(bytes) }
    }

    @Test("is named after its bytes when it is a picture")
    func identity() throws {
        let picture = try PictureCheck.picture(SamplePNG().bytes)
        #expect(picture.id.rawValue.count == 64)
        #expect(picture == UploadedPicture(.png, checked: picture.bytes))
    }
}
