package navigator.local.template;

import java.util.List;
import navigator.local.topology.UserPool;

/**
 * Reads the one {@code AWS::Cognito::UserPool} of a stack with its app client and groups. Nobody
 * signs up or in on one machine: tokens are given to whoever asks.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html">The
 *     type's reference</a>
 */
final class UserPools {

  private static final UserPool NONE = new UserPool("", "", "", List.of());

  private UserPools() {}

  static UserPool read(Stack stack, Placement placement) {
    var groups = stack.each(EmulatedType.USER_GROUP, (resource, p) -> group(p));
    var clients = stack.each(EmulatedType.APP_CLIENT, (resource, p) -> client(stack, resource, p));
    var pools =
        stack.each(
            EmulatedType.USER_POOL,
            (resource, p) -> {
              acceptSettings(p);
              return stack.resolver().ref(resource);
            });
    var client = One.of(stack, "user pool client", clients).orElse("");
    return One.of(stack, "user pool", pools)
        .map(id -> new UserPool(id, issuer(placement, id), client, groups))
        .orElse(NONE);
  }

  private static String issuer(Placement placement, String poolId) {
    return "https://cognito-idp." + placement.region() + ".amazonaws.com/" + poolId;
  }

  private static String group(Properties p) {
    p.withoutEffect("groups carry no roles", "Precedence")
        .withoutEffect("it is a comment", "Description");
    p.text("UserPoolId");
    return p.text("GroupName");
  }

  private static String client(Stack stack, Resource resource, Properties p) {
    p.withoutEffect(
            "nobody signs in",
            "AllowedOAuthFlowsUserPoolClient",
            "ExplicitAuthFlows",
            "GenerateSecret",
            "PreventUserExistenceErrors",
            "SupportedIdentityProviders")
        .withoutEffect(
            "only ID tokens are given out, and none is renewed or revoked",
            "AccessTokenValidity",
            "EnableTokenRevocation",
            "RefreshTokenValidity")
        .withoutEffect(
            "the one who asks for a token says how long it lives",
            "IdTokenValidity",
            "TokenValidityUnits")
        .withoutEffect("it is a name", "ClientName");
    p.text("UserPoolId");
    return stack.resolver().ref(resource);
  }

  private static void acceptSettings(Properties p) {
    p.withoutEffect(
            "nobody signs up or in",
            "AccountRecoverySetting",
            "AdminCreateUserConfig",
            "AutoVerifiedAttributes",
            "EmailVerificationMessage",
            "EmailVerificationSubject",
            "EnabledMfas",
            "MfaConfiguration",
            "Policies",
            "SmsVerificationMessage",
            "UserPoolAddOns",
            "UsernameAttributes",
            "UsernameConfiguration",
            "VerificationMessageTemplate")
        .withoutEffect("there are no users to lose", "DeletionProtection")
        .withoutEffect("nobody is billed", "UserPoolTags", "UserPoolTier")
        .withoutEffect("it is a name", "UserPoolName");
  }
}
