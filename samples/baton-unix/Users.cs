using Baton;
using BatonUnix.Accounts;

namespace BatonUnix;

/// <summary>Accounts of <c>/etc/passwd</c>.</summary>
[ResourceType("user", Trait.User, Description = "Accounts of /etc/passwd")]
sealed partial class Users(UnixHost host)
{
    public IEnumerable<Account> ListAsync() => host.Now.Accounts.All;

    static void Map(Account a, UserBuilder r) => r
        .Id(a.Name)
        .DisplayName(a.FullName)
        .Login(a.Name)
        .AccountType(a.IsSystem ? AccountType.System : AccountType.Human)
        .Status(a.Blocked is null ? ResourceStatus.Enabled : ResourceStatus.Disabled, a.Blocked)
        .Profile("uid", a.Uid)
        .Profile("gid", a.Gid)
        .Profile("gecos", a.Gecos)
        .Profile("home", a.Home)
        .Profile("shell", a.Shell)
        .Profile("expires", a.Expires);
}
