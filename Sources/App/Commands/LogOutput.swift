import Logging

/// Where the log goes: standard error, one line an event, `key=value`.
enum LogOutput {
    /// - Parameter quiet: only what is wrong, for commands whose output people read.
    static func start(_ level: Logger.Level, quiet: Bool) {
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = quiet ? max(level, .warning) : level
            return handler
        }
    }
}
