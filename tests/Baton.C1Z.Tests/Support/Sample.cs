using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Google.Protobuf.WellKnownTypes;

namespace Baton.C1Z.Tests;

/// <summary>Messages as a connector gives them, and files that hold them.</summary>
static class Sample
{
    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static ResourceId Key(string type, string id) => new() { ResourceType = type, Resource = id };

    public static ResourceType Type(string id) => new() { Id = id, DisplayName = id.ToUpperInvariant() };

    public static Resource Resource(string type, string id, ResourceId? parent = null) =>
        new() { Id = Key(type, id), DisplayName = $"{type} {id}", ParentResourceId = parent };

    public static Entitlement Entitlement(string type, string id, string slug) =>
        new() { Id = $"{type}:{id}:{slug}", Slug = slug, DisplayName = slug, Resource = Resource(type, id) };

    public static Grant Grant(Entitlement entitlement, string principalType, string principalId, params string[] expandsTo)
    {
        var grant = new Grant
        {
            Id = $"{entitlement.Id}:{principalType}:{principalId}",
            Entitlement = entitlement,
            Principal = Resource(principalType, principalId),
        };
        if (expandsTo.Length > 0)
            grant.Annotations.Add(Expandable(expandsTo));
        return grant;
    }

    public static Any Expandable(params string[] entitlementIds) =>
        new GrantExpandable { EntitlementIds = { entitlementIds }, Shallow = true }.ToAny();

    public static void Put(this C1ZFile file, params ResourceType[] types) => Put(file, RowKind.ResourceType, types, MessageRows.Add);

    public static void Put(this C1ZFile file, params Resource[] resources) => Put(file, RowKind.Resource, resources, MessageRows.Add);

    public static void Put(this C1ZFile file, params Entitlement[] entitlements) => Put(file, RowKind.Entitlement, entitlements, MessageRows.Add);

    public static void Put(this C1ZFile file, params Grant[] grants) => Put(file, RowKind.Grant, grants, MessageRows.Add);

    /// <summary>Stores grants as the expander does.</summary>
    public static void PutExpanded(this C1ZFile file, params Grant[] grants) => Put(file, RowKind.Grant, grants, MessageRows.Add, keepExpansion: true);

    /// <summary>Two types, three resources, one entitlement, two grants.</summary>
    public static void PutAll(this C1ZFile file)
    {
        file.Put(Type("user"), Type("group"));
        file.Put(Resource("user", "ann"), Resource("user", "ben", Key("group", "eng")), Resource("group", "eng"));
        var member = Entitlement("group", "eng", "member");
        file.Put(member);
        file.Put(Grant(member, "user", "ann"), Grant(member, "user", "ben", "group:eng:member"));
    }

    /// <summary>Writes a file with one finished full sync.</summary>
    public static async Task<SyncRun> WriteAsync(TestFolder folder, string path, TimeProvider? time = null)
    {
        await using var file = await C1ZFile.OpenAsync(path, folder.Options(time), Cancel);
        file.StartSync(SyncType.Full);
        file.PutAll();
        file.SetSupportsDiff();
        file.Checkpoint("""{"version":1}""");
        var run = file.EndSync();
        await file.SaveAsync(Cancel);
        return run;
    }

    static void Put<T>(C1ZFile file, RowKind kind, T[] messages, Action<RowBatch, T> add, bool keepExpansion = false)
    {
        using var batch = new RowBatch(kind);
        foreach (var message in messages)
            add(batch, message);
        file.Put(batch, keepExpansion);
    }
}
