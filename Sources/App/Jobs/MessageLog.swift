import Core
import Logging

/// Writes every message to the log: the smallest receiver there is.
struct MessageLog: MessageHandler {
    let name = "log"
    let kinds: Set<String> = ["award.issued", "award.revoked", "import.revoked"]
    let logger: Logger

    func deliver(_ message: OutboxMessage, key: String) async throws(DeliveryError) {
        logger.info(
            "message",
            metadata: ["kind": "\(message.kind)", "award": "\(message.payload["award"] ?? "")", "key": "\(key)"]
        )
    }
}
