import Core
import Foundation

/// Nothing in here repeats what stands in the file, before it is known to be a reference.
extension ConfigCheck {
    mutating func checkSecret(_ value: PositionedJSON, _ pointer: String, _ hint: String) {
        guard let members = value.members else {
            return found.report(
                #"a secret may not stand in this file. Use {"env": "NAME"} or {"file": "/run/secrets/…"}"#,
                at: value.position,
                pointer,
                hint: hint
            )
        }
        let strangers = members.filter { $0.key != "env" && $0.key != "file" }
        for member in strangers {
            found.report(#"a secret has "env" or "file" and no other key."#, at: member.position, pointer, hint: hint)
        }
        switch (value["env"], value["file"]) {
        case (nil, nil):
            guard strangers.isEmpty else { return }
            found.report(#"a secret needs "env" or "file"."#, at: value.position, pointer, hint: hint)
        case (_?, _?):
            found.report(#"a secret has either "env" or "file", not both."#, at: value.position, pointer, hint: hint)
        case (let name?, nil): checkEnvironment(name, pointer, mayRead: strangers.isEmpty)
        case (nil, let path?): checkFile(path, pointer, mayRead: strangers.isEmpty)
        }
    }

    private mutating func checkEnvironment(_ value: PositionedJSON, _ pointer: String, mayRead: Bool) {
        let hint = "The name of an environment variable: capital letters, digits and _, no digit first."
        guard let name = value.string else {
            return found.reportKind("a string", value, pointer + "/env", hint: hint)
        }
        guard name.isEnvironmentName else {
            return found.report(
                "is not the name of an environment variable.",
                at: value.position,
                pointer + "/env",
                hint: hint
            )
        }
        if mayRead { read(Secret(.environment(name)), value, pointer + "/env") }
    }

    private mutating func checkFile(_ value: PositionedJSON, _ pointer: String, mayRead: Bool) {
        let hint = "The path of a file that holds the secret and nothing else; it begins with /."
        guard let path = value.string else {
            return found.reportKind("a string", value, pointer + "/file", hint: hint)
        }
        guard path.hasPrefix("/") else {
            return found.report("must begin with /.", at: value.position, pointer + "/file", hint: hint)
        }
        guard mayRead else { return }
        read(Secret(.file(path)), value, pointer + "/file")
        if readsSecrets, Self.isReadableByAll(path) {
            found.warn(
                "everybody on this machine can read \(path).",
                at: value.position,
                pointer + "/file",
                hint: "Run: chmod o-rwx \(path)"
            )
        }
    }

    private mutating func read(_ secret: Secret, _ value: PositionedJSON, _ pointer: String) {
        guard readsSecrets else { return }
        do {
            _ = try secret.reveal()
        } catch {
            found.report("\(error).", at: value.position, pointer)
        }
    }

    private static func isReadableByAll(_ path: String) -> Bool {
        let file = URL(filePath: path).resolvingSymlinksInPath().path
        guard
            let attributes = try? FileManager.default.attributesOfItem(atPath: file),
            let permissions = attributes[.posixPermissions] as? NSNumber
        else { return false }
        return permissions.intValue & 0o004 != 0
    }
}
