using Baton;
using BatonUnix.Sudo;

namespace BatonUnix;

/// <summary>Rules of <c>/etc/sudoers</c> and the files that it includes: one role each.</summary>
[ResourceType("sudo-rule", Trait.Role, Description = "Rules of /etc/sudoers and its includes")]
[Entitlement("assigned", Purpose = Purpose.Assignment, DisplayName = "May use {resource}")]
[Grantable("assigned", typeof(Users), typeof(Groups))]
sealed partial class SudoRules(UnixHost host)
{
    public IEnumerable<SudoRule> ListAsync() => host.Now.SudoRules;

    static void Map(SudoRule s, RoleBuilder r) => r
        .Id(s.Id)
        .DisplayName(Short(s.Text))
        .Status(s.Applies == false ? ResourceStatus.Disabled : ResourceStatus.Enabled, s.Applies == false ? "holds on other hosts" : null)
        .Profile("rule", s.Text)
        .Profile("file", s.File)
        .Profile("line", s.Line)
        .Profile("hosts", s.Hosts)
        .Profile("run_as", s.RunAs)
        .Profile("commands", s.Commands)
        .Profile("nopasswd", s.Tags.Contains("NOPASSWD"))
        .Profile("tags", s.Tags);

    [Grants("assigned")]
    public static IEnumerable<Grantee> Holders(SudoRule rule) =>
        rule.Users.Select(Grantee.User<Users>)
            .Concat(rule.Groups.Select(static g => Grantee.Group<Groups>(g).Expanding("member")));

    static string Short(string text) => text.Length <= 120 ? text : text[..119] + "…";
}
