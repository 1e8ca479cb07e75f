using System.Reflection;
using Baton.Generators.Analyzers.Tests.Support;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Analyzers.Tests;

/// <summary>The generator knows the runtime by names only; each of them exists.</summary>
public sealed class KnownTypesTests
{
    public static TheoryData<string> Names => [.. typeof(KnownTypes).GetFields(BindingFlags.Static | BindingFlags.Public).Select(static constant => (string)constant.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_known_type_exists_and_is_public(string name)
    {
        var type = TestCompilation.Create([]).GetTypeByMetadataName(name);
        Assert.NotNull(type);
        Assert.Equal(Accessibility.Public, type.DeclaredAccessibility);
        Assert.Equal(name.StartsWith("Baton.", StringComparison.Ordinal), type.ContainingAssembly.Name.StartsWith("Baton.", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_part_that_attributes_name_has_a_builder_with_that_method()
    {
        var compilation = TestCompilation.Create([]);
        string[] builders = [KnownTypes.UserBuilder, KnownTypes.GroupBuilder, KnownTypes.RoleBuilder, KnownTypes.AppBuilder, KnownTypes.SecretBuilder, KnownTypes.PlainBuilder];
        var parts = compilation.GetTypeByMetadataName(KnownTypes.To)!.GetMembers().OfType<IFieldSymbol>().Select(static member => member.Name);
        foreach (var part in parts)
        {
            var owners = builders.Where(builder => HasMethod(compilation.GetTypeByMetadataName(builder)!, part)).Select(static builder => builder["Baton.".Length..]).ToList();
            Assert.NotEmpty(owners);
            Assert.Equal(owners, builders.Select(static builder => builder["Baton.".Length..]).Where(builder => Builders.Has(builder, part)));
        }
    }

    [Fact]
    public void Every_trait_has_its_builder()
    {
        var traits = TestCompilation.Create([]).GetTypeByMetadataName(KnownTypes.Trait)!.GetMembers().OfType<IFieldSymbol>().Select(static member => member.Name).ToList();
        Assert.NotEmpty(traits);
        Assert.All(traits, static trait => Assert.True(Builders.IsBuilder(Builders.Of([trait]))));
    }

    static bool HasMethod(INamedTypeSymbol type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).OfType<IMethodSymbol>().Any(static method => method.DeclaredAccessibility == Accessibility.Public))
                return true;
        }
        return false;
    }
}
