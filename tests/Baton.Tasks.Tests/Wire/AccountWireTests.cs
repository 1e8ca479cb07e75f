using System.Text;
using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Baton.Runtime.Tests.Tasks;
using Baton.Testing;
using Google.Protobuf.WellKnownTypes;
using ResultCase = Baton.Protocol.Connector.V2.CreateAccountResponse.ResultOneofCase;

namespace Baton.Tasks.Tests.Wire;

/// <summary>Accounts over the wire: every result, every credential option, every kind of reader; and how they end.</summary>
public sealed class AccountWireTests
{
    static readonly Clerk Bea = new("bea", "Bea");

    [Fact]
    public async Task Every_result_is_told_with_its_parts()
    {
        await using var service = await DeskService.StartAsync();
        service.Desk.Account = AccountResult.Created(Bea) with { InvitationExpiresAt = DateTimeOffset.UnixEpoch.AddDays(1) };
        var created = await service.AnswerAsync<CreateAccountResponse>(TaskSamples.Account(new() { NoPassword = new() }));
        Assert.Equal(ResultCase.Success, created.ResultCase);
        Assert.Equal(DateTimeOffset.UnixEpoch.AddDays(1).ToTimestamp(), created.Success.InvitationExpiresAt);
        CheckBea(created.Success.Resource, created.Success.IsCreateAccountResult);

        service.Desk.Account = AccountResult.ActionRequired(Bea, "Sign here");
        var required = await service.AnswerAsync<CreateAccountResponse>(TaskSamples.Account(new() { NoPassword = new() }));
        Assert.Equal("Sign here", required.ActionRequired.Message);
        CheckBea(required.ActionRequired.Resource, required.ActionRequired.IsCreateAccountResult);

        service.Desk.Account = AccountResult.AlreadyExists(Bea);
        var existing = await service.AnswerAsync<CreateAccountResponse>(TaskSamples.Account(new() { NoPassword = new() }));
        CheckBea(existing.AlreadyExists.Resource, existing.AlreadyExists.IsCreateAccountResult);

        service.Desk.Account = AccountResult.InProgress<Clerk>();
        var pending = await service.AnswerAsync<CreateAccountResponse>(TaskSamples.Account(new() { NoPassword = new() }));
        Assert.Equal((ResultCase.InProgress, null, true), (pending.ResultCase, pending.InProgress.Resource, pending.InProgress.IsCreateAccountResult));
        Assert.All([created, required, existing, pending], static answer => Assert.Empty(answer.EncryptedData));
        await service.EndAsync();
    }

    [Fact]
    public async Task Every_reader_and_nobody_else_reads_the_password()
    {
        await using var service = await DeskService.StartAsync();
        var readers = Readers.All;
        var answer = await service.AnswerAsync<CreateAccountResponse>(TaskSamples.Account(new() { RandomPassword = new() { Length = 16 } }, [.. readers]));
        var password = Password(service);
        Assert.Equal(16, password.Length);
        Assert.Equal(readers.Count, answer.EncryptedData.Count);
        foreach (var (reader, data) in readers.Zip(answer.EncryptedData))
        {
            Assert.Equal(password, Encoding.UTF8.GetString(reader.Open(data)));
            Assert.Equal("password", data.Name);
            Assert.Matches("^[0-9a-f]{64}$", Assert.Single(data.KeyIds));
            Assert.Equal(data.Provider == "baton/age/v1" ? "" : data.KeyIds[0], data.KeyId);
        }
        await service.EndAsync();
    }

    [Theory]
    [InlineData("random", "RandomPassword", true)]
    [InlineData("none", "NoPassword", false)]
    [InlineData("sso", "Sso", false)]
    [InlineData("encrypted", "EncryptedPassword", false)]
    [InlineData("preferred", "RandomPassword", true)]
    public async Task Every_option_reaches_the_method(string option, string expected, bool toldBack)
    {
        await using var service = await DeskService.StartAsync();
        const string Chosen = "chosen by the person, ü";
        var reader = SecretReader.Create();
        CredentialOptions? options = option switch
        {
            "random" => new() { RandomPassword = new() { Length = 12 }, ForceChangeAtNextLogin = true },
            "none" => new() { NoPassword = new() },
            "sso" => new() { Sso = new() { SsoProvider = "gate" } },
            "encrypted" => new() { EncryptedPassword = new() { EncryptedPasswords = { service.C1.Seal(Chosen) } } },
            _ => null,
        };
        var answer = await service.AnswerAsync<CreateAccountResponse>(option == "encrypted" ? TaskSamples.Account(options) : TaskSamples.Account(options, reader));
        Assert.StartsWith($"hire bea bea@x.example NewClerk {{ Name = Bea, Floor = 3 }} {expected} ", service.Desk.Calls[0], StringComparison.Ordinal);
        Assert.EndsWith(option == "random" ? " True" : " False", service.Desk.Calls[0], StringComparison.Ordinal);
        if (option is "encrypted" or "sso")
            Assert.Contains(option == "sso" ? " gate " : Chosen, service.Desk.Calls[0], StringComparison.Ordinal);
        Assert.Equal(toldBack ? 1 : 0, answer.EncryptedData.Count);
        if (toldBack)
            Assert.Equal(Password(service), Encoding.UTF8.GetString(reader.Open(answer.EncryptedData[0])));
        await service.EndAsync();
    }

    [Fact]
    public async Task What_the_connector_returns_besides_goes_to_every_reader_before_the_password()
    {
        await using var service = await DeskService.StartAsync();
        service.Desk.Account = AccountResult.Created(Bea) with { Secrets = [new("badge", "4711") { Description = "Badge", Schema = "digits" }] };
        SecretReader[] readers = [Readers.Of("p256"), Readers.Of("age")];
        var answer = await service.AnswerAsync<CreateAccountResponse>(TaskSamples.Account(new() { RandomPassword = new() { Length = 8 } }, readers));
        Assert.Equal(["badge", "badge", "password", "password"], answer.EncryptedData.Select(static data => data.Name));
        Assert.Equal(("Badge", "digits"), (answer.EncryptedData[0].Description, answer.EncryptedData[0].Schema));
        Assert.Equal("4711", Encoding.UTF8.GetString(readers[1].Open(answer.EncryptedData[1])));
        await service.EndAsync();
    }

    [Theory]
    [InlineData("random without readers", null)]
    [InlineData("sealed for another", "no encrypted password matched client secret key id")]
    [InlineData("sealed, with readers", "encryption configs should never be supplied")]
    [InlineData("post-quantum reader", "age1pq1")]
    [InlineData("no option", "invalid credential options")]
    public async Task What_cannot_be_done_is_said_before_there_is_an_account(string what, string? refusal)
    {
        await using var service = await DeskService.StartAsync();
        await using var other = await C1Emulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var reader = SecretReader.Create();
        var task = what switch
        {
            "random without readers" => TaskSamples.Account(new() { RandomPassword = new() { Length = 8 } }),
            "sealed for another" => TaskSamples.Account(new() { EncryptedPassword = new() { EncryptedPasswords = { other.Seal("sesame") } } }),
            "sealed, with readers" => TaskSamples.Account(new() { EncryptedPassword = new() { EncryptedPasswords = { service.C1.Seal("sesame") } } }, reader),
            "no option" => TaskSamples.Account(new() { ForceChangeAtNextLogin = true }, reader),
            _ => TaskSamples.Account(new() { NoPassword = new() }),
        };
        if (what == "post-quantum reader")
            task.CreateAccount.EncryptionConfigs.Add(new EncryptionConfig { AgeRecipientConfig = new() { Recipient = "age1pq1z4kfml8c94" } });
        var finish = await service.RunAsync(task);
        if (refusal is null)
        {
            // The password is set, and told to nobody: as in Go.
            Assert.Empty(finish.Success.Response.Unpack<CreateAccountResponse>().EncryptedData);
            return;
        }
        Assert.Equal((int)ErrorCode.InvalidArgument, finish.Status.Code);
        Assert.Contains(refusal, finish.Status.Message, StringComparison.Ordinal);
        Assert.True(finish.Error.NonRetryable);
        Assert.Empty(service.Desk.Calls);
        await service.EndAsync();
    }

    [Fact]
    public async Task Deletion_and_its_repetition()
    {
        await using var service = await DeskService.StartAsync();
        var finish = await service.RunAsync(TaskSamples.Of("delete_resource", SecretReader.Create()));
        Assert.Empty(finish.Success.Annotations);
        service.Desk.Deletion = DeleteOutcome.AlreadyDeleted;
        finish = await service.RunAsync(TaskSamples.Of("delete_resource", SecretReader.Create()));
        Assert.True(finish.Success.Annotations.Has<ResourceDoesNotExist>());
        Assert.Equal(finish.Success.Annotations, finish.Success.Response.Unpack<DeleteResourceResponse>().Annotations);
        Assert.Equal(["dismiss clerk:ann of room:vault", "dismiss clerk:ann of room:vault"], service.Desk.Calls);
        await service.EndAsync();
    }

    [Fact]
    public async Task A_resource_is_created_where_it_was_asked_for()
    {
        await using var service = await DeskService.StartAsync();
        var created = (await service.AnswerAsync<CreateResourceResponse>(TaskSamples.Of("create_resource", SecretReader.Create()))).Created;
        Assert.Equal(("r9", "Attic", "h1"), (created.Id.Resource, created.DisplayName, created.ParentResourceId.Resource));
        await service.EndAsync();
    }

    static void CheckBea(Resource resource, bool isCreateAccountResult)
    {
        Assert.True(isCreateAccountResult);
        Assert.Equal(("clerk", "bea", "Bea"), (resource.Id.ResourceType, resource.Id.Resource, resource.DisplayName));
        Assert.True(resource.Annotations.Has<UserTrait>());
    }

    static string Password(DeskService service) => service.Desk.Calls[0].Split(' ')[^2];
}
