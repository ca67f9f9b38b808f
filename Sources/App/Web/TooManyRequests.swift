import Core

/// Whoever asks has reached a limit (``RateLimit``, ``SharedRateLimit``).
struct TooManyRequests: PortalError {
    var kind: ErrorKind { .tooOften }
    var message: String { "That was too often in a short time. Wait a minute, then try again." }
}
