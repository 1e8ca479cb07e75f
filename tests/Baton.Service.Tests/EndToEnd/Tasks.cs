using Baton.Protocol.Connector.V2;
using Baton.Testing;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Service.Tests.EndToEnd;

static class Tasks
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    static readonly Resource Person = new() { Id = new() { ResourceType = "person", Resource = "p1" }, DisplayName = "Person 1" };

    static readonly Entitlement Membership = new()
    {
        Id = "club:c1:member",
        Slug = "member",
        Resource = new() { Id = new() { ResourceType = "club", Resource = "c1" } },
    };

    public static ServiceTask Sync() => new() { SyncFull = new() };

    public static ServiceTask Grant() => new() { Grant = new() { Entitlement = Membership, Principal = Person } };

    public static ServiceTask Revoke() => new()
    {
        Revoke = new() { Grant = new() { Id = "club:c1:member:person:p1", Entitlement = Membership, Principal = Person } },
    };

    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(Patience);

    public static Task Soon(this Task task) => task.WaitAsync(Patience);
}

static class Emulator
{
    public static Task<C1Emulator> StartAsync(C1EmulatorOptions? options = null) => C1Emulator.StartAsync(options, TestContext.Current.CancellationToken);
}
