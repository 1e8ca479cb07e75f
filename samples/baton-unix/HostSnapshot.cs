using Baton;
using BatonUnix.Accounts;
using BatonUnix.Files;
using BatonUnix.Sudo;

namespace BatonUnix;

/// <summary>What the host's files say at one moment. Parts that nobody asks for are not read.</summary>
sealed class HostSnapshot
{
    readonly Lazy<GroupTable> _groups;
    readonly Lazy<HostIdentity> _identity;
    readonly Lazy<IReadOnlyList<SudoRule>> _rules;
    readonly Lazy<KeyFinder> _keys;

    /// <exception cref="ConnectorException">There is no readable <c>/etc/passwd</c>.</exception>
    public HostSnapshot(HostFiles files, TimeProvider time)
    {
        Accounts = AccountTable.Read(files, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        _groups = new(() => GroupTable.Read(files, Accounts));
        _identity = new(() => HostIdentity.Read(files));
        _rules = new(() => SudoPolicy.Read(files, Identity, Accounts, Groups));
        _keys = new(() => new(files, time.LocalTimeZone));
    }

    /// <summary>Accounts of passwd and shadow.</summary>
    public AccountTable Accounts { get; }

    /// <summary>Groups with their members.</summary>
    public GroupTable Groups => _groups.Value;

    /// <summary>Name and system.</summary>
    public HostIdentity Identity => _identity.Value;

    /// <summary>The rules of sudoers and its includes.</summary>
    public IReadOnlyList<SudoRule> SudoRules => _rules.Value;

    /// <summary>The keys that open an account.</summary>
    public IEnumerable<AuthorizedKey> KeysOf(Account account) => _keys.Value.KeysOf(account);
}
