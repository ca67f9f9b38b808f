import CSVSource
import Core
import DemoIdentity
import Pathgather

/// Every plugin this build knows.
///
/// To add one, add its type here.
let knownPlugins: [any Plugin.Type] = [
    CSVPlugin.self,
    DemoIdentityPlugin.self,
    PathgatherPlugin.self,
]
