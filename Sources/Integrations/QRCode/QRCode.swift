/// A QR code (ISO/IEC 18004) in byte mode with error correction level M: a code printed on paper survives a coffee stain.
package struct QRCode: Sendable, Equatable {
    /// Modules along a side, without the quiet zone.
    package let side: Int
    /// Row after row; true is dark.
    package let modules: [Bool]

    /// - Returns: nil when the text does not fit (more than 2,331 bytes).
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let version = QRVersion.all.first(where: { $0.capacity >= bytes.count }) else { return nil }
        let words = QRCodewords.all(bytes, version)
        var best: QRGrid?
        var lowest = Int.max
        for mask in 0..<8 {
            var grid = QRGrid(version)
            grid.place(words, mask: mask)
            let penalty = grid.penalty
            if penalty < lowest { (best, lowest) = (grid, penalty) }
        }
        guard let best else { return nil }
        side = best.side
        modules = best.modules
    }

    package subscript(row: Int, column: Int) -> Bool { modules[row * side + column] }

    /// Path data for dark modules on a grid of one unit each, to be filled; the quiet zone of 4 is up to the caller.
    package var path: String {
        var path = ""
        for row in 0..<side {
            var column = 0
            while column < side {
                guard self[row, column] else {
                    column += 1
                    continue
                }
                let start = column
                while column < side, self[row, column] { column += 1 }
                path += "M\(start) \(row)h\(column - start)v1h-\(column - start)z"
            }
        }
        return path
    }
}
