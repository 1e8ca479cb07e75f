using Baton;
using BatonUnix.Files;

namespace BatonUnix;

/// <summary>The host itself: who can log in, and who can do everything.</summary>
[ResourceType("host", Trait.App, Description = "The host itself")]
[Entitlement("login", Purpose = Purpose.Permission, DisplayName = "Log in to {resource}",
    Description = "A real shell, and an account that is neither locked nor expired")]
[Entitlement("root", Purpose = Purpose.Permission, DisplayName = "Root on {resource}",
    Description = "Uid 0, or a sudo rule that lets run all commands as root")]
[Grantable("login", typeof(Users))]
[Grantable("root", typeof(Users), typeof(SudoRules))]
sealed partial class Hosts(UnixHost host)
{
    public IEnumerable<HostIdentity> ListAsync() => [host.Now.Identity];

    static void Map(HostIdentity h, AppBuilder r) => r.Id(h.Name).DisplayName(h.Name).Profile("os", h.System);

    [Grants("login")]
    public IEnumerable<Grantee> Login(HostIdentity _) =>
        host.Now.Accounts.All.Where(static a => a.CanLogin).Select(static a => Grantee.User<Users>(a.Name));

    [Grants("root")]
    public IEnumerable<Grantee> Root(HostIdentity _)
    {
        foreach (var account in host.Now.Accounts.All.Where(static a => a.Uid == 0))
            yield return Grantee.User<Users>(account.Name);
        foreach (var rule in host.Now.SudoRules.Where(static r => r.GivesRoot))
            yield return Grantee.Of<SudoRules>(rule.Id).Expanding("assigned");
    }
}
