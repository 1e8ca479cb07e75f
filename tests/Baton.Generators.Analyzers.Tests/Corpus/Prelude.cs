// What the connectors in tests and documentation talk to.

public sealed record Person(string Id, string Name, string Email, bool Active);

public sealed record Team(string Id, string Name);

public sealed record Folder(string Id, string Name, string? ParentId);

/// <summary>A client of some API.</summary>
public sealed class Api
{
    public Task PingAsync(CancellationToken ct) => Task.CompletedTask;

    public IAsyncEnumerable<Person> PeopleAsync(CancellationToken ct) => throw new NotSupportedException();

    public IAsyncEnumerable<Team> TeamsAsync(CancellationToken ct) => throw new NotSupportedException();

    public Task<IReadOnlyList<Team>> TeamPageAsync(int page, CancellationToken ct) => throw new NotSupportedException();

    public IAsyncEnumerable<Folder> FoldersAsync(string? parent, CancellationToken ct) => throw new NotSupportedException();

    public IAsyncEnumerable<string> MembersAsync(string team, CancellationToken ct) => throw new NotSupportedException();

    public IAsyncEnumerable<(string Team, string Person)> MembershipsAsync(CancellationToken ct) => throw new NotSupportedException();

    public Task<bool> HasAsync(string team, string person, CancellationToken ct) => Task.FromResult(false);

    public Task AddAsync(string team, string person, CancellationToken ct) => Task.CompletedTask;

    public Task<bool> RemoveAsync(string team, string person, CancellationToken ct) => Task.FromResult(true);

    public Task<Person> HireAsync(string name, CancellationToken ct) => Task.FromResult(new Person("1", name, "", true));

    public Task DeleteAsync(string id, CancellationToken ct) => Task.CompletedTask;

    public Task LockAsync(string person, CancellationToken ct) => Task.CompletedTask;

    public Task NotifyAsync(string address, CancellationToken ct) => Task.CompletedTask;

    public Task SetPasswordAsync(string person, string password, CancellationToken ct) => Task.CompletedTask;

    public Task<string> MakeTokenAsync(string person, CancellationToken ct) => Task.FromResult("");
}

public static class Work
{
    public static Task DoneAsync() => Task.CompletedTask;
}
