using Baton.Protocol.Connector.V2;
using Google.Protobuf;

namespace Baton.C1Z.Tests;

/// <summary>Streams, filters and look-ups.</summary>
public sealed class ReaderTests : IDisposable
{
    readonly TestFolder _folder = new();

    string Target => _folder.File("sync.c1z");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Streams_RandomMessages_GiveWhatWasStored()
    {
        var random = new Random(20260301);
        string Text() => string.Concat(Enumerable.Range(0, random.Next(0, 40)).Select(_ => char.ConvertFromUtf32(random.Next(3) == 0 ? random.Next(0x1F300, 0x1F600) : random.Next(1, 0x2FFF))));
        var types = Enumerable.Range(0, 7).Select(i => new ResourceType { Id = $"t{i}", DisplayName = Text(), Description = Text() }).ToArray();
        var resources = Enumerable.Range(0, 2345)
            .Select(i => new Resource { Id = Sample.Key($"t{i % 7}", $"{i} {Text()}"), DisplayName = Text(), ParentResourceId = i % 3 == 0 ? Sample.Key(Text(), Text()) : null })
            .ToArray();
        var entitlements = resources.Take(1100).Select((r, i) => new Entitlement { Id = $"e{i} {Text()}", Resource = r, Slug = Text() }).ToArray();
        var grants = entitlements.Select((e, i) => new Grant { Id = $"g{i}", Entitlement = e, Principal = resources[random.Next(resources.Length)] }).ToArray();
        await WriteAsync(file =>
        {
            file.Put(types);
            file.Put(resources);
            file.Put(entitlements);
            file.Put(grants);
        });
        await using var reader = await OpenAsync();
        Assert.Equal(types, await reader.ResourceTypesAsync(Sample.Cancel).ToArrayAsync(Sample.Cancel));
        Assert.Equal(resources, await reader.ResourcesAsync(null, Sample.Cancel).ToArrayAsync(Sample.Cancel));
        Assert.Equal(entitlements, await reader.EntitlementsAsync(null, Sample.Cancel).ToArrayAsync(Sample.Cancel));
        Assert.Equal(grants, await reader.GrantsAsync(null, Sample.Cancel).ToArrayAsync(Sample.Cancel));
        foreach (var i in Enumerable.Range(0, 20).Select(_ => random.Next(1100)))
        {
            Assert.Equal(resources[i], await reader.FindResourceAsync(resources[i].Id.ResourceType, resources[i].Id.Resource, Sample.Cancel));
            Assert.Equal(entitlements[i], await reader.FindEntitlementAsync(entitlements[i].Id, Sample.Cancel));
            Assert.Equal(grants[i], await reader.FindGrantAsync(grants[i].Id, cancellationToken: Sample.Cancel));
        }
        Assert.Equal(types[3], await reader.FindResourceTypeAsync("t3", Sample.Cancel));
        Assert.Null(await reader.FindResourceTypeAsync("t9", Sample.Cancel));
        Assert.Null(await reader.FindResourceAsync("t9", "x", Sample.Cancel));
        Assert.Null(await reader.FindEntitlementAsync("x", Sample.Cancel));
        Assert.Null(await reader.FindGrantAsync("x", cancellationToken: Sample.Cancel));
    }

    [Fact]
    public async Task Filters_EveryCombination_GiveWhatAPlainSearchGives()
    {
        var entitlements = (from type in new[] { "group", "role" } from id in new[] { "a", "b" } from slug in new[] { "member", "owner" } select Sample.Entitlement(type, id, slug)).ToArray();
        var grants = (from e in entitlements from type in new[] { "user", "group" } from id in new[] { "a", "c" } select Sample.Grant(e, type, id)).ToArray();
        var resources = (from type in new[] { "group", "role" } from id in new[] { "a", "b" } from parent in new[] { null, Sample.Key("org", "x"), Sample.Key("org", "y"), Sample.Key("unit", "x") } select Sample.Resource(type, id + parent, parent)).ToArray();
        await WriteAsync(file =>
        {
            file.Put(resources);
            file.Put(entitlements);
            file.Put(grants);
        });
        await using var reader = await OpenAsync();
        string?[] types = [null, "group", "role", "none"];
        string?[] ids = [null, "a", "b"];
        foreach (var type in types)
        {
            foreach (var id in ids)
            {
                Assert.Equal(
                    entitlements.Where(e => Is(type, e.Resource.Id.ResourceType) && Is(id, e.Resource.Id.Resource)),
                    await reader.EntitlementsAsync(new() { ResourceTypeId = type, ResourceId = id }, Sample.Cancel).ToListAsync(Sample.Cancel));
                foreach (var principalType in new[] { null, "user", "group" })
                {
                    foreach (var principal in new[] { null, "a", "c" })
                    {
                        foreach (var entitlement in new[] { null, "group:a:member" })
                        {
                            var filter = new GrantFilter
                            {
                                ResourceTypeId = type, ResourceId = id, EntitlementId = entitlement, PrincipalResourceTypeId = principalType, PrincipalResourceId = principal,
                            };
                            Assert.Equal(
                                grants.Where(g => Is(type, g.Entitlement.Resource.Id.ResourceType) && Is(id, g.Entitlement.Resource.Id.Resource)
                                    && Is(entitlement, g.Entitlement.Id) && Is(principalType, g.Principal.Id.ResourceType) && Is(principal, g.Principal.Id.Resource)),
                                await reader.GrantsAsync(filter, Sample.Cancel).ToListAsync(Sample.Cancel));
                        }
                    }
                }
            }
            foreach (var (parentType, parentId) in new[] { (null, null), ("org", null), (null, "x"), ("unit", "x") })
            {
                Assert.Equal(
                    resources.Where(r => Is(type, r.Id.ResourceType) && Is(parentType, r.ParentResourceId?.ResourceType) && Is(parentId, r.ParentResourceId?.Resource)),
                    await reader.ResourcesAsync(new() { ResourceTypeId = type, ParentResourceTypeId = parentType, ParentResourceId = parentId }, Sample.Cancel).ToListAsync(Sample.Cancel));
            }
        }

        static bool Is(string? wanted, string? actual) => wanted is null || wanted == actual;
    }

    [Fact]
    public async Task GrantsAsync_WithExpansion_PutsTheAnnotationBack()
    {
        var member = Sample.Entitlement("group", "eng", "member");
        var expandable = Sample.Grant(member, "group", "ops", "group:ops:member");
        var plain = Sample.Grant(member, "user", "ann");
        await WriteAsync(file => file.Put(expandable, plain));
        await using var reader = await OpenAsync();
        Assert.Equal([expandable, plain], await reader.GrantsAsync(new() { WithExpansion = true }, Sample.Cancel).ToListAsync(Sample.Cancel));
        Assert.Equal(expandable, await reader.FindGrantAsync(expandable.Id, withExpansion: true, Sample.Cancel));
        Assert.Empty((await reader.FindGrantAsync(expandable.Id, cancellationToken: Sample.Cancel))!.Annotations);
        Assert.All(await reader.GrantsAsync(null, Sample.Cancel).ToListAsync(Sample.Cancel), grant => Assert.Empty(grant.Annotations));
    }

    [Fact]
    public async Task GrantsAsync_EmptyExpansionColumn_MeansNone()
    {
        await Sample.WriteAsync(_folder, Target);
        await Edit.SqlAsync(_folder, Target, "UPDATE v1_grants SET expansion = X''");
        await using var reader = await OpenAsync();
        Assert.All(await reader.GrantsAsync(new() { WithExpansion = true }, Sample.Cancel).ToListAsync(Sample.Cancel), grant => Assert.Empty(grant.Annotations));
    }

    [Fact]
    public async Task GrantsAsync_SlimRows_AreRebuiltFromTheColumns()
    {
        await Sample.WriteAsync(_folder, Target);
        var slim = new Grant { Id = "kept", Sources = new GrantSources { Sources = { ["x"] = new GrantSources.Types.GrantSource { IsDirect = true } } } };
        var onlyPrincipal = new Grant { Id = "half", Principal = Sample.Resource("user", "full") };
        await Edit.SqlAsync(_folder, Target, Update(1, slim), Update(2, onlyPrincipal));
        await using var reader = await OpenAsync();
        var grants = await reader.GrantsAsync(null, Sample.Cancel).ToListAsync(Sample.Cancel);

        var stub = new Entitlement { Id = "group:eng:member", Resource = new Resource { Id = Sample.Key("group", "eng") } };
        Assert.Equal(new Grant(slim) { Entitlement = stub, Principal = new Resource { Id = Sample.Key("user", "ann") } }, grants[0]);
        Assert.Equal(new Grant(onlyPrincipal) { Entitlement = stub }, grants[1]);
        Assert.Equal(grants[0], await reader.FindGrantAsync("group:eng:member:user:ann", cancellationToken: Sample.Cancel));

        static string Update(int id, Grant grant) => $"UPDATE v1_grants SET data = X'{Convert.ToHexString(grant.ToByteArray())}' WHERE id = {id}";
    }

    [Fact]
    public async Task Streams_UnknownFieldsAndTextBlobs_AreKept()
    {
        await Sample.WriteAsync(_folder, Target);
        // Field 200 is unknown; the second row's data is stored as text, which SQLite allows.
        await Edit.SqlAsync(
            _folder, Target, "UPDATE v1_resource_types SET data = X'0A0475736572C20C0178' WHERE id = 1", "UPDATE v1_resource_types SET data = CAST(data AS TEXT) WHERE id = 2");
        await using var reader = await OpenAsync();
        var types = await reader.ResourceTypesAsync(Sample.Cancel).ToListAsync(Sample.Cancel);
        Assert.Equal("0A0475736572C20C0178", Convert.ToHexString(types[0].ToByteArray()));
        Assert.Equal(Sample.Type("group"), types[1]);
    }

    [Fact]
    public async Task Streams_Several_RunAtOnceAndStopWhenCancelled()
    {
        await WriteAsync(file => file.Put([.. Enumerable.Range(0, 3000).Select(i => Sample.Resource("user", $"{i}"))]));
        await using var reader = await OpenAsync();
        var counts = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => await reader.ResourcesAsync(null, Sample.Cancel).CountAsync(Sample.Cancel)));
        Assert.All(counts, count => Assert.Equal(3000, count));
        using var source = new CancellationTokenSource();
        var seen = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var resource in reader.ResourcesAsync(null, source.Token))
            {
                if (++seen == 1500)
                    await source.CancelAsync();
            }
        });
        Assert.Equal(1500, seen);
    }

    [Fact]
    public async Task OpenAsync_ToRead_NeverTouchesTheInput()
    {
        await Sample.WriteAsync(_folder, Target);
        var old = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(Target, old);
        File.SetAttributes(Target, FileAttributes.ReadOnly);
        var before = await File.ReadAllBytesAsync(Target, Sample.Cancel);
        await using (var reader = await OpenAsync())
            Assert.Equal(2, await reader.GrantsAsync(null, Sample.Cancel).CountAsync(Sample.Cancel));
        Assert.Equal(before, await File.ReadAllBytesAsync(Target, Sample.Cancel));
        Assert.Equal(old, File.GetLastWriteTimeUtc(Target));
        Assert.Equal(["sync.c1z"], _folder.Names());
        _folder.AssertNoLeftovers();
        File.SetAttributes(Target, FileAttributes.Normal);
    }

    async Task WriteAsync(Action<C1ZFile> write)
    {
        await using var file = await C1ZFile.OpenAsync(Target, _folder.Options(), Sample.Cancel);
        file.StartSync(SyncType.Full);
        write(file);
        file.EndSync();
        await file.SaveAsync(Sample.Cancel);
    }

    ValueTask<C1ZReader> OpenAsync() => C1ZReader.OpenAsync(Target, _folder.Options(), Sample.Cancel);
}
