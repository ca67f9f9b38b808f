import ArgumentParser
import Core
import Foundation

/// Ends a command: one sentence on standard error, and an exit code that scripts can rely on.
struct CommandFailure: Error, CustomStringConvertible {
    enum Code: Int32 {
        case failed = 1
        /// EX_CONFIG of sysexits.h.
        case configuration = 78
    }

    let description: String
    let code: Code

    init(_ description: String, code: Code = .failed) {
        self.description = description
        self.code = code
    }
}

/// A command whose errors become a sentence and an exit code.
protocol PortalCommand: AsyncParsableCommand {
    func work() async throws
}

extension PortalCommand {
    mutating func run() async throws {
        do {
            try await work()
        } catch let failure as CommandFailure {
            try end(failure)
        } catch let error as any PortalError {
            try end(CommandFailure(error.message))
        }
    }

    private func end(_ failure: CommandFailure) throws {
        FileHandle.standardError.write(Data("\(failure)\n".utf8))
        throw ExitCode(failure.code.rawValue)
    }
}
