import Foundation
import Testing

@testable import App

@Suite("The JSON Schema of plugins.json") struct PluginSchemasTests {
    @Test("describes the config of one type, in the order of its options")
    func one() {
        #expect(
            PluginSchemas.schema(of: WrongPlugin.self) == """
                {
                  "$schema": "https://json-schema.org/draft/2020-12/schema",
                  "title": "wrong",
                  "description": "Does not keep to its own schema.",
                  "type": "object",
                  "required": ["size"],
                  "additionalProperties": false,
                  "patternProperties": {
                    "^(x-|//)": true
                  },
                  "properties": {
                    "size": {
                      "description": "A size.",
                      "type": "integer",
                      "minimum": 1,
                      "maximum": 9
                    }
                  },
                  "$defs": {
                    "secret": {
                      "description": "A reference to a secret, never the secret itself.",
                      "type": "object",
                      "properties": {
                        "env": {
                          "type": "string",
                          "pattern": "^[A-Z_][A-Z0-9_]*$"
                        },
                        "file": {
                          "type": "string",
                          "pattern": "^/"
                        }
                      },
                      "additionalProperties": false,
                      "patternProperties": {
                        "^(x-|//)": true
                      },
                      "oneOf": [
                        {
                          "required": ["env"]
                        },
                        {
                          "required": ["file"]
                        }
                      ]
                    }
                  }
                }

                """
        )
    }

    @Test("ties the type of an entry to its config, for every type that is known")
    func all() throws {
        let text = PluginSchemas.schema(of: samplePlugins)
        let schema = try JSONReader.read(Array(text.utf8)).plain
        #expect(schema["$defs"]?["entry"]?["properties"]?["type"]?["enum"] == ["sample", "plain", "wrong"])
        for (index, type) in ["sample", "plain", "wrong"].enumerated() {
            let condition = schema["$defs"]?["entry"]?["allOf"]?[index]
            #expect(condition?["if"]?["properties"]?["type"]?["const"] == .string(type))
            #expect(condition?["then"]?["properties"]?["config"]?["$ref"] == .string("#/$defs/config/$defs/\(type)"))
            #expect(schema["$defs"]?["config"]?["$defs"]?[type]?["additionalProperties"] == false)
        }
    }

    @Test("says what each kind of option may be")
    func kinds() {
        let sample = try? JSONReader.read(Array(PluginSchemas.schema(of: SamplePlugin.self).utf8)).plain["properties"]
        #expect(sample?["baseURL"]?["format"] == "uri")
        #expect(sample?["apiKey"]?["$ref"] == "#/$defs/secret")
        #expect(sample?["percentScale"]?["enum"] == [1, 100])
        #expect(sample?["mode"]?["enum"] == ["daily", "weekly"])
        #expect(sample?["requestsPerMinute"]?["maximum"] == 6000)
        #expect(sample?["isStrict"]?["type"] == "boolean")
        #expect(sample?["people"]?["minLength"] == 1)
        #expect(sample?["domains"]?["items"]?["type"] == "string")
        #expect(sample?["offset"]?["minimum"] == nil)
        #expect(sample?["oauth"]?["required"] == ["clientSecret"])
    }

    @Test("is the same text every time")
    func deterministic() {
        #expect(PluginSchemas.schema(of: samplePlugins) == PluginSchemas.schema(of: samplePlugins))
    }
}

extension PlainJSON {
    fileprivate subscript(key: String) -> PlainJSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    fileprivate subscript(index: Int) -> PlainJSON? {
        guard case .array(let elements) = self else { return nil }
        return elements[index]
    }
}
