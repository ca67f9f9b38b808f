import Contracts
import Core
import Testing

@testable import Pictures

@Suite("A hostile PNG") struct HostilePNGTests {
    @Test(
        "is refused when its pieces are wrong",
        arguments: [
            (Array(SamplePNG().bytes.dropLast()), "its end is missing"), (PNGCheck.signature, "its end is missing"),
            (PNGCheck.signature + Array("\u{7F}\u{7F}\u{7F}\u{7F}IHDR12345678".utf8), "its end is missing"),
            (SamplePNG().bytes.flipped(at: 20), "a checksum is wrong"),
            (PNGCheck.signature + PNGChunk("IEND", []).written, "it does not begin with its size"),
        ] as [([UInt8], String)]
    )
    func pieces(bytes: [UInt8], reason: String) {
        #expect(throws: PictureError.damaged(.png, reason)) { try PictureCheck.picture(bytes) }
    }

    @Test(
        "is refused when its header is wrong",
        arguments: [
            SamplePNG(bitDepth: 3), SamplePNG(colourType: 5), SamplePNG(interlace: 2), SamplePNG(colourType: 7),
        ]
    )
    func header(png: SamplePNG) {
        #expect(throws: PictureError.damaged(.png, "it uses colours or a compression that do not exist")) {
            try PictureCheck.picture(png.bytes)
        }
    }

    @Test(
        "is refused when its chunks do not go together",
        arguments: [
            (0, [PNGChunk("IHDR", Array(repeating: 0, count: 13))], "it says its size twice"),
            (0, [PNGChunk("PLTE", [1, 2, 3])], "its list of colours is wrong"),
            (3, [], "its colours are missing"), (3, [PNGChunk("PLTE", [1, 2])], "its list of colours is wrong"),
            (3, [PNGChunk("PLTE", [])], "its list of colours is wrong"),
            (3, [PNGChunk("PLTE", Array(repeating: 1, count: 257 * 3))], "its list of colours is wrong"),
            (3, [PNGChunk("PLTE", [1, 2, 3]), PNGChunk("PLTE", [1, 2, 3])], "its list of colours is wrong"),
            (3, [PNGChunk("tRNS", [1]), PNGChunk("PLTE", [1, 2, 3])], "its transparency is wrong"),
            (3, [PNGChunk("PLTE", [1, 2, 3]), PNGChunk("tRNS", [1, 2])], "its transparency is wrong"),
            (6, [PNGChunk("tRNS", [1, 2])], "its transparency is wrong"),
            (0, [PNGChunk("EVIL", [])], "it needs a reader that nobody has"),
            (0, [PNGChunk("a\0bc", [])], "a part of it has no name"),
        ] as [(UInt8, [PNGChunk], String)]
    )
    func chunks(colourType: UInt8, chunks: [PNGChunk], reason: String) {
        let bytes = SamplePNG(colourType: colourType, beforeData: chunks).bytes
        #expect(throws: PictureError.damaged(.png, reason)) { try PictureCheck.picture(bytes) }
    }

    @Test(
        "is refused when chunks come too late",
        arguments: [
            ([PNGChunk("PLTE", [1, 2, 3])], "its list of colours is wrong"),
            ([PNGChunk("tRNS", [1, 2, 3, 4, 5, 6])], "its transparency is wrong"),
            ([PNGChunk("tIME", []), PNGChunk("IDAT", [1])], "its picture data is scattered"),
        ] as [([PNGChunk], String)]
    )
    func late(chunks: [PNGChunk], reason: String) {
        let bytes = SamplePNG(colourType: 2, afterData: chunks).bytes
        #expect(throws: PictureError.damaged(.png, reason)) { try PictureCheck.picture(bytes) }
    }

    @Test(
        "is refused when its data is not the picture it announces",
        arguments: [
            (deflated(Array(SamplePNG().black.dropLast())), "its picture data is too short"),
            (deflated(SamplePNG().black + [0]), "its picture data is larger than the picture"),
            (deflated([5] + SamplePNG().black.dropFirst()), "its picture data makes no sense"),
            (Array(deflated(SamplePNG().black).dropLast()), "its picture data cannot be read"),
            (deflated(SamplePNG().black).flipped(at: 3), "its picture data cannot be read"),
            (Array("hello".utf8), "its picture data cannot be read"), ([], "there is no picture in it"),
        ] as [([UInt8], String)]
    )
    func data(stream: [UInt8], reason: String) {
        #expect(throws: PictureError.damaged(.png, reason)) {
            try PictureCheck.picture(SamplePNG(stream: stream).bytes)
        }
    }

    @Test("that moves is refused", arguments: ["acTL", "fcTL", "fdAT"])
    func animated(chunk: String) {
        let bytes = SamplePNG(beforeData: [PNGChunk(chunk, [0, 0, 0, 1])]).bytes
        #expect(throws: PictureError.animated) { try PictureCheck.picture(bytes) }
    }

    @Test("that inflates to nearly a gigabyte is refused at the first byte too many")
    func bomb() {
        let small = SamplePNG(stream: zeros(mebibytes: 900)).bytes
        #expect(small.count < PNGCheck.sizeLimit)
        #expect(throws: PictureError.damaged(.png, "its picture data is larger than the picture")) {
            try PictureCheck.picture(small)
        }
    }

    @Test("that inflates to two gigabytes does not fit into the size of a file")
    func largeBomb() {
        let large = SamplePNG(stream: zeros(mebibytes: 2048)).bytes
        #expect(throws: PictureError.tooLarge(.png, bytes: large.count, limit: PNGCheck.sizeLimit)) {
            try PictureCheck.picture(large)
        }
    }

    @Test("that is larger than a mebibyte is refused with both numbers")
    func size() {
        let bytes = PNGCheck.signature + Array(repeating: 0, count: 1 << 20)
        let error = #expect(throws: PictureError.self) { try PictureCheck.picture(bytes) }
        #expect(error?.message == "The PNG has 1048584 bytes; 1048576 fit.")
    }

    @Test("cut into a hundred thousand pieces is refused")
    func manyPieces() {
        let piece = PNGChunk("ruSt", []).written
        let many = Array(repeatElement(piece, count: 87_000).joined())
        let bytes = SamplePNG().bytes.prefix(33) + many
        #expect(throws: PictureError.damaged(.png, "it is cut into more than 5000 pieces")) {
            try PictureCheck.picture(Array(bytes))
        }
    }

    @Test("never crashes the check, nor comes out as something else", arguments: 0..<10 as Range<UInt64>)
    func mutations(seed: UInt64) throws {
        var chance = Generator(seed: seed)
        let palette = SamplePNG(
            bitDepth: 4,
            colourType: 3,
            interlace: 1,
            beforeData: [PNGChunk("PLTE", [1, 2, 3]), PNGChunk("tRNS", [9])]
        )
        let originals = [
            palette.bytes, SamplePNG(colourType: 6).bytes, try Vectors.bytes("realworld/badgr/400x400.png"),
        ]
        for _ in 0..<200 {
            let original = originals.randomElement(using: &chance) ?? []
            let bytes = mutated(original, &chance).withRightChecksums
            guard let picture = try? PictureCheck.picture(bytes) else { continue }
            #expect(try PictureCheck.picture(picture.bytes) == picture)
        }
    }
}

extension [UInt8] {
    fileprivate func flipped(at index: Int) -> Self {
        var result = self
        result[index] ^= 0x55
        return result
    }

    /// Corrects the checksums as far as the lengths can be followed, so that mutations get past them.
    fileprivate var withRightChecksums: Self {
        var result = self
        var index = 8
        while index + 12 <= count {
            let length = Int(UInt32(bigEndianBytes: self[index..<index + 4]))
            guard length <= count - index - 12 else { break }
            let end = index + 8 + length
            result.replaceSubrange(end..<end + 4, with: PNGChunk.checksum(self[index + 4..<end]).bigEndianBytes)
            index = end + 4
        }
        return result
    }
}
