/// Collects the chunks that make the picture and looks after their order.
struct PNGParts {
    private var header: PNGHeader?
    private var palette: PNGChunk?
    private var transparency: PNGChunk?
    private var extras: [String: PNGChunk] = [:]
    private var data: [UInt8] = []
    private var isInData = false
    private var isPastData = false

    /// The ancillary chunks we keep besides tRNS, with the only length each may have.
    private static let extraLengths = ["cHRM": 32, "gAMA": 4, "sRGB": 1, "pHYs": 9]

    mutating func take(_ chunk: PNGChunk) throws(PictureError) {
        guard let header else {
            header = try PNGHeader(chunk)
            return
        }
        if isInData, chunk.type != "IDAT" { (isInData, isPastData) = (false, true) }
        switch chunk.type {
        case "IHDR": throw .damagedPNG("it says its size twice")
        case "PLTE": try takePalette(chunk, header)
        case "IDAT":
            guard !isPastData else { throw .damagedPNG("its picture data is scattered") }
            isInData = true
            data += chunk.data
        case "IEND": break
        case "tRNS": try takeTransparency(chunk, header)
        case "acTL", "fcTL", "fdAT": throw .animated
        default: try takeExtra(chunk)
        }
    }

    /// Writes the whole file; `check` says what the picture data becomes.
    func written(_ check: ([UInt8], PNGHeader) throws(PictureError) -> [UInt8]) throws(PictureError) -> [UInt8] {
        guard let header, !data.isEmpty else { throw .damagedPNG("there is no picture in it") }
        guard header.colourType != 3 || palette != nil else { throw .damagedPNG("its colours are missing") }
        let picture = PNGChunk(type: "IDAT", data: try check(data, header)[...])
        let end = PNGChunk(type: "IEND", data: [])
        let before = ["cHRM", "gAMA", "sRGB"].map { extras[$0] }
        let chunks = [header.chunk] + before + [palette, transparency, extras["pHYs"], picture, end]
        return PNGCheck.signature + chunks.compactMap { $0?.written }.joined()
    }

    private mutating func takePalette(_ chunk: PNGChunk, _ header: PNGHeader) throws(PictureError) {
        let colours = chunk.data.count / 3
        guard palette == nil, transparency == nil, !isPastData, [2, 3, 6].contains(header.colourType),
            chunk.data.count.isMultiple(of: 3), colours >= 1,
            colours <= (header.colourType == 3 ? 1 << header.bitDepth : 256)
        else { throw .damagedPNG("its list of colours is wrong") }
        palette = chunk
    }

    private mutating func takeTransparency(_ chunk: PNGChunk, _ header: PNGHeader) throws(PictureError) {
        let fits =
            switch header.colourType {
            case 0: chunk.data.count == 2
            case 2: chunk.data.count == 6
            case 3: (1...max(1, (palette?.data.count ?? 0) / 3)).contains(chunk.data.count)
            default: false
            }
        guard fits, transparency == nil, !isPastData, header.colourType != 3 || palette != nil else {
            throw .damagedPNG("its transparency is wrong")
        }
        transparency = chunk
    }

    /// Keeps what says how the colours look, drops other ancillary chunks, refuses critical ones we do not know.
    private mutating func takeExtra(_ chunk: PNGChunk) throws(PictureError) {
        let letters = Array(chunk.type.utf8)
        guard letters.count == 4, letters.allSatisfy({ (0x41...0x5A).contains($0 & 0xDF) }) else {
            throw .damagedPNG("a part of it has no name")
        }
        guard letters[0] & 0x20 != 0 else { throw .damagedPNG("it needs a reader that nobody has") }
        guard Self.extraLengths[chunk.type] == chunk.data.count, !isPastData, extras[chunk.type] == nil else { return }
        extras[chunk.type] = chunk
    }
}
