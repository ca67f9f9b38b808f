import Core
import Foundation

/// Takes the browser to a provider that wants to be posted to; with script it goes by itself.
struct DeparturePage {
    let address: String
    let fields: [String: String]
    let provider: String

    var page: Page {
        let inputs = fields.sorted { $0.key < $1.key }.map { name, value -> HTML in
            "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
        }
        let title = "On the way to \(provider)"
        return Page(
            title: title,
            body: """
                <div class="sign-in"><header>\(Icon(.laurel))<h1>\(title)</h1><p class="soft">If nothing happens, continue \
                yourself.</p></header><form method="post" action="\(url: address)" data-departs>\(inputs)\
                \(Button("Continue", kind: .main))</form></div>
                """,
            formOrigin: origin
        )
    }

    private var origin: String? {
        guard let url = URL(string: address), let scheme = url.scheme, let host = url.host() else { return nil }
        return "\(scheme)://\(host)\(url.port.map { ":\($0)" } ?? "")"
    }
}
