using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

public sealed record AcmeUser(string Id, string Name, string Email, bool Active, string Department);

public sealed record AcmeGroup(string Id, string Name);

public sealed record AcmeMember(string Id, bool IsGroup);

public sealed class AcmeApi(AcmeConfig config)
{
    public Task PingAsync(CancellationToken ct) => Task.FromCanceled(config.ApiToken.Length == 0 ? new CancellationToken(true) : ct);

    public async IAsyncEnumerable<AcmeUser> UsersAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await Task.Delay(0, ct);
        yield break;
    }

    public async IAsyncEnumerable<AcmeGroup> GroupsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await Task.Delay(0, ct);
        yield break;
    }

    public async IAsyncEnumerable<AcmeMember> MembersAsync(string group, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await Task.Delay(group.Length, ct);
        yield break;
    }

    public Task AddAsync(string group, string who, CancellationToken ct) => Task.Delay(group.Length + who.Length, ct);

    public Task RemoveAsync(string group, string who, CancellationToken ct) => Task.Delay(group.Length + who.Length, ct);
}
