package navigator.infra;

import navigator.contracts.Role;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cognito.AccountRecovery;
import software.amazon.awscdk.services.cognito.AuthFlow;
import software.amazon.awscdk.services.cognito.AutoVerifiedAttrs;
import software.amazon.awscdk.services.cognito.FeaturePlan;
import software.amazon.awscdk.services.cognito.Mfa;
import software.amazon.awscdk.services.cognito.MfaSecondFactor;
import software.amazon.awscdk.services.cognito.PasswordPolicy;
import software.amazon.awscdk.services.cognito.SignInAliases;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClient;
import software.amazon.awscdk.services.cognito.UserPoolGroup;
import software.amazon.awscdk.services.cognito.UserPoolGroupProps;
import software.constructs.Construct;

/** The people who chat, the roles they have, and the app that signs them in. */
final class Users extends Construct {

  private final UserPool pool;
  private final UserPoolClient client;

  Users(Construct scope, StackSettings settings) {
    super(scope, "Users");
    pool = userPool(settings.stage());
    client = appClient();
    Role.GROUPS.forEach(this::group);
    Suppress.finding(
        pool,
        "AwsSolutions-COG3",
        "Threat protection needs the Plus plan, paid for by the user; only administrators create"
            + " accounts here.");
    if (!settings.stage().protectsData()) {
      Suppress.finding(
          pool, "AwsSolutions-COG2", "A second factor is offered; -c stage=prod requires it.");
    }
  }

  UserPool pool() {
    return pool;
  }

  UserPoolClient client() {
    return client;
  }

  private UserPool userPool(Stage stage) {
    return UserPool.Builder.create(this, "Pool")
        .userPoolName("learning-navigator")
        .featurePlan(FeaturePlan.ESSENTIALS)
        .selfSignUpEnabled(false)
        .signInAliases(SignInAliases.builder().email(true).build())
        .signInCaseSensitive(false)
        .autoVerify(AutoVerifiedAttrs.builder().email(true).build())
        .accountRecovery(AccountRecovery.EMAIL_ONLY)
        .mfa(stage.protectsData() ? Mfa.REQUIRED : Mfa.OPTIONAL)
        .mfaSecondFactor(MfaSecondFactor.builder().otp(true).sms(false).build())
        .passwordPolicy(passwordPolicy())
        .deletionProtection(stage.protectsData())
        .removalPolicy(stage.removalPolicy())
        .build();
  }

  private static PasswordPolicy passwordPolicy() {
    return PasswordPolicy.builder()
        .minLength(12)
        .requireLowercase(true)
        .requireUppercase(true)
        .requireDigits(true)
        .requireSymbols(true)
        .tempPasswordValidity(Duration.days(7))
        .build();
  }

  /** A public client: browsers prove the password (SRP), operators sign in by an IAM action. */
  private UserPoolClient appClient() {
    return UserPoolClient.Builder.create(this, "AppClient")
        .userPool(pool)
        .generateSecret(false)
        .authFlows(AuthFlow.builder().userSrp(true).adminUserPassword(true).build())
        .disableOAuth(true)
        .preventUserExistenceErrors(true)
        .enableTokenRevocation(true)
        .idTokenValidity(Duration.hours(1))
        .accessTokenValidity(Duration.hours(1))
        .refreshTokenValidity(Duration.days(30))
        .build();
  }

  /** Precedence is the position among the groups: the strongest first. */
  private void group(String name) {
    new UserPoolGroup(
        this,
        name,
        UserPoolGroupProps.builder()
            .userPool(pool)
            .groupName(name)
            .precedence(Role.GROUPS.indexOf(name))
            .build());
  }
}
