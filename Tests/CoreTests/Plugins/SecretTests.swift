import Core
import Foundation
import Testing

@Suite("Secret") struct SecretTests {
    @Test("is read from a file, without the line end")
    func file() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
        try Data("hunter2\n".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let secret = Secret(.file(file.path))
        #expect(try secret.reveal() == "hunter2")
        #expect(!"\(secret)".contains("hunter2"))
        #expect(!String(reflecting: secret).contains("hunter2"))
    }

    @Test("that is not there says where it should be")
    func missing() {
        #expect(throws: SecretError.missing("the environment variable LAUREL_TEST_NO is not set")) {
            try Secret(.environment("LAUREL_TEST_NO")).reveal()
        }
        #expect(throws: SecretError.missing("the file /nowhere/secret cannot be read")) {
            try Secret(.file("/nowhere/secret")).reveal()
        }
    }

    @Test("is written as a reference", arguments: [#"{"env":"KEY"}"#, #"{"file":"/run/key"}"#])
    func reference(json: String) throws {
        let secret = try JSONDecoder().decode(Secret.self, from: Data(json.utf8))
        #expect([.environment("KEY"), .file("/run/key")].contains(secret.reference))
    }
}
