import Foundation

/// What a command tells people, on standard output, at once.
enum Console {
    static let isTerminal = isatty(STDOUT_FILENO) == 1

    static func say(_ line: String) { write(line + "\n") }

    /// What others say must not move the cursor of a terminal.
    static func plain(_ line: String) -> String {
        String(String.UnicodeScalarView(line.unicodeScalars.filter { $0.properties.generalCategory != .control }))
    }

    static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
}
