import Foundation

/// What a command tells people, on standard output, at once.
enum Console {
    static let isTerminal = isatty(STDOUT_FILENO) == 1

    static func say(_ line: String) { write(line + "\n") }

    static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
}
