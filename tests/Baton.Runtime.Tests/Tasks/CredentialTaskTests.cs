using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Baton.Tasks;
using Google.Protobuf.WellKnownTypes;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Runtime.Tests.Tasks;

/// <summary>Credentials that are replaced, and credentials that are issued.</summary>
public sealed class CredentialTaskTests : DeskTasks
{
    [Fact]
    public async Task Rotation_sets_a_new_password_and_hands_it_over()
    {
        var answer = await AnswerAsync<RotateCredentialResponse>(new()
        {
            RotateCredentials = new() { ResourceId = Clerk("ann"), EncryptionConfigs = { new EncryptionConfig { Provider = "one" } } },
        });
        Assert.Equal([$"rotate clerk:ann {FakeCredentials.Password}"], Desk.Calls);
        Assert.Equal("ann", answer.ResourceId.Resource);
        Assert.Equal([$"one({FakeCredentials.Password})"], answer.EncryptedData.Select(data => data.EncryptedBytes.ToStringUtf8()));
    }

    [Fact]
    public async Task Rotation_refuses_what_the_method_cannot_deal_with()
    {
        var failure = await FailAsync(new() { RotateCredentials = new() { ResourceId = Clerk("ann"), CredentialOptions = new() { NoPassword = new() } } });
        Assert.Equal(ErrorCode.InvalidArgument, failure.Code);
        Assert.Contains("NoPassword is not supported here; supported: RandomPassword", failure.Message);
        var other = await FailAsync(new() { RotateCredentials = new() { ResourceId = new() { ResourceType = "room", Resource = "vault" } } });
        Assert.Equal(ErrorCode.Unimplemented, other.Code);
        Assert.Empty(Desk.Calls);
    }

    [Fact]
    public async Task Issued_key_is_a_resource_that_names_whose_it_is()
    {
        var expires = Time.GetUtcNow().AddMinutes(30);
        var task = Issue(new() { ApiKey = new() { Scopes = { "read" } } });
        task.IssueCredential.ExpiresAt = expires.ToTimestamp();
        Desk.Issued = Desk.Issued with { DisplayName = "Key of Ann" };
        var answer = await AnswerAsync<IssueCredentialResponse>(task);
        Assert.Equal(["issue clerk:ann ApiKey task-1 [read] "], Desk.Calls);
        Assert.Equal(("key", "k1", "Key of Ann"), (answer.Secret.Id.ResourceType, answer.Secret.Id.Resource, answer.Secret.DisplayName));
        var trait = answer.Secret.Annotations.Find<SecretTrait>()!;
        Assert.Equal(("clerk", "ann"), (trait.IdentityId.ResourceType, trait.IdentityId.Resource));
        Assert.Equal(expires.ToTimestamp(), trait.ExpiresAt);
        Assert.Equal((CredentialResourceMode.Discoverable, "task-1"), (answer.ResourceMode, answer.RequestId));
        Assert.Equal(["one(sesame)"], answer.EncryptedData.Select(data => data.EncryptedBytes.ToStringUtf8()));
    }

    [Fact]
    public async Task Key_pair_has_the_profile_that_was_asked_for()
    {
        var answer = await AnswerAsync<IssueCredentialResponse>(Issue(new() { Keypair = new() { Profile = new() { Kty = "RSA", RsaModulusBits = 2048 } } }));
        Assert.Equal(CredentialResourceMode.Virtual, answer.ResourceMode);
        Assert.Equal(["issue clerk:ann KeyPair task-1 [] RSA-2048"], Desk.Calls);
    }

    [Fact]
    public async Task Custom_audiences_are_those_that_nobody_listed()
    {
        var task = Issue(new() { Token = new() { Audiences = { "gate", "tower.example" }, Scopes = { "enter" } } }, new() { ResourceType = "room", Resource = "vault" });
        await AnswerAsync<IssueCredentialResponse>(task);
        Assert.Equal(["pass to room:vault for gate tower.example [enter]"], Desk.Calls);
    }

    [Theory]
    [InlineData("key", "tower.example", "", "audience \"tower.example\" is not offered; offered: gate")]
    [InlineData("room", "tower.example", "paint", "scope \"paint\" is not offered; offered: enter")]
    [InlineData("room", " ", "", "one audience is blank, or named twice")]
    public async Task Custom_audiences_are_for_the_offer_that_allows_them(string type, string audience, string scope, string message)
    {
        var token = new CredentialIssueOptions { Token = new() { Audiences = { audience } } };
        if (scope.Length > 0)
            token.Token.Scopes.Add(scope);
        var failure = await FailAsync(Issue(token, new() { ResourceType = type, Resource = "one" }));
        Assert.Contains(message, failure.Message);
        Assert.Empty(Desk.Calls);
    }

    public static TheoryData<string, string> Refusals => new()
    {
        { "token", "issuing a credential of kind Token for type \"clerk\"" },
        { "scope", "scope \"write\" is not offered; offered: read" },
        { "scope twice", "one scope is blank, or named twice" },
        { "key", "key P-256 is not offered; offered: RSA-2048, Ed25519" },
        { "short", "must live for 00:01:00 at least" },
        { "long", "can live for 01:00:00 at most" },
        { "past", "would have expired already" },
        { "virtual", "the credential cannot expire" },
        { "id", "the request id must have 1 to 128" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_is_not_offered_is_refused_before_the_method_is_asked(string what, string message)
    {
        var task = what switch
        {
            "token" => Issue(new() { Token = new() }),
            "scope" => Issue(new() { ApiKey = new() { Scopes = { "write" } } }),
            "scope twice" => Issue(new() { ApiKey = new() { Scopes = { "read", "read" } } }),
            "key" => Issue(new() { Keypair = new() { Profile = new() { Kty = "EC", Crv = "P-256" } } }),
            "virtual" => Issue(new() { Keypair = new() { Profile = new() { Kty = "OKP", Crv = "Ed25519" } } }),
            _ => Issue(new() { ApiKey = new() }),
        };
        if (what is "short" or "long" or "past" or "virtual")
            task.IssueCredential.ExpiresAt = Time.GetUtcNow().AddSeconds(what switch { "short" => 30, "past" => -1, _ => 7200 }).ToTimestamp();
        if (what == "id")
            task.Id = "not an id";
        var failure = await FailAsync(task);
        Assert.Contains(message, failure.Message);
        Assert.True(failure.NonRetryable);
        Assert.Empty(Desk.Calls);
    }

    public static TheoryData<string, string> BadResults => new()
    {
        { "id", "the credential has no id" }, { "none", "there is no secret" }, { "name", "a secret has no name" }, { "twice", "two secrets have one name" },
        { "empty", "a secret is empty" }, { "late", "it expires later than asked for" },
    };

    [Theory]
    [MemberData(nameof(BadResults))]
    public async Task Unusable_results_are_bugs_of_the_connector(string what, string message)
    {
        var task = Issue(new() { ApiKey = new() });
        task.IssueCredential.ExpiresAt = Time.GetUtcNow().AddMinutes(2).ToTimestamp();
        var secret = new PlaintextSecret("key", "sesame");
        Desk.Issued = what switch
        {
            "id" => new("", secret),
            "none" => new("k1"),
            "name" => new("k1", new PlaintextSecret(" ", "sesame")),
            "twice" => new("k1", secret, secret),
            "empty" => new("k1", new PlaintextSecret("key", "")),
            _ => new IssuedCredential("k1", secret) { ExpiresAt = Time.GetUtcNow().AddMinutes(3) },
        };
        var failure = await FailAsync(task);
        Assert.Equal(ErrorCode.Internal, failure.Code);
        Assert.Contains(message, failure.Message);
        Assert.DoesNotContain("sesame", failure.Message);
    }

    [Fact]
    public async Task Incomplete_tasks_are_malformed()
    {
        var options = new CredentialIssueOptions { ApiKey = new() };
        var reader = new EncryptionConfig();
        Protocol.Service.V1.Task.Types.IssueCredentialTask[] incomplete =
        [
            new() { CredentialOptions = options, EncryptionConfigs = { reader } },
            new() { IdentityId = Clerk("ann"), EncryptionConfigs = { reader } },
            new() { IdentityId = Clerk("ann"), CredentialOptions = options },
        ];
        foreach (var task in incomplete)
            Assert.StartsWith("malformed issue credential task: ", (await FailAsync(new() { IssueCredential = task })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Form_for_a_new_account_is_in_the_metadata()
    {
        var schema = AccountSchema.Of(Context.Syncers)!;
        Assert.Equal(["floor", "name"], schema.FieldMap.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("Name", true, 0), (schema.FieldMap["name"].DisplayName, schema.FieldMap["name"].Required, schema.FieldMap["name"].Order));
        Assert.NotNull(schema.FieldMap["name"].StringField);
        var floor = schema.FieldMap["floor"];
        Assert.Equal((1, "Floor of the office", false, 1), (floor.IntField.DefaultValue, floor.Description, floor.Required, floor.Order));
        Assert.Null(AccountSchema.Of([]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void C1_is_told_of_capabilities_form_and_tickets(bool ticketing)
    {
        var description = Service.ConnectorDescription.Of(Manifest, Context.Services, ticketing);
        Assert.Equal("baton-desk", description.DisplayName);
        Assert.Contains(Capability.CredentialIssue, description.Capabilities.ConnectorCapabilities_);
        Assert.Contains(Capability.Ticketing, description.Capabilities.ConnectorCapabilities_);
        Assert.Equal(["floor", "name"], description.AccountCreationSchema.FieldMap.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(ticketing, description.Annotations.Find<ExternalTicketSettings>()!.Enabled);
        Assert.Empty(Protocol.Validation.WireRules.Validate(description));
    }

    static ServiceTask Issue(CredentialIssueOptions options, ResourceId? identity = null) => new()
    {
        Id = "task-1",
        IssueCredential = new() { IdentityId = identity ?? Clerk("ann"), CredentialOptions = options, EncryptionConfigs = { new EncryptionConfig { Provider = "one" } } },
    };

    static ResourceId Clerk(string id) => new() { ResourceType = "clerk", Resource = id };
}
