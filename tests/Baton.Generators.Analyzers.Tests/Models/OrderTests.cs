using Baton.Generators.Analyzers.Tests.Support;

namespace Baton.Generators.Analyzers.Tests.Models;

/// <summary>The order in which the compiler is given the files changes nothing.</summary>
public sealed class OrderTests
{
    public static TheoryData<string> Names => [.. Connectors.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Models_do_not_depend_on_the_order_of_files(string name)
    {
        var files = Connectors.Files(name).ToList();
        var expected = Parsed.Of(TestCompilation.Create(files));
        for (var i = 0; i < files.Count; i++)
        {
            files.Add(files[0]);
            files.RemoveAt(0);
            Same(expected, Parsed.Of(TestCompilation.Create(files)));
            Same(expected, Parsed.Of(TestCompilation.Create(files.AsEnumerable().Reverse())));
        }
    }

    [Fact]
    public void Parts_are_read_in_the_order_of_their_files()
    {
        var users = Parsed.Corpus("SeveralFiles").ResourceTypes["Acme.Several.Users"];
        Assert.Equal(["owner", "delegate"], users.Entitlements.Select(static entitlement => entitlement.Slug));
    }

    static void Same(Parsed expected, Parsed actual)
    {
        Assert.Equal(expected.Connectors, actual.Connectors);
        Assert.Equal(expected.Configs, actual.Configs);
        Assert.Equal(expected.ResourceTypes, actual.ResourceTypes);
    }
}
