using System.Globalization;
using Baton;

namespace Acme;

/// <summary>
/// Where the data comes from. THIS IS THE CLASS TO REPLACE: it answers from a small built-in directory, the way a paged web service
/// would. Keep the four methods, and let them call your system; take an <see cref="HttpClient"/> as a constructor parameter for that.
/// </summary>
public sealed class AcmeDirectory(AcmeConfig config)
{
    static readonly AcmeUser[] AllUsers =
    [
        new("u-1001", "Ada Okafor", "ada.okafor@example.com", true, "Engineering"),
        new("u-1002", "Bruno Lindqvist", "bruno.lindqvist@example.com", true, "Engineering"),
        new("u-1003", "Chiyo Marsh", "chiyo.marsh@example.com", true, "Finance"),
        new("u-1004", "Dario Novak", "dario.novak@example.com", false, "Finance"),
        new("u-1005", "Esi Haddad", "esi.haddad@example.com", true, "Security"),
    ];

    static readonly AcmeGroup[] AllGroups =
    [
        new("g-10", "Everyone in Engineering", "Reads the source code"),
        new("g-11", "Release managers", "Ship to production"),
        new("g-20", "Finance", "Sees the books"),
        new("g-30", "Auditors", "See everything, change nothing"),
    ];

    static readonly Dictionary<string, AcmeMember[]> MembersOfGroup = new()
    {
        ["g-10"] = [new("u-1001", IsGroup: false), new("u-1002", IsGroup: false), new("g-11", IsGroup: true)],
        ["g-11"] = [new("u-1002", IsGroup: false), new("u-1005", IsGroup: false)],
        ["g-20"] = [new("u-1003", IsGroup: false), new("u-1004", IsGroup: false)],
        ["g-30"] = [new("g-20", IsGroup: true), new("u-1005", IsGroup: false)],
    };

    /// <summary>Whether the system answers.</summary>
    public Task PingAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (config.PageSize is < 1 or > 1000)
            throw new ConnectorException(ErrorCode.InvalidArgument, "--page-size must be between 1 and 1000");
        return Task.CompletedTask;
    }

    /// <summary>One page of the users; the first when there is no cursor.</summary>
    public Task<Page<AcmeUser>> UsersAsync(string? cursor, CancellationToken ct) => PageOf(AllUsers, cursor, ct);

    /// <summary>One page of the groups.</summary>
    public Task<Page<AcmeGroup>> GroupsAsync(string? cursor, CancellationToken ct) => PageOf(AllGroups, cursor, ct);

    /// <summary>One page of the members of a group.</summary>
    public Task<Page<AcmeMember>> MembersAsync(string groupId, string? cursor, CancellationToken ct) =>
        PageOf(MembersOfGroup.GetValueOrDefault(groupId, []), cursor, ct);

    Task<Page<T>> PageOf<T>(T[] all, string? cursor, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var start = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
        var end = Math.Min(start + config.PageSize, all.Length);
        return Task.FromResult(new Page<T>(all[start..end], end < all.Length ? end.ToString(CultureInfo.InvariantCulture) : null));
    }
}
