/// IHDR: how large the picture is and how its pixels are written.
struct PNGHeader {
    static let sides = 64...4096

    let chunk: PNGChunk
    let width: Int
    let height: Int
    let bitDepth: Int
    let colourType: Int
    let isInterlaced: Bool

    init(_ chunk: PNGChunk) throws(PictureError) {
        let data = Array(chunk.data)
        guard chunk.type == "IHDR", data.count == 13 else { throw .damagedPNG("it does not begin with its size") }
        self.chunk = chunk
        width = Int(UInt32(bigEndianBytes: data[0..<4]))
        height = Int(UInt32(bigEndianBytes: data[4..<8]))
        bitDepth = Int(data[8])
        colourType = Int(data[9])
        isInterlaced = data[12] == 1
        guard Self.bitDepths[colourType]?.contains(bitDepth) == true, data[10] == 0, data[11] == 0, data[12] <= 1
        else { throw .damagedPNG("it uses colours or a compression that do not exist") }
        guard Self.sides.contains(width), Self.sides.contains(height) else {
            throw .wrongSize(width: width, height: height, allowed: Self.sides)
        }
    }

    /// By colour type: grey, true colour, palette, grey with alpha, true colour with alpha.
    private static let bitDepths = [0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16]]
    private static let channels = [0: 1, 2: 3, 3: 1, 4: 2, 6: 4]

    /// One pass over the picture: so many rows, each of so many bytes with the filter byte.
    struct Pass: Equatable {
        var rows: Int
        var rowBytes: Int
    }

    /// In the order in which they are written: one, or up to seven (Adam7).
    var passes: [Pass] {
        guard isInterlaced else { return [pass(width: width, height: height)] }
        let grid = [
            (0, 8, 0, 8), (4, 8, 0, 8), (0, 4, 4, 8), (2, 4, 0, 4), (0, 2, 2, 4), (1, 2, 0, 2), (0, 1, 1, 2),
        ]
        return grid.map { left, across, top, down in
            pass(width: (width - left + across - 1) / across, height: (height - top + down - 1) / down)
        }
    }

    private func pass(width: Int, height: Int) -> Pass {
        let bits = width * bitDepth * (Self.channels[colourType] ?? 0)
        return Pass(rows: height, rowBytes: (bits + 7) / 8 + 1)
    }
}
