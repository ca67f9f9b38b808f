@testable import App

/// Returns the text that stops the program, or "" when the file is right.
func complaints(_ json: String, secrets: PluginManifest.SecretCheck = .readable) -> String {
    do {
        _ = try PluginManifest(Array(json.utf8), file: "plugins.json", registry: samplePlugins, secrets: secrets)
        return ""
    } catch {
        return "\(error)"
    }
}

/// A file with one entry of the type `sample`, whose `config` ends with `more`.
func sample(_ more: String) -> String {
    """
    { "version": 1, "plugins": [
      { "id": "a", "type": "sample", "config": {
        "baseURL": "https://acme.example/v1", "apiKey": { "env": "PATH" },
        \(more)
      } }
    ] }
    """
}
