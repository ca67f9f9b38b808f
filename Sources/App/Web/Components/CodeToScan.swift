import QRCode

/// An address as a code that a phone reads from the screen or from paper; always dark on white.
struct CodeToScan: Component {
    let address: String
    /// Said instead of the drawing.
    let label: String

    private static let quietZone = 4

    /// Nothing for an address that is too long for a code.
    var html: HTML {
        guard let code = QRCode(address) else { return .empty }
        let side = code.side + 2 * Self.quietZone
        return """
            <svg class="qr" viewBox="-\(Self.quietZone) -\(Self.quietZone) \(side) \(side)" role="img" aria-label="\(label)" \
            shape-rendering="crispEdges"><path d="\(code.path)"/></svg>
            """
    }
}
