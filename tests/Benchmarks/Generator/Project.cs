using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Baton.Benchmarks.Generator;

/// <summary>A project with many resource types, each in a file of its own, and some code that has nothing to do with connectors.</summary>
static class Project
{
    static readonly string[] Prefixes = ["System.", "Microsoft.Extensions.", "Baton.Abstractions.", "netstandard."];

    public static CSharpCompilation Of(int resourceTypes)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Prefixes.Any(prefix => Path.GetFileName(path).StartsWith(prefix, StringComparison.Ordinal)))
            .Select(path => MetadataReference.CreateFromFile(path));
        var trees = Enumerable.Range(0, resourceTypes).Select(i => Tree(ResourceType(i), $"Type{i}.cs"))
            .Prepend(Tree(Unrelated, "Unrelated.cs"))
            .Append(Tree("using Baton;\nnamespace Acme;\n[Connector(\"baton-acme\")]\npublic sealed partial class AcmeConnector;\n", "Connector.cs"));
        return CSharpCompilation.Create(
            "Acme", trees, references, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    public static SyntaxTree Tree(string text, string path) => CSharpSyntaxTree.ParseText(
        SourceText.From(text, Encoding.UTF8), new(LanguageVersion.Latest, DocumentationMode.Diagnose), path);

    const string Unrelated = """
        namespace Acme;
        public static class Unrelated
        {
            public static int Sum(int a, int b) => a + b;
        }
        """;

    static string ResourceType(int number)
    {
        var i = number.ToString(CultureInfo.InvariantCulture);
        return $$"""
            using System.Collections.Generic;
            using System.Threading;
            using System.Threading.Tasks;
            using Baton;

            namespace Acme;

            public sealed record Model{{i}}(string Id, string Name, string Note, bool Active, string[] Members);

            [ResourceType("type-{{i}}", Trait.Group)]
            [Entitlement("member", Purpose = Purpose.Assignment, DisplayName = "{resource} member")]
            [Entitlement("owner", Purpose = Purpose.Ownership)]
            [Grantable("member", typeof(Types{{i}}))]
            [Grantable("owner", typeof(Types{{i}}))]
            public sealed partial class Types{{i}}
            {
                public IEnumerable<Model{{i}}> ListAsync() => [];

                static void Map(Model{{i}} m, GroupBuilder r) => r.Id(m.Id).DisplayName(m.Name).Description(m.Note);

                [Grants("member")]
                public static IEnumerable<Grantee> Members(Model{{i}} m)
                {
                    foreach (var id in m.Members)
                        yield return Grantee.Group<Types{{i}}>(id).Expanding("member");
                }

                [Grants("owner")]
                public Task<Page<Grantee>> OwnersAsync(ResourceKey key, string? cursor, CancellationToken ct) => Task.FromResult(new Page<Grantee>([]));

                [Grant("member")]
                public Task AddAsync(ResourceKey key, Principal who, CancellationToken ct) => Task.CompletedTask;

                [Revoke("member")]
                public Task RemoveAsync(ResourceKey key, Principal who, CancellationToken ct) => Task.CompletedTask;
            }
            """;
    }
}
