import Testing

@testable import App

@Suite("The config of a plugin") struct ManifestConfigTests {
    @Test(
        "takes what the plugin asks for",
        arguments: [
            #""percentScale": 1"#,
            #""percentScale": 100, "mode": "weekly", "requestsPerMinute": 6000, "isStrict": true"#,
            #""people": "people.csv", "domains": [], "x-note": 7, "//": {}"#,
            #""domains": ["a", "🏅"], "offset": -9223372036854775808"#,
            #""oauth": { "//": "ours", "clientSecret": { "env": "PATH", "// in": "systemd" } }"#,
            #""requestsPerMinute": 6e1"#,
        ]
    )
    func takes(more: String) {
        #expect(complaints(sample(more)) == "")
    }

    @Test(
        "says what is wrong with an option, and what it is for",
        arguments: [
            (#""percentScale": "7""#, "21  /plugins/0/config/percentScale: \"7\" is not one of 1, 100.\n    \(scale)"),
            (#""percentScale": 7"#, "21  /plugins/0/config/percentScale: 7 is not one of 1, 100.\n    \(scale)"),
            (#""percentScale": 1.5"#, "21  /plugins/0/config/percentScale: 1.5 is not one of 1, 100.\n    \(scale)"),
            (#""percentScale": [1]"#, "21  /plugins/0/config/percentScale: a list is not one of 1, 100.\n    \(scale)"),
            (
                #""mode": "hourly""#,
                "13  /plugins/0/config/mode: \"hourly\" is not one of \"daily\", \"weekly\".\n    How often to look."
            ),
            (
                #""mode": "weakly""#,
                "13  /plugins/0/config/mode: \"weakly\" is not one of \"daily\", \"weekly\". Did you mean \"weekly\"?\n    How often to look."
            ),
            (
                #""requestsPerMinute": 0"#,
                "26  /plugins/0/config/requestsPerMinute: 0 is not a whole number from 1 to 6000.\n    \(rate)"
            ),
            (
                #""requestsPerMinute": 1.5"#,
                "26  /plugins/0/config/requestsPerMinute: 1.5 is not a whole number from 1 to 6000.\n    \(rate)"
            ),
            (
                #""requestsPerMinute": "9""#,
                "26  /plugins/0/config/requestsPerMinute: must be a whole number from 1 to 6000, not a string.\n    \(rate)"
            ),
            (
                #""offset": 9223372036854775808"#,
                "15  /plugins/0/config/offset: 9223372036854775808 is not a whole number of any size.\n    A large number."
            ),
            (
                #""isStrict": "true""#,
                "17  /plugins/0/config/isStrict: must be true or false, not a string.\n    Whether to refuse what is odd."
            ),
            (#""people": """#, "15  /plugins/0/config/people: a path may not be empty.\n    A list of people."),
            (#""people": 1"#, "15  /plugins/0/config/people: must be a string, not a number.\n    A list of people."),
            (#""people": null"#, "15  /plugins/0/config/people: must be a string, not null.\n    A list of people."),
            (#""domains": "a""#, "16  /plugins/0/config/domains: must be a list, not a string.\n    \(domains)"),
            (
                #""domains": ["a", 2]"#,
                "22  /plugins/0/config/domains/1: must be a string, not a number.\n    \(domains)"
            ),
            (#""oauth": 1"#, "14  /plugins/0/config/oauth: must be an object, not a number.\n    How to get a token."),
            (
                #""oauth": {}"#,
                "14  /plugins/0/config/oauth: \"clientSecret\" is missing.\n    The secret of the client."
            ),
            (
                #""percentscale": 1"#,
                "5  /plugins/0/config: unknown key \"percentscale\". Did you mean \"percentScale\"?\n    \(options)"
            ),
        ]
    )
    func option(more: String, complaint: String) {
        #expect(complaints(sample(more)) == "plugins.json:4:" + complaint)
    }

    @Test(
        "wants an address on the web, without a password",
        arguments: [
            ("", begin), ("acme.example", begin), ("/v1", begin), ("ftp://acme.example", begin),
            ("file:///etc/passwd", begin),
            ("https://", begin), ("https:///v1", begin), ("javascript:alert(1)", begin), ("https://a b.example", begin),
            ("https://me:hunter2@acme.example", person), ("https://me@acme.example", person),
            ("http://:x@acme.example", person),
        ]
    )
    func addresses(url: String, message: String) {
        let json = sample(#""x-end": 0"#).replacing("https://acme.example/v1", with: url)
        #expect(
            complaints(json)
                == "plugins.json:3:16  /plugins/0/config/baseURL: \(message)\n    The address of the interface."
        )
    }

    @Test(
        "takes other addresses",
        arguments: ["http://127.0.0.1:8080", "HTTPS://acme.example/a@b?c=d@e", "https://[::1]/"]
    )
    func otherAddresses(url: String) {
        #expect(complaints(sample(#""x-end": 0"#).replacing("https://acme.example/v1", with: url)) == "")
    }

    @Test("checks an entry that is not enabled, too")
    func disabled() {
        let json = #"{"version":1,"plugins":[{"id":"a","type":"sample","enabled":false}]}"#
        #expect(
            complaints(json) == """
                plugins.json:1:25  /plugins/0/config: "baseURL" is missing.
                    The address of the interface.
                plugins.json:1:25  /plugins/0/config: "apiKey" is missing.
                    The key for the interface.
                """
        )
    }

    private static let scale = "What the provider calls finished: 1 or 100."
    private static let rate = "How many requests the provider allows."
    private static let domains = "The mail domains that belong to us."
    private static let begin = "must be an address that begins with https:// or http://."
    private static let person = "an address may not hold a name or a password."
    private static let options =
        "Known keys: baseURL, apiKey, percentScale, mode, requestsPerMinute, isStrict, people, domains, offset, oauth."
}
