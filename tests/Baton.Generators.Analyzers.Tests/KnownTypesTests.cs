using System.Reflection;
using Baton.Generators.Analyzers.Tests.Support;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Analyzers.Tests;

/// <summary>The generator knows the runtime by names only; each of them exists.</summary>
public sealed class KnownTypesTests
{
    static readonly string[] AllBuilders =
    [
        KnownTypes.UserBuilder, KnownTypes.GroupBuilder, KnownTypes.RoleBuilder, KnownTypes.AppBuilder, KnownTypes.SecretBuilder,
        KnownTypes.SecurityInsightBuilder, KnownTypes.ScopeBindingBuilder, KnownTypes.VendorBuilder, KnownTypes.VendorAgreementBuilder,
        KnownTypes.LicenseProfileBuilder, KnownTypes.AgentBuilder, KnownTypes.ManagedDeviceBuilder, KnownTypes.PlainBuilder,
    ];

    public static TheoryData<string> Names =>
    [
        .. typeof(KnownTypes).GetFields(BindingFlags.Static | BindingFlags.Public).Select(static constant => (string)constant.GetRawConstantValue()!),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_known_type_exists_and_is_public(string name)
    {
        var type = TestCompilation.Create([]).GetTypeByMetadataName(name);
        Assert.NotNull(type);
        Assert.Equal(Accessibility.Public, type.DeclaredAccessibility);
        Assert.Equal(IsOurs(name), IsOurs(type.ContainingAssembly.Name));
    }

    [Fact]
    public void Every_part_that_attributes_name_has_a_builder_with_that_method()
    {
        var compilation = TestCompilation.Create([]);
        foreach (var part in Members(KnownTypes.To))
        {
            var owners = AllBuilders.Where(builder => HasMethod(compilation.GetTypeByMetadataName(builder)!, part)).ToList();
            Assert.NotEmpty(owners);
            Assert.Equal(owners, AllBuilders.Where(builder => Builders.Has(builder["Baton.".Length..], part)));
        }
    }

    [Fact]
    public void Every_trait_has_its_builder()
    {
        var traits = Members(KnownTypes.Trait);
        Assert.NotEmpty(traits);
        Assert.All(traits, static trait => Assert.True(Builders.IsBuilder(Builders.Of([trait]))));
    }

    static bool IsOurs(string name) => name.StartsWith("Baton.", StringComparison.Ordinal);

    static List<string> Members(string type) =>
        [.. TestCompilation.Create([]).GetTypeByMetadataName(type)!.GetMembers().OfType<IFieldSymbol>().Select(static member => member.Name)];

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
