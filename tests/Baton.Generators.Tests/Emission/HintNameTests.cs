using Baton.Generators.Emit;
using Baton.Generators.Helpers;

namespace Baton.Generators.Tests.Emission;

/// <summary>No two types share a file name, and the compiler accepts every name.</summary>
public sealed class HintNameTests
{
    static readonly string[] Names =
    [
        "Acme.Users", "Acme.users", "acme.Users", "ACME.USERS", "Acme+Users", "Acme.Sub.Users", "Acme_Users", "Acme.Üsers", "Acme.üsers",
        "Acme.U\u0308sers", "Acme.Users`1", "Users", "users", "A", "a",
    ];

    [Fact]
    public void Of_DifferentNames_DifferIgnoringCase()
    {
        var clashing = HintName.Clashing(Names);
        var hints = Names.Select(name => HintName.Of(name, "ResourceType", clashing)).ToList();
        Assert.Equal(Names.Length, hints.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(hints, hint => Assert.Matches(@"^[A-Za-z0-9.,()_+`-]+\.ResourceType\.g\.cs$", hint));
    }

    [Fact]
    public void Of_OrdinaryName_IsTheName() =>
        Assert.Equal("Acme.Outer+Users.Config.g.cs", HintName.Of("Acme.Outer+Users", "Config", HintName.Clashing(["Acme.Outer+Users", "Acme.Groups"])));

    [Fact]
    public void Clashing_NamesThatDifferInCase_AreFoundInStableOrder()
    {
        var found = HintName.Clashing(["b.X", "A.x", "a.X", "c", "a.X"]);
        Assert.Equal(["A.x", "a.X"], found);
        Assert.Equal(found, HintName.Clashing(["c", "a.X", "A.x", "b.X"]));
        Assert.Equal(EquatableArray<string>.Empty, HintName.Clashing(["x", "y"]));
    }
}
