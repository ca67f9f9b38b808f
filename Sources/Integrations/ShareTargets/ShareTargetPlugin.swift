package import Core

/// Offers a place to show badges at, in the order of plugins.json: `"type": "share-target"`.
package enum ShareTargetPlugin: Plugin {
    package static let type = "share-target"
    package static let summary = "A place to show badges at; without any, the portal offers the usual ones."
    package static let schema = ConfigSchema(
        .optional(
            "title",
            .string,
            "What stands on the button; needed where the entry's id is not one of the usual places."
        ),
        .optional(
            "template",
            .string,
            "The address that the button leads to, with {url}, {text} and other placeholders in it."
        )
    )

    package struct Configuration: Decodable {
        var title: String?
        var template: String?
    }

    private static let titleLimit = 60

    package static func make(
        _ configuration: Configuration,
        _ context: PluginContext
    ) throws(ConfigProblem) -> Contributions {
        let usual = ShareTarget.known.first { $0.id == context.id }
        let template = configuration.template ?? usual?.template
        guard let template, let title = configuration.title ?? usual?.title else {
            let known = ShareTarget.known.map(\.id).joined(separator: ", ")
            let missing = template == nil ? "template" : "title"
            throw ConfigProblem(
                "",
                "“\(context.id)” is none of the usual places, so it needs a \(missing).",
                hint: "Write title and template, or take one of these as the id: \(known)."
            )
        }
        guard (1...titleLimit).contains(title.trimmed.count) else {
            throw ConfigProblem("/title", "The title has no characters, or more than \(titleLimit).")
        }
        do throws(TemplateProblem) {
            try ShareTarget.check(template)
        } catch {
            throw ConfigProblem(
                "/template",
                error.message,
                hint: "For example https://intranet.acme.example/new?text={text}&link={url}; "
                    + "there are \(SharedAward.placeholders.joined(separator: ", "))."
            )
        }
        return Contributions(
            shareTargets: [ShareTarget(id: context.id, title: title.trimmed, template: template)]
        )
    }
}
