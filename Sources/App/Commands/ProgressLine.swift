import Foundation
import Synchronization

/// One line that changes in place on a terminal, and is written line by line elsewhere.
final class ProgressLine: Sendable {
    private let name: String
    private let last = Mutex("")

    init(_ name: String) { self.name = name }

    func show(_ text: String) {
        let isNew = last.withLock { last in
            defer { last = text }
            return last != text
        }
        guard isNew else { return }
        Console.write(Console.isTerminal ? "\r\u{1B}[K\(name): \(text)" : "\(name): \(text)\n")
    }

    /// Draws a bar for `done` of `total`.
    func show(_ done: Int, of total: Int, _ unit: String) {
        let width = 30
        let filled = total == 0 ? width : min(width, done * width / total)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        show("\(bar) \(done) of \(total) \(unit)")
    }

    func end() {
        if Console.isTerminal { Console.say("") }
    }
}
