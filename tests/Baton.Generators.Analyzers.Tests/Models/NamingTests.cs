using Baton.Generators.Models;
using Baton.Generators.Parsing;

namespace Baton.Generators.Analyzers.Tests.Models;

public sealed class NamingTests
{
    [Theory]
    [InlineData("Region", "region")]
    [InlineData("ApiToken", "api-token")]
    [InlineData("BaseURL", "base-url")]
    [InlineData("HTTPTimeout", "http-timeout")]
    [InlineData("S3Bucket", "s3-bucket")]
    [InlineData("Sha256Sum", "sha256-sum")]
    [InlineData("snake_case", "snake-case")]
    [InlineData("_Private__Name_", "private-name")]
    [InlineData("A", "a")]
    [InlineData("AB", "ab")]
    [InlineData("", "")]
    public void Flags_are_in_kebab_case(string name, string expected) => Assert.Equal(expected, Naming.Kebab(name));

    [Theory]
    [InlineData("CostCentre", "cost_centre")]
    [InlineData("orgID", "org_id")]
    public void Profile_keys_are_in_snake_case(string name, string expected) => Assert.Equal(expected, Naming.Snake(name));

    [Theory]
    [InlineData("user", "User")]
    [InlineData("ssh-key", "Ssh Key")]
    [InlineData("aws_iam.role", "Aws Iam Role")]
    [InlineData("-", "-")]
    [InlineData("élève", "Élève")]
    public void Display_names_are_made_from_ids(string id, string expected) => Assert.Equal(expected, Naming.Title(id));

    [Theory]
    [InlineData("api-token")]
    [InlineData("password")]
    [InlineData("db-pwd")]
    [InlineData("signing-key")]
    [InlineData("service-account-credentials")]
    [InlineData("apikey")]
    [InlineData("client_secret_value")]
    [InlineData("github-pat")]
    public void These_names_mean_credentials(string name) => Assert.True(SecretNames.LooksSecret(name, "X", FieldKind.String));

    [Theory]
    [InlineData("token-url")]
    [InlineData("password-file")]
    [InlineData("secret-name")]
    [InlineData("partition-key")]
    [InlineData("key")]
    [InlineData("keyboard")]
    [InlineData("tokenizer")]
    [InlineData("patch")]
    [InlineData("public-key")]
    [InlineData("region")]
    public void These_names_do_not(string name) => Assert.False(SecretNames.LooksSecret(name, "X", FieldKind.String));

    [Theory]
    [InlineData(FieldKind.Bool)]
    [InlineData(FieldKind.Int)]
    [InlineData(FieldKind.Uri)]
    [InlineData(FieldKind.Enum)]
    public void Only_texts_are_credentials(object kind) => Assert.False(SecretNames.LooksSecret("token", "Token", (FieldKind)kind));
}
