import Core

/// Every plugin this build knows.
///
/// To add one, add its type here.
let knownPlugins: [any Plugin.Type] = []
