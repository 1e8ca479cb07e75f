using Baton.Generators.Tests.Corpus;
using Baton.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.Tests.Invariants;

/// <summary>The rules of docs/generated-code.md that can be read off the text, for everything that is generated for the corpus.</summary>
public sealed class TextRuleTests
{
    static readonly string[] Reflection = ["Activator", "Reflection", "MakeGenericType", "MakeGenericMethod", "GetType", "GetMethod", "GetProperty", "dynamic"];

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => Sources.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Header_NamesTheToolAndTheWarnings_AndTakesThemBack(string name)
    {
        foreach (var (file, text, root) in Generated(name))
        {
            var lines = text.Split('\n');
            Assert.True(lines[1].StartsWith("// Baton.Generators ", StringComparison.Ordinal), $"{file} does not name its tool");
            var pragmas = root.DescendantTrivia().Select(trivia => trivia.GetStructure()).OfType<PragmaWarningDirectiveTriviaSyntax>().ToList();
            Assert.All(pragmas, pragma => Assert.True(pragma.ErrorCodes.Count > 0, $"{file} switches all warnings off"));
            Assert.Equal(
                pragmas.Where(Is(SyntaxKind.DisableKeyword)).Select(Codes).Order(StringComparer.Ordinal),
                pragmas.Where(Is(SyntaxKind.RestoreKeyword)).Select(Codes).Order(StringComparer.Ordinal));
        }

        static Func<PragmaWarningDirectiveTriviaSyntax, bool> Is(SyntaxKind kind) => pragma => pragma.DisableOrRestoreKeyword.IsKind(kind);
        static string Codes(PragmaWarningDirectiveTriviaSyntax pragma) => pragma.ErrorCodes.ToString();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_AreWrittenInFull(string name)
    {
        var run = GeneratorRun.Of(Sources.All[name]);
        foreach (var (file, _, root) in Generated(run))
        {
            Assert.Empty(root.DescendantNodes().OfType<UsingDirectiveSyntax>());
            var semantics = run.Output.GetSemanticModel(root.SyntaxTree);
            foreach (var simple in root.DescendantNodes().OfType<SimpleNameSyntax>().Where(IsFirst))
            {
                // What is generated itself is nested in the class and found from within, whatever else is in scope.
                if (!simple.IsVar
                    && semantics.GetSymbolInfo(simple, Token).Symbol is INamespaceOrTypeSymbol and not ITypeParameterSymbol and var symbol
                    && !IsOurs(symbol))
                    Assert.Fail($"{file}: {simple.Parent} is not written in full ({symbol})");
            }
        }

        static bool IsFirst(SimpleNameSyntax simple) => simple.Parent switch
        {
            AliasQualifiedNameSyntax => false,
            QualifiedNameSyntax { Parent: NamespaceDeclarationSyntax } => false,
            QualifiedNameSyntax qualified => qualified.Left == simple,
            MemberAccessExpressionSyntax access => access.Expression == simple,
            NameColonSyntax or NameEqualsSyntax or NamespaceDeclarationSyntax => false,
            _ => true,
        };
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AuthorsTypes_AreReopenedByNameOnly(string name)
    {
        var run = GeneratorRun.Of(Sources.All[name]);
        foreach (var (file, _, root) in Generated(run))
        {
            var semantics = run.Output.GetSemanticModel(root.SyntaxTree);
            foreach (var type in root.DescendantNodes().OfType<TypeDeclarationSyntax>())
            {
                if (IsOurs(semantics.GetDeclaredSymbol(type, Token)!))
                    continue;
                var where = $"{file}: {type.Modifiers} {type.Identifier}";
                Assert.True(type.Modifiers is [{ RawKind: (int)SyntaxKind.PartialKeyword }], where);
                Assert.True(type.ConstraintClauses.Count == 0 && type.ParameterList is null && type.AttributeLists.Count == 0, where);
                Assert.All(type.BaseList?.Types ?? [], item => Assert.StartsWith("global::Baton.", item.ToString(), StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Members_SayWhoMadeThem(string name)
    {
        var run = GeneratorRun.Of(Sources.All[name]);
        foreach (var (file, _, root) in Generated(run))
        {
            var semantics = run.Output.GetSemanticModel(root.SyntaxTree);
            foreach (var member in root.DescendantNodes().OfType<MemberDeclarationSyntax>().Where(member => IsAdded(member, semantics)))
            {
                // Of a type in several parts one says it.
                var attributes = member is TypeDeclarationSyntax
                    ? semantics.GetDeclaredSymbol(member, Token)!.GetAttributes().Select(attribute => attribute.AttributeClass!.Name)
                    : member.AttributeLists.SelectMany(list => list.Attributes).Select(attribute => attribute.Name.ToString().Split('.')[^1] + "Attribute");
                Assert.True(attributes.Contains("GeneratedCodeAttribute"), $"{file}: {member}");
            }
        }

        // Of the author's types the members, and types of our own; what is inside those need not say it again.
        static bool IsAdded(MemberDeclarationSyntax member, SemanticModel semantics) => member switch
        {
            BaseNamespaceDeclarationSyntax => false,
            TypeDeclarationSyntax type when !IsOurs(semantics.GetDeclaredSymbol(type, Token)!) => false,
            _ => member.Parent is not TypeDeclarationSyntax parent || !IsOurs(semantics.GetDeclaredSymbol(parent, Token)!),
        };
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Code_HasNoReflection_AndCapturesNothingUnsaid(string name)
    {
        var run = GeneratorRun.Of(Sources.All[name]);
        foreach (var (file, _, root) in Generated(run))
        {
            Assert.All(
                root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is SimpleNameSyntax),
                token => Assert.False(Reflection.Contains(token.ValueText), $"{file} uses {token.Parent!.Parent}"));
            var semantics = run.Output.GetSemanticModel(root.SyntaxTree);
            var lambdas = root.DescendantNodes().OfType<AnonymousFunctionExpressionSyntax>();
            Assert.All(
                lambdas.Where(lambda => !lambda.Modifiers.Any(SyntaxKind.StaticKeyword)),
                lambda => Assert.True(Captures(lambda, semantics), $"{file}: {lambda} captures nothing, but is not static"));
        }

        static bool Captures(AnonymousFunctionExpressionSyntax lambda, SemanticModel semantics)
        {
            var flow = semantics.AnalyzeDataFlow(lambda)!;
            return flow.ReadInside.Concat(flow.WrittenInside).Any(symbol => !flow.VariablesDeclared.Contains(symbol, SymbolEqualityComparer.Default));
        }
    }

    static bool IsOurs(ISymbol symbol) =>
        !symbol.DeclaringSyntaxReferences.IsEmpty
        && symbol.DeclaringSyntaxReferences.All(reference => reference.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));

    static IEnumerable<(string File, string Text, CompilationUnitSyntax Root)> Generated(string name) => Generated(GeneratorRun.Of(Sources.All[name]));

    static IEnumerable<(string File, string Text, CompilationUnitSyntax Root)> Generated(GeneratorRun run) =>
        run.Result.GeneratedSources.Select(source => (source.HintName, source.SourceText.ToString(), (CompilationUnitSyntax)source.SyntaxTree.GetRoot()));
}
