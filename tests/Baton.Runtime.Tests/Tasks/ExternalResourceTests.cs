using Baton.C1Z;
using Baton.Protocol.Connector.V2;
using Baton.Runtime.Tests.Sync;
using Baton.Tasks;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Runtime.Tests.Tasks;

/// <summary>Resources that another connector owns cannot be granted or revoked here.</summary>
public sealed class ExternalResourceTests : SyncTest
{
    static readonly Resource External = new()
    {
        Id = new() { ResourceType = "group", Resource = "ext" },
        Annotations = { Any.Pack(new BatonID()) },
    };

    static readonly Resource User = new() { Id = new() { ResourceType = "user", Resource = "u" } };

    static readonly Entitlement Member = new() { Id = "group:ext:member", Resource = External };

    async Task<ConnectorException> FailAsync(Func<ProvisioningTasks, Task> run)
    {
        await WriteAsync();
        await using var services = new ServiceCollection().BuildServiceProvider();
        var tasks = new ProvisioningTasks(new FakeManifest(new FakeSyncer(Groups.Definition)), services, File, Options.C1ZOptions);
        return await Assert.ThrowsAsync<ConnectorException>(() => run(tasks));
    }

    async Task WriteAsync()
    {
        await using var file = await C1ZFile.OpenAsync(File, Options.C1ZOptions, Stop);
        file.StartSync(SyncType.Full);
        Put(file, RowKind.Resource, "group", "group:ext", null, null, External);
        Put(file, RowKind.Resource, "user", "user:u", null, null, User);
        Put(file, RowKind.Entitlement, "group", "ext", Member.Id, Member);
        var grant = new Grant { Id = "group:ext:member:user:u", Entitlement = Member, Principal = User };
        Put(file, RowKind.Grant, "group", "ext", Member.Id, "user", "u", grant.Id, null, grant);
        file.EndSync();
        await file.SaveAsync(Stop);
    }

    static void Put(C1ZFile file, RowKind kind, params object?[] columns)
    {
        using var batch = new RowBatch(kind);
        batch.BeginRow();
        foreach (var column in columns)
        {
            if (column is null)
            {
                batch.NullColumn();
                continue;
            }
            batch.Writer.Raw(column is IMessage message ? message.ToByteArray() : System.Text.Encoding.UTF8.GetBytes((string)column));
            batch.EndColumn();
        }
        batch.EndRow();
        file.Put(batch);
    }

    [Fact]
    public async Task Granting_is_refused()
    {
        var failure = await FailAsync(t => t.GrantAsync("group:ext:member", "u", "user", Stop));
        Assert.Equal((ErrorCode.FailedPrecondition, "cannot grant entitlement on external resource 'group:ext'"), (failure.Code, failure.Message));
    }

    [Fact]
    public async Task Revoking_is_refused()
    {
        var failure = await FailAsync(t => t.RevokeAsync("group:ext:member:user:u", Stop));
        Assert.Equal((ErrorCode.FailedPrecondition, "cannot revoke grant on external resource 'group:ext'"), (failure.Code, failure.Message));
    }
}
