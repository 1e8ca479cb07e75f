using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Google.Protobuf.WellKnownTypes;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Runtime.Tests.Tasks;

/// <summary>Accounts: created with every credential and every result, and deleted.</summary>
public sealed class AccountTaskTests : DeskTasks
{
    [Fact]
    public async Task Random_password_is_set_and_handed_over_once_for_each_reader()
    {
        var answer = await AnswerAsync<CreateAccountResponse>(Create(
            new() { RandomPassword = new() { Length = 12 }, ForceChangeAtNextLogin = true }, "one", "two"));
        Assert.Equal([$"hire ann b@x.example NewClerk {{ Name = Ann, Floor = 3 }} RandomPassword {FakeCredentials.Password} True"], Desk.Calls);
        Assert.Equal(["12/0"], Credentials.Asked);
        Assert.Equal(
            [$"one({FakeCredentials.Password})", $"two({FakeCredentials.Password})"], answer.EncryptedData.Select(data => data.EncryptedBytes.ToStringUtf8()));
        Assert.All(answer.EncryptedData, data => Assert.Equal("password", data.Name));
        Assert.Equal(("clerk", "c1"), (answer.Success.Resource.Id.ResourceType, answer.Success.Resource.Id.Resource));
        Assert.Equal("Clerk 1", answer.Success.Resource.DisplayName);
        Assert.True(answer.Success.Resource.Annotations.Has<UserTrait>());
        Assert.True(answer.Success.IsCreateAccountResult);
        Assert.Null(answer.Success.InvitationExpiresAt);
    }

    [Fact]
    public async Task Task_without_options_gets_the_preferred_one()
    {
        var answer = await AnswerAsync<CreateAccountResponse>(Create(null, "one"));
        Assert.Equal(["20/0"], Credentials.Asked);
        Assert.Single(answer.EncryptedData);
    }

    [Fact]
    public async Task Other_options_make_no_password()
    {
        Assert.Empty((await AnswerAsync<CreateAccountResponse>(Create(new() { NoPassword = new() }, "one"))).EncryptedData);
        Assert.Empty((await AnswerAsync<CreateAccountResponse>(Create(new() { Sso = new() { SsoProvider = "okta" } }, "one"))).EncryptedData);
        Assert.Empty((await AnswerAsync<CreateAccountResponse>(Create(new() { EncryptedPassword = new() }))).EncryptedData);
        Assert.Equal(
            ["NoPassword  False", "Sso okta False", "EncryptedPassword chosen False"],
            Desk.Calls.Select(call => call[(call.IndexOf("} ", StringComparison.Ordinal) + 2)..]));
        Assert.Empty(Credentials.Asked);
    }

    [Fact]
    public async Task Every_result_is_told()
    {
        var clerk = new Clerk("c1", "Clerk");
        Desk.Account = AccountResult.Created(clerk) with { InvitationExpiresAt = DateTimeOffset.UnixEpoch };
        Assert.Equal(DateTimeOffset.UnixEpoch.ToTimestamp(), (await AnswerAsync<CreateAccountResponse>(Create(null))).Success.InvitationExpiresAt);
        Desk.Account = AccountResult.ActionRequired(clerk, "Sign here");
        var required = (await AnswerAsync<CreateAccountResponse>(Create(null))).ActionRequired;
        Assert.Equal(("Sign here", "c1", true), (required.Message, required.Resource.Id.Resource, required.IsCreateAccountResult));
        Desk.Account = AccountResult.InProgress<Clerk>();
        Assert.Null((await AnswerAsync<CreateAccountResponse>(Create(null))).InProgress.Resource);
        Desk.Account = AccountResult.AlreadyExists(clerk) with { Secrets = [new("hint", "blue")] };
        var existing = await AnswerAsync<CreateAccountResponse>(Create(null, "one"));
        Assert.Equal("c1", existing.AlreadyExists.Resource.Id.Resource);
        // The password was not set, so that nobody may believe it was.
        Assert.Equal(["one(blue)"], existing.EncryptedData.Select(data => data.EncryptedBytes.ToStringUtf8()));
    }

    [Fact]
    public async Task Unusable_reader_is_found_before_there_is_an_account()
    {
        Credentials.Refusal = new(ErrorCode.InvalidArgument, "no such key");
        Assert.Equal(ErrorCode.InvalidArgument, (await FailAsync(Create(null, "one"))).Code);
        Assert.Empty(Desk.Calls);
    }

    [Fact]
    public async Task Failures_are_never_repeated_and_say_what_failed()
    {
        Desk.Failure = new ConnectorException(ErrorCode.Unavailable, "later");
        var failure = await FailAsync(Create(null));
        Assert.Equal((ErrorCode.Unavailable, "create account failed: later", true), (failure.Code, failure.Message, failure.NonRetryable));
        Assert.Single(Desk.Calls);
    }

    [Fact]
    public async Task Wrong_form_is_the_callers_mistake()
    {
        var task = Create(null);
        task.CreateAccount.AccountInfo.Profile.Fields.Remove("name");
        var failure = await FailAsync(task);
        Assert.Equal(ErrorCode.InvalidArgument, failure.Code);
        Assert.Contains("\"name\" is required", failure.Message);
        Assert.Empty(Desk.Calls);
    }

    [Theory]
    [InlineData("name", "\"Ann with a name that is too long\"", "field name: value must be at most 20 characters long")]
    [InlineData("floor", "10", "field floor: value must be less than or equal to 9")]
    public async Task Rules_of_the_form_are_checked_before_there_is_an_account(string field, string value, string message)
    {
        var task = Create(null);
        task.CreateAccount.AccountInfo.Profile.Fields[field] = Value.Parser.ParseJson(value);
        var failure = await FailAsync(task);
        Assert.Equal((ErrorCode.InvalidArgument, message), (failure.Code, failure.Message));
        Assert.Empty(Desk.Calls);
    }

    [Theory]
    [InlineData("room")]
    [InlineData("planet")]
    public async Task Types_without_accounts_are_named(string type)
    {
        var task = Create(null);
        task.CreateAccount.ResourceTypeId = type;
        var failure = await FailAsync(task);
        Assert.Equal((ErrorCode.Unimplemented, true), (failure.Code, failure.NonRetryable));
        Assert.Contains($"\"{type}\"", failure.Message);
    }

    [Fact]
    public async Task Task_without_an_account_is_malformed()
    {
        var failure = await FailAsync(new() { CreateAccount = new() });
        Assert.Equal("malformed create account task: the account is missing", failure.Message);
        Assert.True(failure.NonRetryable);
    }

    [Fact]
    public async Task Without_the_operators_leave_nothing_is_changed()
    {
        Context = Context with { AllowsProvisioning = false };
        ServiceTask[] tasks =
        [
            Create(null), Delete("clerk", "ann"), new() { RotateCredentials = new() { ResourceId = Id("clerk", "ann") } },
            new() { CreateResource = new() { Resource = new() { Id = Id("room", "") } } },
        ];
        foreach (var task in tasks)
            Assert.StartsWith("provisioning is not enabled", (await FailAsync(task)).Message, StringComparison.Ordinal);
        Assert.Empty(Desk.Calls);
    }

    [Fact]
    public async Task Deletion_reaches_the_type_with_the_parent()
    {
        var task = Delete("clerk", "ann");
        task.DeleteResource.ParentResourceId = Id("room", "vault");
        Assert.Empty((await AnswerAsync<DeleteResourceResponse>(task)).Annotations);
        Desk.Deletion = DeleteOutcome.AlreadyDeleted;
        var result = await RunAsync(Delete("clerk", "ann"));
        Assert.True(result.Annotations.Has<ResourceDoesNotExist>());
        Assert.Equal(["dismiss clerk:ann of room:vault", "dismiss clerk:ann of nobody"], Desk.Calls);
        Assert.Equal(ErrorCode.Unimplemented, (await FailAsync(Delete("room", "vault"))).Code);
        Assert.Equal("malformed delete resource task: the id of the resource or its type is missing", (await FailAsync(Delete("clerk", ""))).Message);
    }

    [Fact]
    public async Task Creation_answers_with_the_resource()
    {
        var wanted = new Resource { Id = Id("room", ""), DisplayName = "Attic", ParentResourceId = Id("house", "h1"), Profile = Profile(("colour", Value.ForString("red"))) };
        var answer = await AnswerAsync<CreateResourceResponse>(new() { CreateResource = new() { Resource = wanted } });
        Assert.Equal(["build Attic in house:h1 red"], Desk.Calls);
        Assert.Equal(("r9", "Attic", "h1"), (answer.Created.Id.Resource, answer.Created.DisplayName, answer.Created.ParentResourceId.Resource));
        Assert.True(answer.Created.Annotations.Has<GroupTrait>());
    }

    static ServiceTask Create(CredentialOptions? options, params string[] readers) => new()
    {
        CreateAccount = new()
        {
            AccountInfo = new()
            {
                Login = "ann",
                Emails = { new AccountInfo.Types.Email { Address = "a@x.example" }, new AccountInfo.Types.Email { Address = "b@x.example", IsPrimary = true } },
                Profile = Profile(("name", Value.ForString("Ann")), ("floor", Value.ForNumber(3))),
            },
            CredentialOptions = options,
            EncryptionConfigs = { readers.Select(reader => new EncryptionConfig { Provider = reader }) },
        },
    };

    static ServiceTask Delete(string type, string id) => new() { DeleteResource = new() { ResourceId = Id(type, id) } };

    static ResourceId Id(string type, string id) => new() { ResourceType = type, Resource = id };

    static Struct Profile(params (string Name, Value Value)[] fields)
    {
        var profile = new Struct();
        foreach (var (name, value) in fields)
            profile.Fields[name] = value;
        return profile;
    }
}
