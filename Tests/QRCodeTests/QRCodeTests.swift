import Testing

@testable import QRCode

@Suite("QR code")
struct QRCodeTests {
    @Test("has the sizes and capacities of the standard for level M")
    func sizes() {
        let capacities = QRVersion.all.map(\.capacity)
        #expect(capacities.prefix(10) == [14, 26, 42, 62, 84, 106, 122, 152, 180, 213])
        #expect(capacities.last == 2_331)
        #expect(QRVersion.all.map(\.codewords).prefix(8) == [26, 44, 70, 100, 134, 172, 196, 242])
        #expect(QRVersion.all[31].alignment == [6, 34, 60, 86, 112, 138])
        #expect(QRVersion.all[39].alignment == [6, 30, 58, 86, 114, 142, 170])
    }

    @Test("corrects with the polynomials of the standard")
    func generators() {
        // Table A.1: α^251 x^9 + α^67 x^8 + … + α^45, for ten correction codewords.
        #expect(ReedSolomon.generator(10) == [216, 194, 159, 111, 199, 94, 95, 113, 157, 193])
    }

    @Test("is as small as the text allows", arguments: zip([0, 14, 15, 84, 85, 2_331], [21, 21, 25, 37, 41, 177]))
    func size(length: Int, side: Int) {
        #expect(QRCode(String(repeating: "a", count: length))?.side == side)
    }

    @Test("refuses what does not fit")
    func tooLong() { #expect(QRCode(String(repeating: "🏅", count: 583)) == nil) }

    @Test("has three finders, the timing lines and the dark module")
    func patterns() throws {
        let code = try #require(QRCode("https://laurel.example/awards/3fa85f64-5717-4562-b3fc-2c963f66afa6"))
        let last = code.side - 7
        for (row, column) in [(0, 0), (0, last), (last, 0)] {
            let middle = (0..<7).map { code[row + 3, column + $0] }
            #expect(middle == [true, false, true, true, true, false, true])
            #expect((0..<7).allSatisfy { code[row, column + $0] && code[row + 6, column + $0] })
        }
        #expect((8..<code.side - 8).allSatisfy { code[6, $0] == ($0 % 2 == 0) && code[$0, 6] == ($0 % 2 == 0) })
        #expect(code[code.side - 8, 8])
    }

    @Test("draws as one path of dark runs")
    func path() throws {
        let code = try #require(QRCode("a"))
        #expect(code.path.hasPrefix("M0 0h7v1h-7z"))
        #expect(code.path.split(separator: "M").count > 100)
    }
}
