using System.Text;
using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Baton.Testing;

namespace Baton.Tasks.Tests.Wire;

/// <summary>Credentials over the wire: rotated and issued, for each kind of reader.</summary>
public sealed class CredentialWireTests
{
    public static TheoryData<string> ReaderNames => Readers.Names;

    [Theory]
    [MemberData(nameof(ReaderNames))]
    public async Task A_rotated_password_comes_back_encrypted(string name)
    {
        await using var service = await DeskService.StartAsync();
        var reader = Readers.Of(name);
        var answer = await service.AnswerAsync<RotateCredentialResponse>(TaskSamples.Of("rotate_credentials", reader));
        Assert.Equal(TaskSamples.Ann, answer.ResourceId);
        var password = Assert.Single(service.Desk.Calls)["rotate clerk:ann ".Length..];
        Assert.Equal(password, Encoding.UTF8.GetString(reader.Open(Assert.Single(answer.EncryptedData))));
        await service.EndAsync();
    }

    [Theory]
    [MemberData(nameof(ReaderNames))]
    public async Task An_issued_key_comes_back_as_a_resource_and_encrypted(string name)
    {
        await using var service = await DeskService.StartAsync();
        var reader = Readers.Of(name);
        var task = TaskSamples.Of("issue_credential", reader);
        var finish = await service.RunAsync(task);
        var answer = finish.Success.Response.Unpack<IssueCredentialResponse>();
        Assert.Equal(("key", "k1"), (answer.Secret.Id.ResourceType, answer.Secret.Id.Resource));
        var trait = answer.Secret.Annotations.Find<SecretTrait>()!;
        Assert.Equal((TaskSamples.Ann, task.IssueCredential.ExpiresAt), (trait.IdentityId, trait.ExpiresAt));
        Assert.Equal((CredentialResourceMode.Discoverable, finish.TaskId), (answer.ResourceMode, answer.RequestId));
        Assert.Equal("sesame", Encoding.UTF8.GetString(reader.Open(Assert.Single(answer.EncryptedData))));
        await service.EndAsync();
    }

    [Fact]
    public async Task A_key_pair_is_virtual_and_has_the_profile_that_was_asked_for()
    {
        await using var service = await DeskService.StartAsync();
        var task = TaskSamples.Of("issue_credential", SecretReader.Create());
        task.IssueCredential.CredentialOptions = new() { Keypair = new() { Profile = new() { Kty = "OKP", Crv = "Ed25519" } } };
        task.IssueCredential.ExpiresAt = null;
        Assert.Equal(CredentialResourceMode.Virtual, (await service.AnswerAsync<IssueCredentialResponse>(task)).ResourceMode);
        Assert.EndsWith(" Ed25519", Assert.Single(service.Desk.Calls), StringComparison.Ordinal);
        await service.EndAsync();
    }

    [Fact]
    public async Task An_issue_that_failed_is_not_repeated_whatever_the_code()
    {
        await using var service = await DeskService.StartAsync();
        service.Desk.Failure = new ConnectorException(ErrorCode.Unavailable, "later");
        var finish = await service.RunAsync(TaskSamples.Of("issue_credential", SecretReader.Create()));
        Assert.Equal(((int)ErrorCode.Unavailable, true), (finish.Status.Code, finish.Error.NonRetryable));
        Assert.Single(service.Desk.Calls);
        await service.EndAsync();
    }
}
