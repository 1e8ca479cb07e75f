using System.Text.Json.Serialization;
using Baton.Session;

namespace Baton.Runtime.Tests.Session;

/// <summary>The store holds what it can, and never more.</summary>
public sealed partial class SessionStoreTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Values_are_kept_replaced_and_forgotten()
    {
        var store = new MemorySessionStore(MemorySessionStore.DefaultMaximumBytes);
        Assert.Null(await store.GetTextAsync("a", Stop));
        await store.SetTextAsync("a", "1", Stop);
        await store.SetTextAsync("a", "2", Stop);
        await store.SetManyAsync([new("b", "3"u8.ToArray()), new("empty", default)], Stop);
        Assert.Equal("2", await store.GetTextAsync("a", Stop));
        Assert.Equal("", await store.GetTextAsync("empty", Stop));
        Assert.Equal(["a", "b"], (await store.GetManyAsync(["a", "b", "c"], Stop)).Keys.Order());
        await store.DeleteAsync("a", Stop);
        await store.DeleteAsync("never", Stop);
        Assert.Equal(["b", "empty"], (await store.GetAllAsync(Stop)).Keys.Order());
        await store.ClearAsync(Stop);
        Assert.Empty(await store.GetAllAsync(Stop));
    }

    [Fact]
    public async Task A_kept_value_does_not_change_with_the_callers_buffer()
    {
        var store = new MemorySessionStore(MemorySessionStore.DefaultMaximumBytes);
        var buffer = "before"u8.ToArray();
        await store.SetAsync("k", buffer, Stop);
        buffer[0] = (byte)'X';
        Assert.Equal("before", await store.GetTextAsync("k", Stop));
    }

    [Fact]
    public async Task Over_its_size_what_was_used_longest_ago_goes_first()
    {
        var store = new MemorySessionStore(3_000);
        for (var i = 0; i < 3; i++)
            await store.SetAsync($"{i}", new byte[700], Stop);
        _ = await store.GetAsync("0", Stop); // used again
        await store.SetAsync("3", new byte[700], Stop);
        Assert.Equal(["0", "2", "3"], (await store.GetAllAsync(Stop)).Keys.Order());

        await store.SetAsync("huge", new byte[4_000], Stop);
        Assert.Equal(["0", "2", "3"], (await store.GetAllAsync(Stop)).Keys.Order());
        await store.SetAsync("0", new byte[4_000], Stop); // cannot be kept, and the old value would be wrong
        Assert.Equal(["2", "3"], (await store.GetAllAsync(Stop)).Keys.Order());
    }

    [Fact]
    public async Task Random_use_never_exceeds_the_size_and_never_gives_a_wrong_value()
    {
        const int Maximum = 20_000;
        var store = new MemorySessionStore(Maximum);
        var (random, last) = (new Random(28), new Dictionary<string, string>());
        for (var i = 0; i < 20_000; i++)
        {
            var key = $"k{random.Next(100)}";
            switch (random.Next(5))
            {
                case 0:
                    await store.DeleteAsync(key, Stop);
                    last.Remove(key);
                    break;
                case 1 or 2:
                    last[key] = new string((char)('a' + random.Next(26)), random.Next(1_000));
                    await store.SetTextAsync(key, last[key], Stop);
                    break;
                default:
                    var value = await store.GetTextAsync(key, Stop);
                    Assert.True(value is null || value == last.GetValueOrDefault(key));
                    break;
            }
        }
        var all = await store.GetAllAsync(Stop);
        Assert.InRange(all.Sum(static pair => pair.Key.Length + pair.Value.Length), 1, Maximum);
    }

    [Fact]
    public async Task A_prefix_is_a_store_of_its_own()
    {
        var store = new MemorySessionStore(MemorySessionStore.DefaultMaximumBytes);
        var (users, roles) = (store.WithPrefix("users/"), store.WithPrefix("roles/").WithPrefix("v1/"));
        await users.SetTextAsync("1", "ann", Stop);
        await roles.SetManyAsync([new("1", "admin"u8.ToArray())], Stop);
        Assert.Equal("ann", await users.GetTextAsync("1", Stop));
        Assert.Equal("admin", await store.GetTextAsync("roles/v1/1", Stop));
        Assert.Equal(["1"], (await roles.GetManyAsync(["1", "2"], Stop)).Keys);
        await users.ClearAsync(Stop);
        Assert.Null(await users.GetTextAsync("1", Stop));
        Assert.Equal(["1"], (await roles.GetAllAsync(Stop)).Keys);
        await roles.DeleteAsync("1", Stop);
        Assert.Empty(await store.GetAllAsync(Stop));
    }

    [Fact]
    public async Task Objects_of_another_form_are_not_there()
    {
        var store = new MemorySessionStore(MemorySessionStore.DefaultMaximumBytes);
        var calls = 0;

        ValueTask<Known> MakeAsync(CancellationToken stop) => new(new Known("ann", ++calls));

        Assert.Equal(1, (await store.GetOrAddAsync("u", Json.Default.Known, MakeAsync, Stop)).Call);
        Assert.Equal(1, (await store.GetOrAddAsync("u", Json.Default.Known, MakeAsync, Stop)).Call);
        await store.SetTextAsync("u", "no json", Stop);
        Assert.Null(await store.GetAsync("u", Json.Default.Known, Stop));
        Assert.Equal(2, (await store.GetOrAddAsync("u", Json.Default.Known, MakeAsync, Stop)).Call);
    }

    [Fact]
    public async Task Limits_are_named()
    {
        var store = new MemorySessionStore(MemorySessionStore.DefaultMaximumBytes);
        var failure = await Assert.ThrowsAsync<ArgumentException>(async () => await store.GetAsync(new string('ü', 257), Stop));
        Assert.Contains("512", failure.Message);
        failure = await Assert.ThrowsAsync<ArgumentException>(async () => await store.SetAsync("k", new byte[SessionStore.MaxValueBytes + 1], Stop));
        Assert.Contains("\"k\"", failure.Message);
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await store.GetAsync("", Stop));
        Assert.Throws<ArgumentException>(() => store.WithPrefix(""));
    }

    internal sealed record Known(string Name, int Call);

    [JsonSerializable(typeof(Known))]
    internal sealed partial class Json : JsonSerializerContext;
}
