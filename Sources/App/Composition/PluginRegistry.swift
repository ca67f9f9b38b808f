import CSVSource
import Core
import DemoIdentity
import OIDC
import Pathgather
import SAML
import SCIM
import SMTP
import ShareTargets
import Yammer

/// Every plugin this build knows.
///
/// To add one, add its type here.
let knownPlugins: [any Plugin.Type] = [
    CSVPlugin.self,
    DemoIdentityPlugin.self,
    OIDCPlugin.self,
    PathgatherPlugin.self,
    SAMLPlugin.self,
    SCIMPlugin.self,
    SMTPPlugin.self,
    ShareTargetPlugin.self,
    YammerPlugin.self,
]
