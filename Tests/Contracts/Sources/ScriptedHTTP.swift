package import Core
package import Foundation

/// A provider that plays a script and remembers what it was asked.
package actor ScriptedHTTP: SourceHTTP {
    package typealias Answer = @Sendable (SourceRequest) throws(SourceError) -> SourceResponse

    package private(set) var requests: [SourceRequest] = []

    private var script: [Answer]
    private let afterwards: Answer

    /// Plays `script` answer by answer, then fails.
    package init(_ script: [Answer]) {
        self.script = script
        afterwards = { (request) throws(SourceError) in
            throw .unavailable("The script has no answer to \(request.method) \(request.path).")
        }
    }

    /// Answers every request by `answer`.
    package init(_ answer: @escaping Answer) {
        script = []
        afterwards = answer
    }

    package func send(_ request: SourceRequest) async throws(SourceError) -> SourceResponse {
        requests.append(request)
        return script.isEmpty ? try afterwards(request) : try script.removeFirst()(request)
    }
}

extension SourceResponse {
    /// An answer with status 200 and this body, dated 2026-11-23T12:00:00Z.
    package static func json(_ text: String) -> Self {
        Self(
            status: 200,
            headers: ["content-type": "application/json", "date": "Mon, 23 Nov 2026 12:00:00 GMT"],
            body: Array(text.utf8)
        )
    }
}

extension PluginContext {
    /// The context of a test: a fixed clock (2026-11-23T12:00:00Z) and a way out that the test scripts.
    package static func test(
        id: String,
        directory: URL = FileManager.default.temporaryDirectory,
        http: any SourceHTTP = ScriptedHTTP([])
    ) -> Self {
        Self(id: id, directory: directory, now: { Date(timeIntervalSince1970: 1_795_435_200) }, http: { _ in http })
    }
}
