import Core
import Foundation

/// Symbols for badge pictures beyond the portal's own; made at set-up, see Scripts/symbols.py.
struct SymbolLibrary: Sendable {
    struct Symbol: Sendable {
        let name: SymbolName
        let shapes: [SymbolShape]
    }

    static let sizeLimit = 8_000_000

    /// By name.
    let symbols: [Symbol]
    private let places: [SymbolName: Int]

    init(_ symbols: [Symbol] = []) {
        self.symbols = symbols
        places = Dictionary(symbols.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }

    subscript(name: SymbolName) -> Symbol? { places[name].map { symbols[$0] } }

    /// The same with the drawing that its symbol has here; as it was when it is no symbol of the library.
    func drawn(_ artwork: Artwork) -> Artwork {
        guard let symbol = SymbolName(artwork.symbol).flatMap({ self[$0] }) else { return artwork }
        var artwork = artwork
        artwork.drawing = symbol.shapes
        return artwork
    }

    /// Symbols for which every word of `text` stands, those that are called so first; all for an empty text.
    func found(_ text: String) -> [Symbol] {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        guard !words.isEmpty else { return symbols }
        let known = words.map { [$0] + SymbolWords.also(for: $0) }
        let matching = symbols.filter { symbol in
            known.allSatisfy { $0.contains { symbol.name.title.contains($0) } }
        }
        func rank(_ symbol: Symbol) -> Int {
            let title = symbol.name.title
            return title.hasPrefix(words[0]) ? 0 : title.contains(words[0]) ? 1 : 2
        }
        return matching.indices.sorted { (rank(matching[$0]), $0) < (rank(matching[$1]), $1) }.map { matching[$0] }
    }
}

extension SymbolLibrary {
    /// The library at `file`; empty when there is none.
    ///
    /// A line for each symbol: its name and its paths, divided by tabs; `!` before a path stands for the even-odd rule.
    ///
    /// - Throws: ``SettingsError`` for a file that holds anything else.
    static func read(_ file: URL) throws(SettingsError) -> SymbolLibrary {
        guard FileManager.default.fileExists(atPath: file.path) else { return SymbolLibrary() }
        let bytes: [UInt8]
        do {
            bytes = Array(try Data(contentsOf: file))
        } catch {
            throw .unreadable(file: file.path, reason: "this user may not read it")
        }
        guard bytes.count <= sizeLimit else {
            throw .unreadable(file: file.path, reason: "it has more than \(sizeLimit) bytes")
        }
        guard let library = SymbolLibrary(lines: bytes) else {
            throw .unreadable(
                file: file.path,
                reason: "it holds more than symbols; make it again with Scripts/symbols.py"
            )
        }
        return library
    }

    /// nil when a line is not a symbol.
    init?(lines bytes: [UInt8]) {
        var symbols: [Symbol] = []
        for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
            let parts = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
            let shapes = parts.dropFirst().map { part in
                part.hasPrefix("!")
                    ? SymbolShape(String(part.dropFirst()), isEvenOdd: true) : SymbolShape(part, isEvenOdd: false)
            }
            guard let name = parts.first.flatMap(SymbolName.init(inLibrary:)), !shapes.isEmpty else { return nil }
            let drawn = shapes.compactMap(\.self)
            guard drawn.count == shapes.count else { return nil }
            symbols.append(Symbol(name: name, shapes: drawn))
        }
        self.init(symbols.sorted { $0.name.description < $1.name.description })
    }
}
