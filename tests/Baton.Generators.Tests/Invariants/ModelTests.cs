using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using Baton.Generators.Models;
using Baton.Generators.Tests.Infrastructure;

namespace Baton.Generators.Tests.Invariants;

/// <summary>Models are plain data, and the folders keep to their roles.</summary>
public sealed partial class ModelTests
{
    static IEnumerable<Type> Models => typeof(ResourceTypeModel).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(ResourceTypeModel).Namespace && !type.IsEnum && !type.IsNested);

    [Fact]
    public void Models_HoldNoCompilerTypes()
    {
        var bad = Models.SelectMany(model => Members(model).Where(member => Names(member.Type).Any(IsCompilerType)).Select(member => $"{model.Name}.{member.Name}"));
        Assert.Empty(bad);
    }

    [Fact]
    public void Models_HoldNoArraysThatCompareByReference() =>
        Assert.Empty(Models.SelectMany(model => Members(model)
            .Where(member => member.Type != typeof(string) && (member.Type.IsArray || IsPlainCollection(member.Type))).Select(member => $"{model.Name}.{member.Name}")));

    [Fact]
    public void Models_CompareByValue() =>
        Assert.Empty(Models.Where(model => !typeof(IEquatable<>).MakeGenericType(model).IsAssignableFrom(model)).Select(model => model.Name));

    [Theory]
    [InlineData("Emit")]
    [InlineData("Models")]
    public void Folder_KnowsNoSymbols(string folder)
    {
        var path = Path.Combine(Snapshots.RepositoryRoot(), "src", "Generators", "Baton.Generators", folder);
        var bad = Directory.GetFiles(path, "*.cs")
            .Where(file => CompilerUsing().Matches(File.ReadAllText(file)).Any(match => !IsText(match.Groups["name"].Value, file)))
            .Select(Path.GetFileName);
        Assert.Empty(bad);
    }

    // Literals are escaped by the compiler's own formatter, and hint names hashed as text.
    static bool IsText(string name, string file) => name == "Microsoft.CodeAnalysis.Text" || Path.GetFileName(file) == "Literals.cs";

    static IEnumerable<(string Name, Type Type)> Members(Type model) =>
        model.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).Select(field => (field.Name, field.FieldType));

    static IEnumerable<string> Names(Type type) => type.IsGenericType
        ? type.GetGenericArguments().SelectMany(Names).Append(type.FullName ?? type.Name)
        : [type.FullName ?? type.Name];

    static bool IsCompilerType(string name) => name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);

    static bool IsPlainCollection(Type type) =>
        typeof(IEnumerable).IsAssignableFrom(type) && !type.Name.StartsWith("EquatableArray", StringComparison.Ordinal);

    [GeneratedRegex(@"^using (static )?(?<name>Microsoft\.CodeAnalysis[\w.]*)", RegexOptions.Multiline)]
    private static partial Regex CompilerUsing();
}
