import Core
import Testing

@testable import Pictures

@Suite("An uploaded PNG") struct PNGCheckTests {
    @Test(
        "from real programs is taken, and comes out without what is not the picture",
        arguments: [
            ("realworld/badgr/300x300.png", ["IHDR", "IDAT", "IEND"]),
            ("realworld/badgr/400x400.png", ["IHDR", "PLTE", "pHYs", "IDAT", "IEND"]),
            ("realworld/badgr/450x450.png", ["IHDR", "IDAT", "IEND"]),
            ("realworld/badgr/500x300.png", ["IHDR", "IDAT", "IEND"]),
            ("realworld/badgr/800x800.png", ["IHDR", "PLTE", "pHYs", "IDAT", "IEND"]),
            ("realworld/badgr/guinea_pig_testing_badge.png", ["IHDR", "IDAT", "IEND"]),
            ("baking/mozilla/cc.large.png", ["IHDR", "IDAT", "IEND"]),
            ("baking/mozilla/unbaked.png", ["IHDR", "IDAT", "IEND"]),
        ]
    )
    func real(path: String, chunks: [String]) throws {
        let picture = try PictureCheck.picture(Vectors.bytes(path))
        #expect(picture.mediaType == .png)
        #expect(try chunkTypes(picture.bytes) == chunks)
        #expect(try PictureCheck.picture(picture.bytes) == picture)
    }

    @Test(
        "is refused when it is too small",
        arguments: ["realworld/badgr/baked_image.png", "realworld/badgr/unbaked_image.png"]
    )
    func small(path: String) throws {
        let bytes = try Vectors.bytes(path)
        #expect(throws: PictureError.wrongSize(width: 32, height: 32, allowed: 64...4096)) {
            try PictureCheck.picture(bytes)
        }
    }

    @Test(
        "of every kind is taken",
        arguments: [
            (0, 1), (0, 2), (0, 4), (0, 8), (0, 16), (2, 8), (2, 16), (3, 1), (3, 2), (3, 4), (3, 8), (4, 8), (4, 16),
            (6, 8), (6, 16),
        ] as [(UInt8, UInt8)],
        [0, 1] as [UInt8]
    )
    func kinds(kind: (colourType: UInt8, bitDepth: UInt8), interlace: UInt8) throws {
        let palette = kind.colourType == 3 ? [PNGChunk("PLTE", [0, 0, 0])] : []
        let png = SamplePNG(
            width: 67,
            height: 71,
            bitDepth: kind.bitDepth,
            colourType: kind.colourType,
            interlace: interlace,
            beforeData: palette
        )
        #expect(try PictureCheck.picture(png.bytes).bytes == png.bytes)
    }

    @Test("of 4096 × 4096 pixels is taken, and of one more it is not")
    func large() throws {
        _ = try PictureCheck.picture(SamplePNG(width: 4096, height: 4096, bitDepth: 16, colourType: 6).bytes)
        #expect(throws: PictureError.wrongSize(width: 4097, height: 64, allowed: 64...4096)) {
            try PictureCheck.picture(SamplePNG(width: 4097).bytes)
        }
        #expect(throws: PictureError.wrongSize(width: 64, height: 63, allowed: 64...4096)) {
            try PictureCheck.picture(SamplePNG(height: 63).bytes)
        }
    }

    @Test("loses what hides in it and keeps how it looks")
    func hidden() throws {
        let canary = Array("hunter2".utf8)
        let kept = [
            PNGChunk("cHRM", Array(repeating: 1, count: 32)), PNGChunk("gAMA", [0, 0, 1, 1]), PNGChunk("sRGB", [0]),
            PNGChunk("PLTE", [1, 2, 3]), PNGChunk("tRNS", [0]), PNGChunk("pHYs", Array(repeating: 0, count: 9)),
        ]
        let dropped = ["tEXt", "zTXt", "iTXt", "iCCP", "eXIf", "tIME", "bKGD", "hIST", "sPLT", "ruSt"].map {
            PNGChunk($0, canary)
        }
        var png = SamplePNG(colourType: 3, beforeData: kept)
        let clean = png.bytes
        png.stream = deflated(png.black) + canary
        png.beforeData = dropped + kept + [PNGChunk("gAMA", [1, 1, 1, 1]), PNGChunk("sRGB", canary)]
        png.afterData = dropped + [PNGChunk("cHRM", Array(repeating: 7, count: 32))]
        #expect(try PictureCheck.picture(png.bytes + canary).bytes == clean)
    }

    @Test("may be cut into many pieces")
    func pieces() throws {
        let whole = try PictureCheck.picture(SamplePNG().bytes)
        let stream = deflated(SamplePNG().black)
        let rest = stream.dropFirst().map { PNGChunk("IDAT", [$0]) }
        let png = SamplePNG(afterData: rest + [PNGChunk("IDAT", [])], stream: Array(stream.prefix(1)))
        #expect(try PictureCheck.picture(png.bytes) == whole)
    }

    private func chunkTypes(_ bytes: [UInt8]) throws -> [String] {
        var reader = PNGChunkReader(bytes)
        var types: [String] = []
        while let chunk = try reader.next() { types.append(chunk.type) }
        return types
    }
}
