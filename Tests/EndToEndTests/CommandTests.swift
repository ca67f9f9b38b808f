import Foundation
#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif
import Testing

@Suite("The program") struct CommandTests {
    @Test("ends with 0 after help, 64 after a command that it does not know")
    func usage() throws {
        let program = try Program()
        #expect(try program.run("--help").code == 0)
        #expect(try program.run("nonsense").code == 64)
        #expect(try program.run("serve", "--port", "many").code == 64)
    }

    @Test("ends with 78 and says where plugins.json is wrong")
    func plugins() throws {
        let program = try Program(
            plugins: "{\"version\": 1,\n  \"plugins\": [{\"id\": \"a\", \"type\": \"cvs\", \"config\": {}}]}"
        )
        let ending = try program.run("plugins", "check")
        #expect(ending.code == 78)
        #expect(ending.errors.contains("plugins.json:2:"))
        #expect(ending.errors.contains("csv"))
    }

    @Test(
        "ends with 78 when a setting cannot be used",
        arguments: [
            ("LAUREL_PORT", "99999"), ("LAUREL_LOG_LEVEL", "loud"), ("LAUREL_BASE_URL", "ftp://x"),
            ("LAUREL_PLUGINS", "missing.json"), ("LAUREL_TLS_KEY", "only-a-key"),
        ]
    )
    func settings(name: String, value: String) throws {
        let ending = try Program().run("serve", environment: [name: value])
        #expect(ending.code == 78)
        #expect(!ending.errors.isEmpty)
    }

    @Test("names the half of TLS that is missing")
    func halfTLS() throws {
        for (given, missing) in [("KEY", "CERTIFICATE"), ("CERTIFICATE", "KEY")] {
            let ending = try Program().run("serve", environment: ["LAUREL_TLS_\(given)": "half.pem"])
            #expect(
                ending.errors.contains("TLS needs both, a certificate and its key: LAUREL_TLS_\(missing) is missing.")
            )
        }
    }

    @Test("a flag is stronger than the environment, the environment than laurel.json")
    func precedence() throws {
        let program = try Program()
        let file = #"{"database": "sqlite:from-file.sqlite"}"#
        try Data(file.utf8).write(to: program.folder.appending(path: "laurel.json"))
        func exists(_ name: String) -> Bool {
            FileManager.default.fileExists(atPath: program.folder.appending(path: name).path)
        }
        #expect(try program.run("migrate").code == 0)
        #expect(exists("from-file.sqlite"))
        let environment = ["LAUREL_DATABASE": "sqlite:from-environment.sqlite"]
        #expect(try program.run("migrate", environment: environment).code == 0)
        #expect(exists("from-environment.sqlite"))
        #expect(try program.run("migrate", "--database", "sqlite:from-flag.sqlite", environment: environment).code == 0)
        #expect(exists("from-flag.sqlite"))
    }

    @Test("does not offer the demonstration to others")
    func demo() throws {
        let program = try Program(plugins: #"{"version":1,"plugins":[{"id":"demo","type":"demo-identity"}]}"#)
        let ending = try program.run("serve", "--host", "0.0.0.0", "--port", "0")
        #expect(ending.code == 78)
        #expect(ending.errors.contains("demo-identity"))
    }

    @Test("gives roles to people who are still to come, and refuses what is no role or address")
    func grant() throws {
        let program = try Program()
        let ending = try program.run("admin", "grant", "Ada@acme.example", "designer")
        #expect(ending.code == 0)
        #expect(ending.output == "ada@acme.example will be designer at the first sign-in.\n")
        #expect(try program.run("admin", "grant", "ada", "designer").code == 1)
        #expect(try program.run("admin", "grant", "ada@acme.example", "king").code == 1)
    }

    @Test("serves until SIGTERM, and then ends with 0")
    func stops() throws {
        let program = try Program()
        let (process, output, _) = try program.start(["serve", "--port", "0"])
        let line = String(decoding: output.availableData, as: UTF8.self)
        let address = try #require(line.firstMatch(of: /http:\/\/127\.0\.0\.1:[1-9][0-9]*/).map { String($0.output) })
        #expect(line.hasPrefix("Laurel serves Laurel on \(address)"))
        let issuer = try String(contentsOf: try #require(URL(string: "\(address)/ob/v3/issuer")), encoding: .utf8)
        #expect(issuer.contains("did:web:127.0.0.1%3A\(try #require(address.split(separator: ":").last))"))
        process.terminate()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
