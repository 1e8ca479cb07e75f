namespace Baton.CompilerServices;

/// <summary>What stands for the principals of another connector until they are found: the type has the name of the trait.</summary>
static class ExternalPrincipals
{
    internal static ResourceTypeDefinition TypeOf(Trait trait) => new() { Id = IdOf(trait), DisplayName = trait.ToString(), Traits = [trait] };

    internal static Annotation Match(Trait trait, string key, string value)
    {
        using var writer = new WireWriter();
        writer.Int(1, (int)trait);
        writer.String(2, key);
        writer.String(3, value);
        return new("c1.connector.v2.ExternalResourceMatch", writer.Written);
    }

    internal static Annotation MatchAll(Trait trait)
    {
        using var writer = new WireWriter();
        writer.Int(1, (int)trait);
        return new("c1.connector.v2.ExternalResourceMatchAll", writer.Written);
    }

    internal static Annotation MatchId(string id)
    {
        using var writer = new WireWriter();
        writer.String(1, id);
        return new("c1.connector.v2.ExternalResourceMatchID", writer.Written);
    }

    static string IdOf(Trait trait) => trait switch
    {
        Trait.User => "user",
        Trait.Group => "group",
        Trait.Role => "role",
        Trait.App => "app",
        _ => string.Concat(trait.ToString().Select(static (c, i) => i > 0 && char.IsUpper(c) ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}")),
    };
}
