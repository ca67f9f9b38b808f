import Foundation
import Testing

/// The built program as a child process, in a folder of its own.
final class Program: Sendable {
    let folder: URL

    init(plugins: String? = nil) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "laurel-e2e-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let none = #"{"version": 1, "plugins": []}"#
        try Data((plugins ?? none).utf8).write(to: folder.appending(path: "plugins.json"))
    }

    deinit {
        do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
    }

    struct Ending {
        var code: Int32
        var output: String
        var errors: String
    }

    /// Runs to the end.
    func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Ending {
        let (process, output, errors) = try start(arguments, environment)
        let text = try output.readToEnd() ?? Data()
        process.waitUntilExit()
        return Ending(
            code: process.terminationStatus,
            output: String(decoding: text, as: UTF8.self),
            errors: try String(contentsOf: errors, encoding: .utf8)
        )
    }

    /// - Returns: the process, what it writes, and the file with its errors.
    func start(_ arguments: [String], _ environment: [String: String] = [:]) throws -> (Process, FileHandle, URL) {
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("LAUREL_") }
            .merging(environment) { $1 }
        let output = Pipe()
        let errors = folder.appending(path: "errors-\(UUID().uuidString).txt")
        try Data().write(to: errors)
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        return (process, output.fileHandleForReading, errors)
    }

    /// Beside the bundle of the tests.
    static var executable: URL {
        let arguments = CommandLine.arguments.map { URL(filePath: $0) }
        let folders =
            arguments.map { $0.deletingLastPathComponent() } + [
                Bundle.main.bundleURL, repository.appending(path: ".build/debug"),
            ]
        return folders.map { $0.appending(path: "laurel") }.first {
            FileManager.default.isExecutableFile(atPath: $0.path)
        }
            ?? repository.appending(path: ".build/debug/laurel")
    }

    static let repository = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
}
