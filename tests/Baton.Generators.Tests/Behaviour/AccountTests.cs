using System.Text.Json;
using Baton.CompilerServices;
using Baton.Generators.Tests.Corpus;
using Baton.Generators.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Generators.Tests.Behaviour;

/// <summary>Generated code for accounts, credentials, creating and deleting.</summary>
public sealed class AccountTests : IDisposable
{
    static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    readonly LoadedConnector _loaded = LoadedConnector.OfTypes(Sources.Accounts);
    readonly ServiceProvider _services;

    public AccountTests() => _services = _loaded.Services();

    public void Dispose()
    {
        _services.Dispose();
        _loaded.Dispose();
    }

    [Fact]
    public async Task Account_FormIsFilledIn()
    {
        var outcome = await CreateAsync("ann", ("first_name", "Ann"), ("mail", "a@b.example"), ("level", 3.0), ("shift", "day"), ("remote", false),
            ("tags", new List<object?> { "x", "y" }), ("labels", new ValueMap([new("k", "v")])), ("class", "c"), ("number", 9007199254740991.0));
        Assert.Equal(AccountResultKind.Created, outcome.Kind);
        Assert.Equal("ann", outcome.Account!.Builder.ResourceId);
        var name = outcome.Account.Builder.ResourceName;
        Assert.Contains("FirstName = Ann, Email = a@b.example, Level = 3, Number = 9007199254740991, Shift = Day, Remote = False, class = c", name);
        Assert.EndsWith("NoPassword False", name);
    }

    [Fact]
    public async Task Account_WhatIsNotFilledIn_HasItsDefault()
    {
        var outcome = await CreateAsync("ann", ("first_name", "Ann"), ("mail", "m"), ("level", null));
        Assert.Contains(
            "Level = , Number = 7, Shift = NightWatch, Remote = True, class = a, Tags = , Labels = , Pin = 0000", outcome.Account!.Builder.ResourceName);
    }

    [Theory]
    [InlineData("first_name", null, "\"first_name\" is required")]
    [InlineData("first_name", 4.0, "\"first_name\" is not a text")]
    [InlineData("level", 1.5, "\"level\" is not a whole number")]
    [InlineData("level", 5e9, "\"level\" is not a whole number of 32 bits")]
    [InlineData("shift", "noon", "\"shift\" must be one of: day, night_watch, default")]
    [InlineData("remote", "yes", "\"remote\" is not true or false")]
    public async Task Account_WrongValue_IsNamedAndNotShown(string field, object? value, string message)
    {
        var values = new Dictionary<string, object?> { ["first_name"] = "Ann", ["mail"] = "m", [field] = value };
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => CreateAsync("ann", [.. values.Select(v => (v.Key, v.Value))]));
        Assert.Equal(ErrorCode.InvalidArgument, failure.Code);
        Assert.Contains(message, failure.Message);
        Assert.DoesNotContain("noon", failure.Message);
    }

    [Theory]
    [InlineData("taken", AccountResultKind.AlreadyExists, "1", null)]
    [InlineData("slow", AccountResultKind.InProgress, null, null)]
    [InlineData("invited", AccountResultKind.ActionRequired, null, "Accept the invitation")]
    public async Task Account_EveryResult_IsHandedOn(string login, AccountResultKind kind, string? id, string? message)
    {
        var outcome = await CreateAsync(login, ("first_name", "A"), ("mail", "m"));
        Assert.Equal((kind, id, message), (outcome.Kind, outcome.Account?.Builder.ResourceId, outcome.Message));
        Assert.Equal(message is null ? null : DateTimeOffset.UnixEpoch, outcome.InvitationExpiresAt);
    }

    [Fact]
    public async Task Account_MethodThatReturnsTheModel_Succeeds()
    {
        var machines = _loaded.Syncer(_services, "machine");
        var outcome = await machines.CreateAccountAsync(new() { Emails = ["m@x.example"] }, new(CredentialOption.Sso), Ct);
        Assert.Equal((AccountResultKind.Created, "m@x.example"), (outcome.Kind, outcome.Account!.Builder.ResourceId));
        Assert.Equal([CredentialOption.Sso], machines.AccountCredentials!.Options);
        Assert.Empty(machines.AccountFields);
    }

    [Fact]
    public void Account_Form_IsDescribed()
    {
        var fields = _loaded.Syncer(_services, "employee").AccountFields.ToDictionary(field => field.Name);
        Assert.Equal(["first_name", "mail", "level", "number", "shift", "remote", "class", "tags", "labels", "pin"], fields.Keys);
        Assert.Equal(["first_name", "mail"], fields.Values.Where(field => field.Required).Select(field => field.Name));
        Assert.Equal("First_name".Replace('_', ' '), fields["first_name"].DisplayName, ignoreCase: true);
        Assert.Equal(("E-mail", "Where \"mail\" goes"), (fields["mail"].DisplayName, fields["mail"].Description));
        Assert.Equal((FormFieldKind.Text, "night_watch"), (fields["shift"].Kind, fields["shift"].Default));
        Assert.Equal(["day", "night_watch", "default"], fields["shift"].Options);
        Assert.Equal((FormFieldKind.Integer, "7"), (fields["number"].Kind, fields["number"].Default));
        Assert.Equal((FormFieldKind.TextList, FormFieldKind.TextMap, FormFieldKind.Truth), (fields["tags"].Kind, fields["labels"].Kind, fields["remote"].Kind));
        Assert.True(fields["pin"].Secret);
        Assert.Null(fields["pin"].Default);
    }

    [Theory]
    [InlineData("gone", DeleteOutcome.AlreadyDeleted)]
    [InlineData("here", DeleteOutcome.Deleted)]
    public async Task Delete_OutcomeIsHandedOn(string id, DeleteOutcome outcome)
    {
        var employees = _loaded.Syncer(_services, "employee");
        Assert.True(employees.DeletesResources);
        Assert.Equal(outcome, await employees.DeleteResourceAsync(new("employee", id), Ct));
        Assert.Equal(DeleteOutcome.Deleted, await _loaded.Syncer(_services, "token").DeleteResourceAsync(new("token", id), Ct));
    }

    [Fact]
    public async Task Create_IsMappedWithItsParent()
    {
        var tokens = _loaded.Syncer(_services, "token");
        Assert.True(tokens.CreatesResources);
        var created = await tokens.CreateResourceAsync(new("Name") { Id = "t1", Parent = new("employee", "e") }, Ct);
        Assert.Equal(("t1", "employee:e"), (created.Builder.ResourceId, created.Parent?.ToString()));
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => tokens.CreateResourceAsync(new("Name"), Ct));
        Assert.Contains("\"token\" gave no id", failure.Message);
    }

    [Fact]
    public async Task Rotate_SecretsAreHandedOn()
    {
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => _loaded.Syncer(_services, "employee")
            .RotateCredentialsAsync(new("employee", "e"), new(CredentialOption.RandomPassword) { Password = "pw" }, Ct));
        Assert.Equal("epw", failure.Message);
        var secret = Assert.Single(await _loaded.Syncer(_services, "token").RotateCredentialsAsync(new("token", "t"), new(CredentialOption.NoPassword), Ct));
        Assert.Equal("new of t"u8.ToArray(), secret.Value.ToArray());
        var two = await _loaded.Syncer(_services, "machine").RotateCredentialsAsync(new("machine", "m"), new(CredentialOption.Sso), Ct);
        Assert.Equal(["a", "b"], two.Select(s => s.ToString()));
    }

    [Fact]
    public async Task Issue_KindsAndOffers()
    {
        var employees = _loaded.Syncer(_services, "employee");
        var issued = await employees.IssueCredentialAsync(new("employee", "e"), new(IssuedCredentialKind.ApiKey, "r") { Scopes = ["read"] }, Ct);
        Assert.Equal("e-ApiKey", issued.Id);
        var failure = await Assert.ThrowsAsync<ConnectorException>(
            () => employees.IssueCredentialAsync(new("employee", "e"), new(IssuedCredentialKind.Token, "r"), Ct));
        Assert.Equal(ErrorCode.Unimplemented, failure.Code);
        var (key, pair) = (employees.IssuedCredentials[0], employees.IssuedCredentials[1]);
        Assert.Equal(["read", "write"], key.Scopes);
        Assert.Equal((true, false, "token", TimeSpan.FromHours(1)), (key.CustomScopes, key.Virtual, key.SecretType().Id, key.MaxLifetime));
        Assert.Equal(["RSA-2048", "P-256", "Ed25519"], pair.KeyProfiles.Select(profile => profile.ToString()));
        Assert.True(pair.Virtual);
    }

    [Fact]
    public async Task TypeWithoutMethods_RefusesEveryTask()
    {
        var machines = _loaded.Syncer(_services, "machine");
        Assert.False(machines.CreatesResources || machines.DeletesResources);
        var failures = new[]
        {
            await Assert.ThrowsAsync<ConnectorException>(() => machines.CreateResourceAsync(new("x"), Ct)),
            await Assert.ThrowsAsync<ConnectorException>(() => machines.DeleteResourceAsync(new("machine", "x"), Ct)),
            await Assert.ThrowsAsync<ConnectorException>(
                () => machines.IssueCredentialAsync(new("machine", "x"), new(IssuedCredentialKind.ApiKey, "r"), Ct)),
            await Assert.ThrowsAsync<ConnectorException>(
                () => _loaded.Syncer(_services, "token").CreateAccountAsync(new(), new(CredentialOption.Sso), Ct)),
        };
        Assert.All(failures, static failure => Assert.Equal(ErrorCode.Unimplemented, failure.Code));
    }

    [Fact]
    public void Capabilities_AreThoseOfGo()
    {
        using var document = JsonDocument.Parse(_loaded.Manifest.CapabilitiesJson.ToArray());
        var types = document.RootElement.GetProperty("resourceTypeCapabilities").EnumerateArray()
            .ToDictionary(type => type.GetProperty("resourceType").GetProperty("id").GetString()!);
        Assert.Equal(
            ["CAPABILITY_SYNC", "CAPABILITY_ACCOUNT_PROVISIONING", "CAPABILITY_RESOURCE_DELETE", "CAPABILITY_CREDENTIAL_ROTATION", "CAPABILITY_CREDENTIAL_ISSUE"],
            Texts(types["employee"].GetProperty("capabilities")));
        Assert.Equal(
            ["CAPABILITY_SYNC", "CAPABILITY_RESOURCE_DELETE", "CAPABILITY_RESOURCE_CREATE", "CAPABILITY_CREDENTIAL_ROTATION"],
            Texts(types["token"].GetProperty("capabilities")));
        Assert.Equal(
            [
                "CAPABILITY_SYNC", "CAPABILITY_ACCOUNT_PROVISIONING", "CAPABILITY_CREDENTIAL_ROTATION", "CAPABILITY_RESOURCE_CREATE",
                "CAPABILITY_RESOURCE_DELETE", "CAPABILITY_CREDENTIAL_ISSUE",
            ],
            Texts(document.RootElement.GetProperty("connectorCapabilities")));
        AssertJson(
            """
            {
              "capabilityAccountProvisioning": {
                "supportedCredentialOptions": ["CAPABILITY_DETAIL_CREDENTIAL_OPTION_NO_PASSWORD", "CAPABILITY_DETAIL_CREDENTIAL_OPTION_RANDOM_PASSWORD"],
                "preferredCredentialOption": "CAPABILITY_DETAIL_CREDENTIAL_OPTION_RANDOM_PASSWORD"
              },
              "capabilityCredentialRotation": {
                "supportedCredentialOptions": ["CAPABILITY_DETAIL_CREDENTIAL_OPTION_RANDOM_PASSWORD"],
                "preferredCredentialOption": "CAPABILITY_DETAIL_CREDENTIAL_OPTION_RANDOM_PASSWORD"
              }
            }
            """, document.RootElement.GetProperty("credentialDetails"));
        AssertJson(
            """
            {
              "options": [
                {
                  "option": "CAPABILITY_DETAIL_CREDENTIAL_OPTION_API_KEY", "expiry": { "max": "3600s" }, "scopes": ["read", "write"],
                  "customScopesAllowed": true, "resourceMode": "CREDENTIAL_RESOURCE_MODE_DISCOVERABLE", "secretResourceTypeId": "token"
                },
                {
                  "option": "CAPABILITY_DETAIL_CREDENTIAL_OPTION_KEYPAIR",
                  "keyProfiles": [{ "kty": "RSA", "rsaModulusBits": 2048 }, { "kty": "EC", "crv": "P-256" }, { "kty": "OKP", "crv": "Ed25519" }],
                  "resourceMode": "CREDENTIAL_RESOURCE_MODE_VIRTUAL", "secretResourceTypeId": "token"
                }
              ],
              "preferredOption": "CAPABILITY_DETAIL_CREDENTIAL_OPTION_API_KEY"
            }
            """, types["employee"].GetProperty("credentialIssue"));
    }

    Task<AccountOutcome> CreateAsync(string login, params (string Name, object? Value)[] profile) => _loaded.Syncer(_services, "employee").CreateAccountAsync(
        new() { Login = login, Profile = new(profile.Select(p => KeyValuePair.Create(p.Name, p.Value))) }, new(CredentialOption.NoPassword), Ct);

    static IEnumerable<string?> Texts(JsonElement list) => list.EnumerateArray().Select(item => item.GetString());

    static void AssertJson(string expected, JsonElement actual)
    {
        using var document = JsonDocument.Parse(expected);
        Assert.True(JsonElement.DeepEquals(document.RootElement, actual), actual.ToString());
    }
}
